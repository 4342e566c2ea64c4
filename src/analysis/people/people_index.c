/*
 * Names by their words: a hash table with open addressing of what is known about each full, last and first name, over the tokens of one
 * place where it stands.
 */
#include "analysis/people/people_index.h"

#include <string.h>

typedef struct NameIndex {
    ARRAY(NameEntry) entries;
    Arena *words, *table; /* of the entries; of the slots */
    uint32_t *slots;      /* 1 + index into entries; 0: empty */
    size_t slot_count;    /* a power of two */
} NameIndex;

enum { FIRST_SLOTS = 256 };

static bool same_words(const People *people, const NameEntry *entry, uint32_t first, uint32_t end)
{
    if (entry->end - entry->first != end - first)
        return false;
    for (uint32_t i = 0; i < end - first; i++) {
        if (!tokens_same_word(people->tokens, entry->first + i, first + i))
            return false;
    }
    return true;
}

static uint32_t hash_words(const People *people, uint32_t first, uint32_t end)
{
    uint32_t hash = end - first;

    for (uint32_t i = first; i < end; i++)
        hash = hash * 0x01000193u ^ people_token(people, i)->hash;
    return hash * 0x9E3779B1u;
}

static void grow_slots(NameIndex *index)
{
    index->slot_count *= 2;
    arena_release(index->table);
    index->slots = ARENA_ARRAY(index->table, uint32_t, index->slot_count);
    for (size_t i = 0; i < index->entries.count; i++) {
        size_t slot = index->entries.items[i].hash & (index->slot_count - 1);

        while (index->slots[slot])
            slot = (slot + 1) & (index->slot_count - 1);
        index->slots[slot] = (uint32_t)i + 1;
    }
}

NameEntry *people_entry(People *people, uint32_t first, uint32_t end)
{
    NameIndex *index = people->index;
    uint32_t hash = hash_words(people, first, end);
    NameEntry fresh = {
        .hash = hash, .first = first, .end = end, .last_of = NO_PERSON, .first_of = NO_PERSON, .middle_of = NO_PERSON};
    size_t slot;

    if (index->entries.count * 2 >= index->slot_count)
        grow_slots(index);
    slot = hash & (index->slot_count - 1);
    for (; index->slots[slot]; slot = (slot + 1) & (index->slot_count - 1)) {
        NameEntry *entry = &index->entries.items[index->slots[slot] - 1];

        if (entry->hash == hash && same_words(people, entry, first, end))
            return entry;
    }
    ARRAY_PUSH(index->words, index->entries, fresh);
    index->slots[slot] = (uint32_t)index->entries.count;
    return &index->entries.items[index->entries.count - 1];
}

void people_init(People *people, Arena *arena, Arena *kept, const TokenList *tokens)
{
    *people = (People){.arena = arena, .kept = kept, .tokens = tokens, .use_given_names = true, .use_namesakes = true};
    people->named = ARENA_ARRAY(arena, NamedGroup, tokens->groups.count);
    for (size_t i = 0; i < COUNT_OF(people->recent); i++)
        people->recent[i] = NO_PERSON;
    people->entered = arena_within(arena);
    people->index = ARENA_NEW(arena, NameIndex);
    people->index->slot_count = FIRST_SLOTS;
    people->index->words = arena_within(arena);
    people->index->table = arena_within(arena);
    people->index->slots = ARENA_ARRAY(people->index->table, uint32_t, FIRST_SLOTS);
}

void people_forget_words(People *people)
{
    arena_release(people->index->words);
    arena_release(people->index->table);
    people->index = NULL;
}

/* What is known of a token's word, alone; NULL: nothing. */
static const NameEntry *known_word(const People *people, uint32_t token)
{
    const NameIndex *index = people->index;
    uint32_t hash = hash_words(people, token, token + 1);

    for (size_t slot = hash & (index->slot_count - 1); index->slots[slot]; slot = (slot + 1) & (index->slot_count - 1)) {
        const NameEntry *entry = &index->entries.items[index->slots[slot] - 1];

        if (entry->hash == hash && same_words(people, entry, token, token + 1))
            return entry;
    }
    return NULL;
}

int32_t people_with_last_name(const People *people, uint32_t token)
{
    const NameEntry *entry = known_word(people, token);

    return entry ? entry->last_of : NO_PERSON;
}

int32_t people_with_first_name(const People *people, uint32_t token)
{
    const NameEntry *entry = known_word(people, token);
    int32_t person = entry ? entry->first_of : NO_PERSON;

    return person != NO_PERSON && people->people.items[person].same_first == NO_PERSON ? person : NO_PERSON;
}
