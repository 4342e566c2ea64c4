/* Which candidate for a quotation is the right one, by the annotation. */
#ifndef QUOIN_TESTS_EVAL_RANKER_GOLD_H
#define QUOIN_TESTS_EVAL_RANKER_GOLD_H

#include "analysis/ranking/ranker.h"
#include "eval/gold.h"

/* The annotated quotation that a span is, with a speaker that counts; or NULL. */
const GoldQuote *gold_quote_of(const GoldDocument *gold, const Attribution *attribution, size_t span);

/* More than 0: the speaker, the surer the more; only the surest ones of a quotation are to be learned from. 0: somebody else. */
int gold_grade(Arena *scratch, const Attribution *attribution, const GoldQuote *quote, const Ranked *ranked);

#endif
