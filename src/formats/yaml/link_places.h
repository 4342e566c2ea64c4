/*
 * Where the links of a file stand in its text: each is told by its words, the entry of the body that they stand in, and where those words occur
 * there before by what stands before them. Links are in the order of the text, so each is looked for behind the last. In all this takes time
 * linear in the text: after some times its size nothing is found any more.
 */
#ifndef QUOIN_FORMATS_YAML_LINK_PLACES_H
#define QUOIN_FORMATS_YAML_LINK_PLACES_H

#include "article/article.h"

typedef struct LinkPlaces {
    const Article *article;
    size_t end;      /* of the last link in the text */
    size_t searched; /* bytes */
} LinkPlaces;

/* The place of a link; empty: its words do not stand in the entry, `entry` being that of blocks, from 1; 0: it may be any. */
Range link_place_find(LinkPlaces *places, size_t entry, Text words, Text prefix);

/* The first place of such words in the whole text; empty: they are not there. */
Range link_place_anywhere(LinkPlaces *places, Text words);

/* For whoever writes: what has to stand as the prefix of a link at `range` for it to be found there; empty: nothing has to. Links are asked for in
 * their order. `start`: of the text of its entry. */
Text link_place_prefix(LinkPlaces *places, Range range, size_t start);

#endif
