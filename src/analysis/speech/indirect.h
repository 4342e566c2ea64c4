/* Indirect speech: what a sentence says outside of quotation marks that somebody said. */
#ifndef QUOIN_ANALYSIS_SPEECH_INDIRECT_H
#define QUOIN_ANALYSIS_SPEECH_INDIRECT_H

#include "analysis/attribution/sentence.h"

/* Add what the sentence reports to attribution->indirect. `cues` are the sentence's. */
void attribution_find_indirect(Attribution *attribution, const Sentence *sentence, const CueList *cues);

#endif
