/*
 * Finding a quotation in a text by its words (W3C Web Annotation, TextQuoteSelector): exact text, then with typographic folding, then
 * with a few words changed; of several the one whose neighbours fit prefix and suffix, then the nearest to the block hint.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_H
#define QUOIN_ARTICLE_ANCHORS_H

#include "article/article.h"

typedef struct Anchor {
    Text exact, prefix, suffix;
    size_t block; /* a hint: the entry of `body`, from 1, that it stands in; 0 for none */
} Anchor;

typedef struct AnchorWord {
    Range range;
    uint32_t hash; /* of its folded letters */
} AnchorWord;

/*
 * The search for all anchors of one article. It does a bounded amount of work, however many they are: after that nothing is found, and
 * `exhausted` is set. Ends with `arena`.
 */
typedef struct AnchorSearch {
    Arena *arena;
    const Article *article;
    size_t work;                 /* done so far, in bytes of text that were compared letter by letter */
    bool exhausted;
    ARRAY(AnchorWord) words;     /* of the text, once somebody has asked */
    bool has_words;
} AnchorSearch;

void anchor_search_init(AnchorSearch *search, Arena *arena, const Article *article);

/* False: not in the text, or only with more than a quarter of its words changed. The range has no marks. */
bool anchor_find(AnchorSearch *search, const Anchor *anchor, Range *range);

#endif
