/*
 * Finding a quotation in a text by its words (W3C Web Annotation, TextQuoteSelector): exact text, then with typographic folding, then
 * with a few words changed; of several the one whose neighbours fit prefix and suffix, then the nearest to the block hint.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_H
#define QUOIN_ARTICLE_ANCHORS_H

#include "article/article.h"

typedef struct Anchor {
    Text exact, prefix, suffix;
    size_t block; /* from 1 among the body's blocks as written, a hint; 0 for none */
} Anchor;

/* False: not in the text, or only with more than a quarter of its words changed. The range has no marks. */
bool anchor_find(Arena *scratch, const Article *article, const Anchor *anchor, Range *range);

#endif
