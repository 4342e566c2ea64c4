/* The first look for who said what, sentence by sentence. */
#ifndef QUOIN_ANALYSIS_SPEECH_FIND_CUES_H
#define QUOIN_ANALYSIS_SPEECH_FIND_CUES_H

#include "analysis/attribution/attribution.h"

/* Note the cues of the sentences in [first, end), tokens of whole paragraphs or pieces, the indirect speech and the turns of a transcript. */
void attribution_find_cues(Attribution *attribution, size_t first, size_t end);

#endif
