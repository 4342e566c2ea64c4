/*
 * Where the text names the entities that the article itself lists: each of their names and other names, wherever its words stand.
 */
#ifndef QUOIN_ANALYSIS_ENTITIES_GIVEN_NAMES_H
#define QUOIN_ANALYSIS_ENTITIES_GIVEN_NAMES_H

#include "analysis/names/names.h"
#include "analysis/words/tokens.h"

typedef struct GivenMention {
    Range range;
    size_t given; /* index into article->entities */
} GivenMention;

/* A name of an entity, as it is listed. */
typedef struct GivenName {
    Text listed;
    size_t given; /* index into article->entities: the first that lists it */
} GivenName;

typedef struct GivenNames {
    Arena *arena;
    const Article *article;
    NameTable table;              /* all names and other names */
    ARRAY(GivenName) given;       /* … each */
    size_t longest;               /* words of the longest of them */
    ARRAY(GivenMention) mentions; /* by start, none overlaps another */
} GivenNames;

#define NOT_GIVEN SIZE_MAX

void given_names_init(GivenNames *names, Arena *arena, const Article *article);

/* Look at the tokens [first, end), which are whole blocks and follow what was looked at before. Linear for a given length of names. */
void given_names_scan(GivenNames *names, const TokenList *tokens, size_t first, size_t end);

/* Index of the given entity that is called this, or NOT_GIVEN. */
size_t given_names_find(const GivenNames *names, Text name);

#endif
