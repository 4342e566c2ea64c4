/*
 * How many quotations were found, and how many given to the right speaker. Spans are compared after quotation
 * marks and blanks at both ends are cut off. A predicted span that matches none but lies in a part that is to
 * be ignored counts for nothing.
 */
#ifndef QUOIN_TESTS_EVAL_SCORE_H
#define QUOIN_TESTS_EVAL_SCORE_H

#include "analysis/analysis.h"
#include "eval/gold.h"

enum { CONFIDENCE_BINS = 10 };

/* Right out of all. */
typedef struct Share {
    size_t right, all;
} Share;

typedef struct Score {
    Text type; /* only gold quotations of this type; empty: all but indirect speech */
    size_t documents, gold, predicted, exact, found;
    size_t named;                 /* predicted quotations with a speaker that are matched or spurious */
    Share last, full;             /* gold quotations whose speaker has the right last name, the right full name */
    Share pronoun, nominal, name; /* the same by how the text names the speaker: right last name */
    Share bins[CONFIDENCE_BINS];  /* found and named, by confidence */
} Score;

typedef enum FailureKind {
    FAILURE_MISSED,
    FAILURE_SPURIOUS,
    FAILURE_UNKNOWN,
    FAILURE_WRONG,
    FAILURE_LAST_NAME_ONLY
} FailureKind;

/* One quotation that went wrong; either side may be NULL. */
typedef struct Failure {
    FailureKind kind;
    const GoldDocument *document;
    const GoldQuote *gold;
    const Quote *predicted;
} Failure;

/* What is told while a document is counted. */
typedef struct ScoreVisitor {
    void (*failure)(void *context, const Failure *failure);
    void (*decided)(void *context, const GoldQuote *gold, const Quote *quote,
                    bool right); /* each quotation that was found and has a speaker */
    void *context;
} ScoreVisitor;

/* Add a document. `visitor` may be NULL. */
void score_document(Score *score, const GoldDocument *gold, const Analysis *analysis, const ScoreVisitor *visitor);

double share(Share part);                    /* 0 of nothing is 0 */
double score_detection(const Score *score);  /* exact F1 */
double score_end_to_end(const Score *score); /* F1: span found and last name right */

#endif
