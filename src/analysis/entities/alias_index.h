/* Finds a name among the aliases of an entity. Names that differ only in the case of ASCII letters are one. */
#ifndef QUOIN_ANALYSIS_ENTITIES_ALIAS_INDEX_H
#define QUOIN_ANALYSIS_ENTITIES_ALIAS_INDEX_H

#include "analysis/result/entity.h"

typedef struct AliasSlot {
    uint32_t hash;
    uint32_t alias;  /* its place in the entity's list; */
    uint32_t entity; /* … 1 + the entity's number; 0: the slot is free */
} AliasSlot;

/* With an arena and zeroes it is empty. */
typedef struct AliasIndex {
    Arena *arena;
    AliasSlot *slots;
    size_t capacity, count;
} AliasIndex;

/* The alias, or NULL. `number` is the same each time for one entity, and no other's. */
Alias *alias_index_find(const AliasIndex *index, const Entity *entity, size_t number, Text name);

/* Add one that is not there yet to the index and, in `arena`, to the entity's list. */
void alias_index_add(AliasIndex *index, Arena *arena, Entity *entity, size_t number, Alias alias);

#endif
