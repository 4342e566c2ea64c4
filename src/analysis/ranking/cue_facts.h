/* How the verb of saying that a candidate is the subject of stands to a quotation. */
#ifndef QUOIN_ANALYSIS_RANKING_CUE_FACTS_H
#define QUOIN_ANALYSIS_RANKING_CUE_FACTS_H

#include "analysis/ranking/candidates.h"
#include "analysis/ranking/quotation.h"

/* Set those facts; the cue, or NULL when it is the subject of none. */
const TextCue *cue_facts_find(const Attribution *attribution, const Quotation *quotation, const Candidate *candidate,
                              Facts *facts);

#endif
