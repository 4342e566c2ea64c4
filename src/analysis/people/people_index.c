/*
 * Names by their words: a hash table with open addressing gives each string of words a number, by the tokens of one place where it stands;
 * what is known about it is in an array by that number. Full names and single words have tables of their own, since of words more is known.
 */
#include "analysis/people/people_index.h"

typedef struct StringTable {
    ARRAY(TokenRange) strings;
    Arena *table;      /* of the slots: */
    uint32_t *slots;   /* 1 + index into strings; 0: empty */
    size_t slot_count; /* a power of two */
} StringTable;

typedef struct NameIndex {
    Arena *arena;
    StringTable full_names, single_words;
    ARRAY(NameEvidence) evidence; /* of the full names */
    ARRAY(NameEntry) entries;     /* of the words, */
    ARRAY(NameUses) uses;         /* … and of those that are used so */
} NameIndex;

enum { FIRST_SLOTS = 256 };

static const NameEntry unknown_word = {.last_of = NO_PERSON};
static const NameUses no_uses = {.first_of = NO_PERSON, .middle_of = NO_PERSON};

static bool same_words(const People *people, TokenRange a, TokenRange b)
{
    if (a.end - a.first != b.end - b.first)
        return false;
    for (uint32_t i = 0; i < a.end - a.first; i++) {
        if (people_token(people, a.first + i) != people_token(people, b.first + i) &&
            !tokens_same_word(people->tokens, a.first + i, b.first + i))
            return false;
    }
    return true;
}

static uint32_t hash_words(const People *people, TokenRange words)
{
    uint32_t hash = words.end - words.first;

    for (uint32_t i = words.first; i < words.end; i++)
        hash = hash * 0x01000193u ^ people_token(people, i)->hash;
    return hash * 0x9E3779B1u;
}

/* Where a string is in the table, or belongs. */
static uint32_t *slot_of(const People *people, const StringTable *table, TokenRange words)
{
    size_t slot = hash_words(people, words) & (table->slot_count - 1);

    while (table->slots[slot] && !same_words(people, table->strings.items[table->slots[slot] - 1], words))
        slot = (slot + 1) & (table->slot_count - 1);
    return &table->slots[slot];
}

static void make_slots(const People *people, StringTable *table, size_t count)
{
    arena_release(table->table);
    table->slot_count = count;
    table->slots = ARENA_ARRAY(table->table, uint32_t, count);
    for (size_t i = 0; i < table->strings.count; i++)
        *slot_of(people, table, table->strings.items[i]) = (uint32_t)i + 1;
}

static StringTable table_new(Arena *arena)
{
    Arena *slots = arena_within(arena);

    return (StringTable){.table = slots, .slots = ARENA_ARRAY(slots, uint32_t, FIRST_SLOTS), .slot_count = FIRST_SLOTS};
}

/* The number of a string; entered when it is new, with the number that there were before. At most three quarters of the slots are full. */
static size_t enter_words(const People *people, StringTable *table, TokenRange words)
{
    uint32_t *slot = slot_of(people, table, words);

    if (*slot)
        return *slot - 1;
    if (table->strings.count >= table->slot_count / 4 * 3) {
        make_slots(people, table, table->slot_count * 2);
        slot = slot_of(people, table, words);
    }
    ARRAY_PUSH(people->index->arena, table->strings, words);
    *slot = (uint32_t)table->strings.count;
    return table->strings.count - 1;
}

void people_init(People *people, Arena *arena, Arena *kept, const TokenList *tokens)
{
    Arena *words = arena_within(arena);

    *people = (People){.arena = arena, .kept = kept, .tokens = tokens, .use_given_names = true, .use_namesakes = true};
    people->named = ARENA_ARRAY(arena, NamedGroup, tokens->groups.count);
    for (size_t i = 0; i < COUNT_OF(people->recent); i++)
        people->recent[i] = NO_PERSON;
    ARRAY_PUSH(arena, people->details, (PersonDetails){0});
    people->index = ARENA_NEW(arena, NameIndex);
    *people->index = (NameIndex){.arena = words, .full_names = table_new(words), .single_words = table_new(words)};
}

void people_forget_words(People *people)
{
    arena_release(people->index->arena);
    people->index = NULL;
}

NameEvidence *people_evidence(People *people, uint32_t first, uint32_t end)
{
    NameIndex *index = people->index;
    size_t number;

    if (end - first == 1)
        return &people_word(people, first)->evidence;
    number = enter_words(people, &index->full_names, (TokenRange){first, end});
    if (number == index->evidence.count)
        ARRAY_PUSH(index->arena, index->evidence, (NameEvidence){0});
    return &index->evidence.items[number];
}

NameEntry *people_word(People *people, uint32_t token)
{
    NameIndex *index = people->index;
    size_t number = enter_words(people, &index->single_words, (TokenRange){token, token + 1});

    if (number == index->entries.count)
        ARRAY_PUSH(index->arena, index->entries, unknown_word);
    return &index->entries.items[number];
}

NameUses *people_word_uses(People *people, uint32_t token)
{
    NameIndex *index = people->index;
    NameEntry *entry = people_word(people, token);

    if (!entry->uses) {
        ARRAY_PUSH(index->arena, index->uses, no_uses);
        entry->uses = (uint32_t)index->uses.count;
    }
    return &index->uses.items[entry->uses - 1];
}

const NameEntry *people_known_word(const People *people, uint32_t token)
{
    const NameIndex *index = people->index;
    uint32_t number = *slot_of(people, &index->single_words, (TokenRange){token, token + 1});

    return number ? &index->entries.items[number - 1] : &unknown_word;
}

const NameUses *people_known_uses(const People *people, uint32_t token)
{
    uint32_t uses = people_known_word(people, token)->uses;

    return uses ? &people->index->uses.items[uses - 1] : &no_uses;
}

int32_t people_with_last_name(const People *people, uint32_t token)
{
    return people_known_word(people, token)->last_of;
}

int32_t people_with_first_name(const People *people, uint32_t token)
{
    const NameUses *uses = people_known_uses(people, token);

    return uses->first_of_several ? NO_PERSON : uses->first_of;
}
