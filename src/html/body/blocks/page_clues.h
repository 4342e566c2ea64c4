/* What a page says of its own text elsewhere than in it: for search engines and for those who quote it. */
#ifndef QUOIN_HTML_BODY_BLOCKS_PAGE_CLUES_H
#define QUOIN_HTML_BODY_BLOCKS_PAGE_CLUES_H

#include "html/tree/html_tree.h"

typedef struct PageClues {
    Text title;       /* of the window; site's name and all */
    Text description; /* all that are given, one after another */
    Text body;        /* "articleBody" of JSON-LD; empty in most pages */
} PageClues;

void page_clues_read(Arena *arena, const HtmlTree *tree, PageClues *clues);

#endif
