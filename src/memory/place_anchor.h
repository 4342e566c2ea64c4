/* A place in an article that is found again after its text has changed: its offset, the words that begin there, and those before them. */
#ifndef QUOIN_MEMORY_PLACE_ANCHOR_H
#define QUOIN_MEMORY_PLACE_ANCHOR_H

#include "article/anchors/anchors.h"

typedef struct PlaceAnchor {
    size_t offset; /* of the article's text, when it was written */
    Text words;    /* from there on, on one line, some PLACE_WORDS_BYTES; empty: it is not known, the offset counts */
    Text before;   /* likewise up to there */
} PlaceAnchor;

enum { PLACE_WORDS_BYTES = 64, PLACE_BEFORE_BYTES = 64 };

/* The place at an offset of the article's text; its words are in `arena`. Indexes the article as far as needed. */
PlaceAnchor place_anchor(Arena *arena, Article *article, size_t offset);

/* Looking for the places of one article. Ends with `arena`. */
typedef struct PlaceSearch {
    Arena *arena;
    Article *article;
    AnchorSearch anchors;
    bool begun; /* the whole text is indexed, and its words are looked for: not as long as all places are where they were */
} PlaceSearch;

void place_search_init(PlaceSearch *search, Arena *arena, Article *article);

/*
 * Where it is now: at its offset, if the same words stand there; else where they stand; else behind the words that were before it, where these stand
 * once. NO_OFFSET: it is not known. A place far behind what is indexed is not looked at, and taken to be where it was; in texts over
 * PLACE_SEARCHED_BYTES words are not looked for.
 */
enum { PLACE_TRUSTED_BYTES = 1 << 20, PLACE_SEARCHED_BYTES = 4 << 20 };
size_t place_find(PlaceSearch *search, const PlaceAnchor *anchor);

#endif
