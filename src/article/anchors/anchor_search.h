/*
 * What the parts of the search for anchors share: the words that are wanted, the places that fit. anchor_same.c finds the same words,
 * anchor_changed.c those of which a few differ; anchors.c chooses.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_ANCHOR_SEARCH_H
#define QUOIN_ARTICLE_ANCHORS_ANCHOR_SEARCH_H

#include "article/anchors/anchors.h"

enum { MOST_TIES = 16 /* places that are remembered, of those that fit as well */ };

/* The words of an anchor, with how often each occurs; a row of the index may count others too. */
typedef struct Wanted {
    const Anchor *anchor;
    IndexedWords words;
    Arena *scratch;
    uint32_t *counts;
    size_t rarest;
    /* For the search for most of the words: */
    struct Rare *order; /* the words, the rarest first */
    bool *flexible;     /* those that are written otherwise without a change: numbers, contractions */
} Wanted;

/* A word of an anchor, or the pair that begins with it. */
typedef struct Rare {
    uint32_t word, count;
} Rare;

typedef struct Place {
    size_t first, end; /* words of the index */
    Range range;
    bool exact;
    Comparison compared; /* of a passage with changes */
} Place;

/* The best place so far, and others that fit as well. */
typedef struct Best {
    Place ties[MOST_TIES];
    size_t count; /* may be more than are remembered */
    long score;
    Comparison near; /* of a place that was refused */
} Best;

/* Count work; false: that was the last there may be. */
bool anchor_allow(AnchorSearch *search, size_t work);

/* The work of looking at the words [first, end) that is not told by their number: there may be megabytes that nobody sees in and between them. */
size_t anchor_excess(const AnchorSearch *search, size_t first, size_t end);

/* Number of the word that begins there, or of the next one. */
size_t anchor_word_at(const WordIndex *index, size_t offset);
Range anchor_word_range(IndexedWords words, size_t first, size_t end);

/* How well neighbours and block fit. No block is so far away that it counts as much as a neighbour. */
#define NEIGHBOURS_FIT 4000000L
long anchor_score(const AnchorSearch *search, const Anchor *anchor, Range range);

/* Why the words [first, end) cannot be the quotation, whatever they are: they begin or end inside a number or a longer word, or a
 * negation stands beside them. `beside` gets that. */
Refusal anchor_border_refusal(const AnchorSearch *search, const Wanted *wanted, size_t first, size_t end, Range *beside);

/* The best places. None: `near` is one that was refused, if there is any. */
Best anchor_find_same(AnchorSearch *search, const Wanted *wanted);
Best anchor_find_changed(AnchorSearch *search, Wanted *wanted);

/* Room for what anchor_find_changed collects. */
struct AnchorPassages *anchor_passages_new(Arena *arena);

#endif
