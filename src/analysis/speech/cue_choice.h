/*
 * The first step of the decisions: each quotation takes the best cue of its own sentence. What is said without quotation marks is found
 * on the way.
 */
#ifndef QUOIN_ANALYSIS_SPEECH_CUE_CHOICE_H
#define QUOIN_ANALYSIS_SPEECH_CUE_CHOICE_H

#include "analysis/attribution/attribution.h"

/*
 * Decide about the quotations of the tokens [first, end), whole sentences, and find indirect speech and turns among them. In the order
 * of the text.
 */
void attribution_find_cues(Attribution *attribution, size_t first, size_t end);

#endif
