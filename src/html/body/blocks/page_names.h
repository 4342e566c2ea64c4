/* The names that a page gives its elements, as words: what "entry-content", "entryContent" and "entry_content" have in common. */
#ifndef QUOIN_HTML_BODY_BLOCKS_PAGE_NAMES_H
#define QUOIN_HTML_BODY_BLOCKS_PAGE_NAMES_H

#include "html/tree/html_tree.h"

/* Class and id: words in small letters, "-" between the parts of a name, a blank between names: "td-post-content entry-content". Digits separate. */
Text page_names_of(Arena *arena, const HtmlTree *tree, size_t node);

/* What other attributes say an element is for, written in the same way: "itemprop-article-body role-main". */
Text page_marks_of(Arena *arena, const HtmlTree *tree, size_t node);

/* The next word of such names, and whether it is a part of the same name as the one before; false: there are no more. `*at` is 0 at first. */
bool page_names_next(Text names, size_t *at, Text *word, bool *goes_on);

#endif
