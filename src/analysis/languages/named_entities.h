/* Speakers with names as entities. */
#ifndef QUOIN_ANALYSIS_LANGUAGES_NAMED_ENTITIES_H
#define QUOIN_ANALYSIS_LANGUAGES_NAMED_ENTITIES_H

#include "analysis/languages/named.h"
#include "analysis/result/result.h"

typedef struct NamedEntities {
    const Analysis *analysis;
    const size_t *of_person; /* index into analysis->entities, or NO_ENTITY */
} NamedEntities;

/* Make entities and mentions of those who speak; no others. The table is in `arena`. */
NamedEntities named_entities_make(Arena *arena, Analysis *analysis, const Names *names, const bool *speaks);

/* The analysis has its entities already: which of them are these people? */
NamedEntities named_entities_known(Arena *arena, const Analysis *analysis, const Names *names);

/* The entity that is mentioned in these words; NO_ENTITY: none is. */
size_t named_entity_at(const NamedEntities *known, ShortRange words);

#endif
