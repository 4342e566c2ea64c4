/*
 * Where the links stand that an article gives by their words. The words of links are short and often the same ("here"), and links are mostly
 * given in the order of the text: so each is looked for after the one before it, first.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_LINK_PLACES_H
#define QUOIN_ARTICLE_ANCHORS_LINK_PLACES_H

#include "article/anchors/anchors.h"

/* The search for the links of one article, all of which is there. */
typedef struct LinkPlaces {
    const Article *article;
    AnchorSearch *anchors; /* for words that do not stand there letter by letter; NULL: these are nowhere */
    size_t after;          /* where the last one ended */
    size_t left;           /* bytes that may still be looked at */
} LinkPlaces;

void link_places_init(LinkPlaces *places, const Article *article, AnchorSearch *anchors);

/* Where `link->text` stands, in the entry `link->block` of the body where that is known, behind the words `prefix` where there are such; empty:
 * nowhere. */
Range link_place_find(LinkPlaces *places, const Link *link, Text prefix);

/*
 * For whoever writes a file: what has to be the prefix of the link at `range`, for it to be found there among the blocks of its entry, which are
 * `entry`; empty: nothing has to. Links are asked for in their order.
 */
Text link_place_prefix(LinkPlaces *places, Range range, Range entry);

/* When all are found: into the order of their places, those without one before. Of two that share a word, the second loses its place, and its words:
 * when they are written, they are not to be found elsewhere. */
void link_places_settle(Article *article);

#endif
