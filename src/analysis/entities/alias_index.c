/*
 * A hash table with open addressing and linear probing over the aliases of all entities, by entity and name: a file may list any number of
 * names for one, and each mention asks. The names stay in the lists of the entities, which may move. Most entities have few names, which are looked
 * through; the table has those of the others.
 */
#include "analysis/entities/alias_index.h"

enum { FIRST_CAPACITY = 64, FEW = 8 };

static uint32_t hash_of(size_t number, Text name)
{
    uint32_t hash = HASH_START;

    for (size_t i = 0; i < name.size; i++)
        hash = hash_byte(hash, ascii_to_lower(name.bytes[i]));
    return hash_pair(hash_finish(hash), (uint32_t)number);
}

static Alias *find_among_few(const Entity *entity, Text name)
{
    for (size_t i = 0; i < entity_details(entity)->aliases.count; i++) {
        if (text_equal_ignoring_case(entity_details(entity)->aliases.items[i].name, name))
            return &entity_details(entity)->aliases.items[i];
    }
    return NULL;
}

Alias *alias_index_find(const AliasIndex *index, const Entity *entity, size_t number, Text name)
{
    uint32_t hash;

    if (entity_details(entity)->aliases.count <= FEW)
        return find_among_few(entity, name);
    hash = hash_of(number, name);
    for (size_t at = hash; index->capacity; at++) {
        const AliasSlot *slot = &index->slots[at & (index->capacity - 1)];

        if (slot->entity == 0)
            break;
        if (slot->hash == hash && slot->entity == number + 1 &&
            text_equal_ignoring_case(entity_details(entity)->aliases.items[slot->alias].name, name))
            return &entity_details(entity)->aliases.items[slot->alias];
    }
    return NULL;
}

static void enter(AliasIndex *index, AliasSlot entry)
{
    size_t at = entry.hash;

    while (index->slots[at & (index->capacity - 1)].entity)
        at++;
    index->slots[at & (index->capacity - 1)] = entry;
    index->count++;
}

/* At most half full. */
static void make_room(AliasIndex *index)
{
    AliasIndex larger = {.arena = index->arena, .capacity = index->capacity ? index->capacity * 2 : FIRST_CAPACITY};

    if (index->count * 2 < index->capacity)
        return;
    larger.slots = ARENA_ARRAY(index->arena, AliasSlot, larger.capacity);
    for (size_t i = 0; i < index->capacity; i++) {
        if (index->slots[i].entity)
            enter(&larger, index->slots[i]);
    }
    *index = larger;
}

void alias_index_add(AliasIndex *index, Arena *arena, Entity *entity, size_t number, Alias alias)
{
    EntityDetails *details = entity_write_details(arena, entity);
    size_t count = details->aliases.count + 1;

    ARRAY_PUSH(arena, details->aliases, alias);
    for (size_t i = count == FEW + 1 ? 0 : count - 1; count > FEW && i < count; i++) {
        make_room(index);
        enter(index, (AliasSlot){hash_of(number, details->aliases.items[i].name), (uint32_t)i, (uint32_t)number + 1});
    }
}
