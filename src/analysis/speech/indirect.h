/* Indirect speech: what a sentence without quotation marks says that somebody said. */
#ifndef QUOIN_ANALYSIS_SPEECH_INDIRECT_H
#define QUOIN_ANALYSIS_SPEECH_INDIRECT_H

#include "analysis/attribution/sentence.h"

/* Add what the sentence reports to attribution->indirect. */
void attribution_find_indirect(Attribution *attribution, const Sentence *sentence);

#endif
