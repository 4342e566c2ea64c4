/* What speaks for a candidate or against it, and what decides without one, in words for readers: reasons.def. */
#ifndef QUOIN_ANALYSIS_REASONS_H
#define QUOIN_ANALYSIS_REASONS_H

#include "analysis/ranking/features.h"
#include "base/arena.h"

/* What is said of an aspect of a candidate with such facts; NULL: nothing. */
const char *reason_words(Aspect aspect, const Facts *facts, bool speaks_for);

/* The words with those of the candidate and its verb of saying, in `arena`. */
Text reason_fill(Arena *arena, const char *words, Text who, Text verb);

/* What is said of a rule; what has no words of its own is told by its name. */
Text reason_of_rule(const char *rule);

#endif
