/* The text that a page has in its scripts, for search engines or for its own programs, where it shows little or none of it. */
#ifndef QUOIN_HTML_BODY_TOLD_BODY_H
#define QUOIN_HTML_BODY_TOLD_BODY_H

#include "html/tree/html_tree.h"

enum { TOLD_BODY_LEAST = 600 /* bytes; less is an abstract */ };

/* As a page of its own, in HTML; empty: there is none. */
Text told_body_find(Arena *arena, const HtmlTree *tree);

#endif
