/* The figures that quotations and speakers are measured by. */
#ifndef QUOIN_TESTS_EVAL_FIGURES_H
#define QUOIN_TESTS_EVAL_FIGURES_H

#include "eval/score.h"

typedef enum FigureId {
    FIGURE_DETECTION,  /* exact F1 */
    FIGURE_END_TO_END, /* F1: span found and last name right */
    FIGURE_DIRECT,     /* the same of direct quotations */
    FIGURE_PRONOUN,    /* right last names where a pronoun speaks */
    FIGURE_NOMINAL,    /* the same where a description speaks */
    FIGURE_FULL,       /* right first and last names */
    FIGURE_COUNT
} FigureId;

/* Scores of one set of documents. */
typedef struct Scores {
    Score all, direct, indirect;          /* `all` is what has quotation marks */
    const ScoreVisitor *indirect_visitor; /* told of indirect speech; may be NULL */
} Scores;

void scores_init(Scores *scores);
/* May be NULL. */
void scores_add(Scores *scores, const GoldDocument *document, const Analysis *analysis, const ScoreVisitor *visitor);

const char *figure_name(FigureId figure);
double figure_value(FigureId figure, const Scores *scores); /* 0 to 1 */

#endif
