/*
 * Which names are one: the rules that join the strings of a text into entities and decide their types.
 */
#ifndef QUOIN_ANALYSIS_NAME_MERGE_H
#define QUOIN_ANALYSIS_NAME_MERGE_H

#include "analysis/names.h"

/*
 * Join what the rules say is one and give every name its type, that of its set; ENTITY_TYPE_COUNT where the text gives too
 * little evidence that it is a name at all.
 */
void names_merge(NameTable *table, Arena *scratch);

#endif
