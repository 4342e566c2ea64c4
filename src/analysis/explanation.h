/*
 * Why a quotation is given to somebody: the candidates that came first, with the features that decided. The text is analysed once more
 * for that, so that nothing is kept of it where nobody asks.
 */
#ifndef QUOIN_ANALYSIS_EXPLANATION_H
#define QUOIN_ANALYSIS_EXPLANATION_H

#include "analysis/result/result.h"

enum { EXPLAINED_MOST = 3 /* candidates */, REASONS_MOST = 4 /* of each */ };

/* A feature, and what it adds to the score. */
typedef struct Reason {
    const char *name;
    Text values;
    int twentieths;
} Reason;

typedef struct ExplainedCandidate {
    Range words;
    unsigned probability; /* of a thousand, among all candidates */
    int score;            /* in twentieths */
    Reason reasons[REASONS_MOST];
    size_t reason_count;
} ExplainedCandidate;

typedef struct ExplainedQuote {
    Range range;
    ExplainedCandidate candidates[EXPLAINED_MOST]; /* the likeliest first */
    size_t count;
} ExplainedQuote;

typedef struct Explanation {
    Arena *arena;
    ARRAY(ExplainedQuote)
    quotes; /* in the order of the text; those that the form of the page decided are not among them */
} Explanation;

/* Of all quotations of an analysis, in `arena`. */
const Explanation *explanation_of(Arena *arena, const Analysis *analysis);

/* "+1.30 cue: says, left, after", in `arena`. */
Text reason_words(Arena *arena, const Reason *reason);

/* That of a quotation; NULL: the ranker was not asked. */
const ExplainedQuote *explanation_find(const Explanation *explanation, const Quote *quote);

#endif
