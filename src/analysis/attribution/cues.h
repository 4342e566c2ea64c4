/* The cues of a sentence: its verbs of saying, "according to", nouns like "claim", each with a subject. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_CUES_H
#define QUOIN_ANALYSIS_ATTRIBUTION_CUES_H

#include "analysis/attribution/sentence.h"

/* In the order of the sentence. Good until those of another are asked for. */
const CueList *attribution_cues(Attribution *attribution, const Sentence *sentence);

#endif
