/*
 * Is a passage of the text what a quotation gives, with a word or so changed? Words may be spelled otherwise, changed, dropped or
 * added; names, numbers and negations may not, nor may a word become its opposite or another act.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_ANCHOR_COMPARE_H
#define QUOIN_ARTICLE_ANCHORS_ANCHOR_COMPARE_H

#include "article/anchors/anchor_units.h"

typedef enum Refusal {
    REFUSED_NOT,
    REFUSED_TOO_MUCH, /* more than a word or so differs, or the passage is not there at all */
    REFUSED_NAME,
    REFUSED_NUMBER,
    REFUSED_NEGATION,
    REFUSED_OPPOSITE,
    REFUSED_WHO,
    REFUSED_MEASURE,
    REFUSED_MARKS,    /* the passage leaves a quotation or a sentence and enters another */
    REFUSED_LANGUAGE, /* a word differs, and what words mean is known for English only */
    REFUSED_CUT       /* it would begin or end inside a word or a number */
} Refusal;

typedef struct Comparison {
    Refusal refusal;
    Range range;       /* of the passage; none with REFUSED_TOO_MUCH */
    size_t cost;       /* half words that differ */
    size_t size;       /* units of the quotation; 0: nothing was compared */
    bool same_letters; /* with no cost: only hyphens and the like differ, not "12" for "twelve" */
    Range given,
        there; /* what was refused, or else differs first: of the quotation's text and of the passage's; one may be empty */
} Comparison;

/* Half words that may differ in a quotation of so many words. */
size_t comparison_budget(size_t words);

/* Find the quotation `given` in the passage `there`, wherever in it it stands. */
Comparison comparison_make(const WordMeanings *meanings, const Units *given, const Units *there);

/* Does the range lead out of a quotation of `text` (a closing mark that was not opened in it)? */
bool range_leaves_quotation(Text text, Range range);

#endif
