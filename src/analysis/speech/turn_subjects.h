/* Who "I", "you", "he" and "the honourable lady" are in the turns of a transcript. */
#ifndef QUOIN_ANALYSIS_SPEECH_TURN_SUBJECTS_H
#define QUOIN_ANALYSIS_SPEECH_TURN_SUBJECTS_H

#include "analysis/attribution/attribution.h"

/* Once all quotations are decided about: those inside of turns take their speakers from the turns where they are not named. */
void attribution_turn_subjects(Attribution *attribution);

#endif
