/* Which blocks of a page are its article: rules, the first look at each block, the second one. */
#ifndef QUOIN_HTML_BODY_CHOICE_BODY_CHOICE_H
#define QUOIN_HTML_BODY_CHOICE_BODY_CHOICE_H

#include "html/body/choice/body_model.h"

typedef struct BodyChoice {
    Page page;
    PageFacts facts;
    PageRules rules;
    float *scores;       /* of blocks, by the second look */
    unsigned char *kept; /* of blocks: text of the article. Captions are not, wherever they stand */
    uint32_t letters;    /* of what is kept */
} BodyChoice;

/* In `arena`. The tree must live as long. */
void body_choice_read(Arena *arena, const HtmlTree *tree, BodyChoice *choice);

/* Of two readings of a page the other one: what they point to in themselves goes with it. */
void body_choice_move(const BodyChoice *from, BodyChoice *to);

/* A step of it, for the program that learns: what is kept by the second scores. */
void body_choice_keep(const PageFacts *facts, const float *scores, unsigned char *kept);

/* Its text, a line for each block: what is measured. */
Text body_choice_text(Arena *arena, const Page *page, const unsigned char *kept);

#endif
