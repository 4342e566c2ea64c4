/* What the words of a candidate tell, wherever the quotation is: what they are, and what stands beside them. */
#ifndef QUOIN_ANALYSIS_RANKING_WORD_FACTS_H
#define QUOIN_ANALYSIS_RANKING_WORD_FACTS_H

#include "analysis/ranking/candidates.h"

/* Set those facts of a candidate whose words, sentence and person are known. */
void word_facts_find(const Attribution *attribution, Candidate *candidate);

/* What stands before words that begin at a token and what leads to them: BEFORE_IT_…; FIRST_BEFORE_IT: nothing in their sentence. */
unsigned word_before_words(const Attribution *attribution, uint32_t first);

#endif
