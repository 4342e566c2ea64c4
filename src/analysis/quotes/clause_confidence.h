/* How likely a clause of indirect speech is one and its speaker the right one. */
#ifndef QUOIN_ANALYSIS_QUOTES_CLAUSE_CONFIDENCE_H
#define QUOIN_ANALYSIS_QUOTES_CLAUSE_CONFIDENCE_H

#include "analysis/attribution/attribution.h"

/* Of a hundred such clauses, how many are right with their speaker. It has a cue; all subjects are resolved. */
unsigned clause_confidence(const Attribution *attribution, const IndirectSpeech *speech);

#endif
