/*
 * A hash table of names with open addressing, and over it a forest of sets (Galler and Fischer 1964; Tarjan 1975): joining two names
 * hangs one root under the other, the earlier name on top, and looking a root up halves the path on its way.
 *
 *     "U.S." -> "us", "United States" -> "united states"; names_join: both have the root of the one that came first
 */
#include "analysis/names/names.h"

#include <limits.h>

#include "analysis/words/lexicon.h"

enum { FIRST_SLOTS = 256 };

_Static_assert(LEXICON_LONGEST <= UCHAR_MAX, "sizes of names are bytes");

static uint32_t *slot_of(const NameTable *table, Text folded)
{
    size_t slot = text_hash(folded) & (table->slot_count - 1);

    while (table->slots[slot] && !text_equal(name_folded(table, &table->names.items[table->slots[slot] - 1]), folded))
        slot = (slot + 1) & (table->slot_count - 1);
    return &table->slots[slot];
}

/* At most three quarters full. */
static void make_room(NameTable *table)
{
    if (table->names.count < table->slot_count / 4 * 3)
        return;
    if (table->slot_arena)
        arena_release(table->slot_arena);
    else
        table->slot_arena = arena_within(table->arena);
    table->slot_count = table->slot_count ? table->slot_count * 2 : FIRST_SLOTS;
    table->slots = ARENA_ARRAY(table->slot_arena, uint32_t, table->slot_count);
    for (size_t i = 0; i < table->names.count; i++)
        *slot_of(table, name_folded(table, &table->names.items[i])) = (uint32_t)i + 1;
}

uint32_t name_enter(NameTable *table, Text spelled)
{
    FoldedName folded = {.size = 0};
    const LexiconEntry *entry;
    uint32_t *slot;
    Name name = {.type = ENTITY_TYPE_COUNT, .person = NO_PERSON};

    folded_name_append(&folded, spelled);
    if (folded.full || folded.size == 0)
        return NO_NAME;
    make_room(table);
    slot = slot_of(table, folded_name_text(&folded));
    if (*slot)
        return *slot - 1;
    entry = lexicon_find(&folded);
    name.folded = (uint32_t)table->folded.count;
    name.size = (unsigned char)folded.size;
    name.word_count = (unsigned char)text_count_words(folded_name_text(&folded));
    name.in_capitals = !text_has_small_letter(spelled);
    name.lexicon = entry ? entry->flags : 0;
    name.group = entry ? entry->group : 0;
    name.parent = (uint32_t)table->names.count;
    text_buffer_add(table->arena, &table->folded, folded_name_text(&folded));
    ARRAY_PUSH(table->arena, table->names, name);
    *slot = name.parent + 1;
    return name.parent;
}

uint32_t name_find(const NameTable *table, Text folded)
{
    return table->slot_count ? *slot_of(table, folded) - 1 : NO_NAME;
}

uint32_t name_find_spelled(const NameTable *table, Text spelled)
{
    FoldedName folded = {.size = 0};

    folded_name_append(&folded, spelled);
    return folded.full ? NO_NAME : name_find(table, folded_name_text(&folded));
}

void name_add_weight(Name *name, EntityType type, int64_t weight)
{
    int64_t sum = name->weight[type] + weight;

    name->weight[type] = (uint16_t)(sum < 0 ? 0 : sum > UINT16_MAX ? UINT16_MAX : sum);
}

uint32_t name_root(NameTable *table, uint32_t name)
{
    Name *names = table->names.items;

    while (names[name].parent != name) {
        names[name].parent = names[names[name].parent].parent;
        name = names[name].parent;
    }
    return name;
}

void names_join(NameTable *table, uint32_t a, uint32_t b)
{
    a = name_root(table, a);
    b = name_root(table, b);
    if (a < b)
        table->names.items[b].parent = a;
    else
        table->names.items[a].parent = b;
}
