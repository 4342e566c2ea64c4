/* Pages whose article is known, to train on and to measure with: gold.jsonl and the pages beside it. */
#ifndef QUOIN_TRAIN_PAGES_BODY_PAGES_H
#define QUOIN_TRAIN_PAGES_BODY_PAGES_H

#include "html/body/choice/page_rules.h"

typedef struct BodyPage {
    Text id, set, path, gold;
    bool is_kept;  /* a third, by the name, that is not learned from */
    unsigned fold; /* the same for all pages of a site */
    HtmlTree tree;
    Page page;
    PageFacts facts;
    PageRules rules;
    unsigned char *labels; /* of blocks: it is of the body */
    bool *is_edge;         /* the first of it, or the last */
    float *weights;        /* how much of the page's measure hangs on it */
} BodyPage;

typedef ARRAY(BodyPage) BodyPages;

enum { BODY_FOLDS = 4 };

/*
 * What gold.jsonl in the folder lists. Which site is in which fold is drawn by `draw`, as often as one likes. What cannot be read ends the program
 * with a message.
 */
void body_pages_list(Arena *arena, Text folder, unsigned draw, BodyPages *pages);

/* Parse a page, and find what of it is the article. False: it cannot be read. */
bool body_page_read(Arena *arena, Text folder, BodyPage *page);

#endif
