/*
 * Where the links stand that an article gives by their words. The words of links are short and often the same ("here"), and links are mostly
 * given in the order of the text: so each is looked for after the one before it, first.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_LINK_PLACES_H
#define QUOIN_ARTICLE_ANCHORS_LINK_PLACES_H

#include "article/anchors/anchors.h"

/* The search for the links of one article, all of which is there. */
typedef struct LinkPlaces {
    AnchorSearch *anchors; /* for words that do not stand there letter by letter */
    size_t after;          /* where the last one ended */
    size_t left;           /* bytes that may still be looked at */
} LinkPlaces;

void link_places_init(LinkPlaces *places, AnchorSearch *anchors);

/* Where `link->text` stands, in the entry `link->block` of the body where that is known; empty: nowhere. */
Range link_place_find(LinkPlaces *places, const Link *link);

/* When all are found: into the order of their places, those without one before. Of two that share a word, the second loses its place. */
void link_places_settle(Article *article);

#endif
