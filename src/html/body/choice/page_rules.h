/* The body of a page by rules: weights of blocks, their sums over the tree, and what of the heaviest element is kept. */
#ifndef QUOIN_HTML_BODY_CHOICE_PAGE_RULES_H
#define QUOIN_HTML_BODY_CHOICE_PAGE_RULES_H

#include "html/body/blocks/page_facts.h"

typedef struct PageRules {
    float *weights;      /* of blocks: above 0 for what looks like the text of an article */
    float *gains;        /* of elements: the weights of all in it */
    uint32_t top;        /* the element that holds the body */
    bool *inside;        /* of elements: it is the top or in it */
    unsigned char *kept; /* of blocks */
    size_t first, last;  /* blocks in the top; NO_INDEX: there are none */
} PageRules;

/* Linear. */
void page_rules_read(Arena *arena, const PageFacts *facts, PageRules *rules);

#endif
