/* How much of an article was found, and how little else: a number that was measured. */
#ifndef QUOIN_HTML_BODY_CHOICE_BODY_QUALITY_H
#define QUOIN_HTML_BODY_CHOICE_BODY_QUALITY_H

#include "html/body/choice/body_choice.h"

/* What the quality goes by. */
typedef enum QualityTerm {
    QUALITY_ONE,       /* always 1 */
    QUALITY_PRECISION, /* what the scores say of the share of what is kept that is right */
    QUALITY_RECALL,    /* and of the share of what is right that is kept */
    QUALITY_DOUBT,     /* letters of blocks whose scores say little, of those that are kept */
    QUALITY_LETTERS,   /* kept: 1 for 3000 and more */
    QUALITY_RULES,     /* the rules and the scores keep the same */
    QUALITY_GAPS,      /* letters left out between the first and the last that are kept, of these */
    QUALITY_LINKED,    /* of what is kept, links */
    QUALITY_TITLED,    /* the page's title stands in it, before the text */
    QUALITY_LOOK,      /* of what is kept, what looks as most of it does */
    QUALITY_LONGEST,   /* of what is kept, its longest block */
    QUALITY_TERM_COUNT
} QualityTerm;

/* `arena` is for a while. */
void body_quality_terms(Arena *arena, const PageFacts *facts, const PageRules *rules, const float *scores,
                        const unsigned char *kept, float terms[QUALITY_TERM_COUNT]);

/* 0 to 100: of pages at 90 and more, 95 of 100 have an F1 of .9 and more; of those below 50 most have not. */
int body_quality(Arena *arena, const BodyChoice *choice);

/* The same of what the terms come to. */
int body_quality_of(float sum, const float anchors[2]);

#endif
