/*
 * Why a quotation is given to somebody: who came first, with what spoke for and against each. The text is analysed once more for that, so that
 * nothing is kept of it where nobody asks.
 */
#ifndef QUOIN_ANALYSIS_EXPLANATION_H
#define QUOIN_ANALYSIS_EXPLANATION_H

#include "analysis/result/result.h"

enum { EXPLAINED_MOST = 3 /* speakers */, REASONS_MOST = 3 /* of each */ };

/* A fact in words for readers ("stands two sentences back"), and what it adds to the score of who came first, or to that of another beside it. */
typedef struct Reason {
    Text words;
    int twentieths; /* below 0: it speaks against them */
} Reason;

typedef struct ExplainedSpeaker {
    Range words;          /* of the text, by which they are meant here: a name, "he" */
    Text name;            /* the name, as the list has it; else those words in quotation marks */
    unsigned probability; /* of a thousand, among all who were compared */
    int score;            /* in twentieths */
    Reason reasons[REASONS_MOST];
    size_t reason_count;
} ExplainedSpeaker;

enum { COMPARED_MOST = 6 /* that are kept until it is known who is one */ };
typedef struct ExplainedQuote {
    Range range;
    ExplainedSpeaker speakers[COMPARED_MOST]; /* the chosen one, then the likeliest; nobody twice */
    size_t count;                             /* at most EXPLAINED_MOST */
} ExplainedQuote;

typedef struct Explanation {
    Arena *arena;
    size_t cue;
    ARRAY(ExplainedQuote)
    quotes; /* in the order of the text; those that something else decided are not among them */
} Explanation;

/* Of all quotations of a part of the text, in `arena`: that of the analysis, or less of a long one. */
const Explanation *explanation_of(Arena *arena, const Analysis *analysis, Range window);

/* That of a quotation; NULL: nobody was compared. */
const ExplainedQuote *explanation_find(const Explanation *explanation, const Quote *quote);

/* That of one, for which a long text is analysed only around it. NULL: nobody was compared. */
const ExplainedQuote *explanation_of_quote(Arena *arena, const Analysis *analysis, const Quote *quote);

/* "+1.30 stands two sentences back", in `arena`. */
Text explanation_line(Arena *arena, const Reason *reason);

#endif
