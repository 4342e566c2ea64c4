/* Whom words mean that are no name ("she", "the striker"): the step from who was chosen to who is shown, which may be wrong by itself. */
#ifndef QUOIN_ANALYSIS_EXPLAINED_STEP_H
#define QUOIN_ANALYSIS_EXPLAINED_STEP_H

#include "analysis/explanation.h"

typedef struct ExplainedStep {
    Text words; /* "“the striker” is taken for Jamie Petts: right in about 85 of 100"; empty: the words are the name */
    Text named; /* where that name stands, and which others stand nearer; empty: it stands nowhere near before */
} ExplainedStep;

/* Of the words by which the chosen speaker of a quotation is meant, in `arena`. */
ExplainedStep explanation_step(Arena *arena, const Analysis *analysis, const Quote *quote,
                               const ExplainedQuote *explained);

#endif
