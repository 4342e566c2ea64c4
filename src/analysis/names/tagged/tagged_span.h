/* What a tagger marks, and what of it becomes a name. */
#ifndef QUOIN_ANALYSIS_NAMES_TAGGED_SPAN_H
#define QUOIN_ANALYSIS_NAMES_TAGGED_SPAN_H

#include "analysis/names/name_mentions.h"

/* How many of a hundred such names are right. */
enum {
    CONFIDENCE_KNOWN = 85,  /* what the lexicon or its place tells */
    CONFIDENCE_DOUBTED = 60 /* below it the tagger is not believed without another sign */
};

/* Tokens [first, end). */
typedef struct Span {
    size_t first, end;
    EntityType type;
    unsigned char confidence;
} Span;

/*
 * Cut off what is no part of the name at either end, and let its own words and its place decide its kind. False: it is
 * no name. The people of the registry are those of scan->people from scan->next_person on.
 */
bool span_settle(const NameScan *scan, Span *span);

/* "one [AU]", where the text has "50 AU" too: what is counted somewhere near. */
bool span_is_unit(const NameScan *scan, size_t token);

#endif
