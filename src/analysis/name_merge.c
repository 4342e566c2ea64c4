/*
 * Names are joined by rules in a fixed order, each with its own table row; a rule looks at each name once and at others by hash, so that
 * a text with many names costs no more than its length. Equal strings after folding are one name already.
 *
 *     known other name   U.S. = United States = America        a group of the lexicon
 *     initials           MTHB = Marsh Tide and Harbour Board   without brackets: one candidate only, letters of all its words
 *     short form         Ember = Ember Holdings Inc.           one candidate only
 *
 * In brackets, "Marsh Harbour Board (MHB)", the text itself says so, and the scan has joined them.
 */
#include "analysis/name_merge.h"

#include "analysis/lexicon.h"

enum { NAME_DECIDED = 2, INITIALS_FEWEST = 3 };

enum {
    KINDS = LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY | LEXICON_MISC,
    ORDINARY = LEXICON_COMMON | LEXICON_STOP | LEXICON_CALENDAR | LEXICON_ROLE | LEXICON_HONORIFIC
};

/* ---- Types ---- */

static EntityType heaviest_type(const Name *name)
{
    EntityType type = ENTITY_TYPE_COUNT;
    unsigned most = NAME_DECIDED - 1;

    for (EntityType i = 0; i < ENTITY_TYPE_COUNT; i++) {
        if (name->weight[i] > most) {
            most = name->weight[i];
            type = i;
        }
    }
    return type;
}

/* The type of each set, from what speaks for all its names. */
static void decide_types(NameTable *table)
{
    Name *names = table->names.items;

    for (uint32_t i = 0; i < table->names.count; i++) {
        uint32_t root = name_root(table, i);

        if (root == i)
            continue;
        for (EntityType type = 0; type < ENTITY_TYPE_COUNT; type++) {
            names[root].weight[type] += names[i].weight[type];
            names[i].weight[type] = 0;
        }
    }
    for (uint32_t i = 0; i < table->names.count; i++)
        names[i].type = heaviest_type(&names[name_root(table, i)]);
}

/* ---- Rules ---- */

/* U.S. = United States = America */
static void join_known(NameTable *table, Arena *scratch)
{
    uint32_t *first_of = ARENA_ARRAY(scratch, uint32_t, lexicon_group_limit());

    for (uint32_t i = 0; i < table->names.count; i++) {
        uint16_t group = table->names.items[i].group;

        if (!group)
            continue;
        if (first_of[group])
            names_join(table, first_of[group] - 1, i);
        else
            first_of[group] = i + 1;
    }
}

#define CANDIDATE_NONE 0u
#define CANDIDATE_SEVERAL UINT32_MAX

/* Note that `name` may be the long form of `other`; two that are not one already are too many. */
static void note_candidate(NameTable *table, uint32_t *candidates, uint32_t other, uint32_t name)
{
    uint32_t known = candidates[other];

    if (known == CANDIDATE_NONE)
        candidates[other] = name + 1;
    else if (known != CANDIDATE_SEVERAL && name_root(table, known - 1) != name_root(table, name))
        candidates[other] = CANDIDATE_SEVERAL;
}

static void join_candidates(NameTable *table, const uint32_t *candidates, size_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (candidates[i] != CANDIDATE_NONE && candidates[i] != CANDIDATE_SEVERAL)
            names_join(table, candidates[i] - 1, i);
    }
}

/* "marsh tide and harbour board" -> "mtahb", or "mthb" without the small words. */
static Text initials_of(const Name *name, char *bytes, size_t capacity, bool small_words)
{
    Text rest = name->folded;
    size_t size = 0;

    while (rest.size && size < capacity) {
        size_t end = text_find_byte(rest, ' ', 0);
        Text word = {rest.bytes, end < rest.size ? end : rest.size};

        if (word.size && (small_words || !(lexicon_flags(word) & LEXICON_STOP)))
            bytes[size++] = word.bytes[0];
        rest.bytes += word.size;
        rest.size -= word.size;
        if (rest.size) {
            rest.bytes++;
            rest.size--;
        }
    }
    return (Text){bytes, size};
}

static bool in_capitals(Text spelled)
{
    for (size_t i = 0; i < spelled.size; i++) {
        if (ascii_is_lower(spelled.bytes[i]))
            return false;
    }
    return true;
}

/* The MTHB said ...   with "Marsh Tide and Harbour Board" somewhere in the text */
static void join_initials(NameTable *table, Arena *scratch)
{
    size_t count = table->names.count;
    uint32_t *candidates = ARENA_ARRAY(scratch, uint32_t, count);

    for (uint32_t i = 0; i < count; i++) {
        const Name *name = &table->names.items[i];
        char bytes[16];

        if (name->word_count < INITIALS_FEWEST || (name->type != ENTITY_ORGANIZATION && name->type != ENTITY_MISC))
            continue;
        for (int small_words = 0; small_words < 2; small_words++) {
            Text initials = initials_of(name, bytes, sizeof bytes, small_words != 0);
            uint32_t other = initials.size >= INITIALS_FEWEST ? name_find(table, initials) : NO_NAME;

            if (other != NO_NAME && in_capitals(table->names.items[other].spelled) &&
                !(table->names.items[other].lexicon & KINDS))
                note_candidate(table, candidates, other, i);
        }
    }
    join_candidates(table, candidates, count);
}

/* The name without the last word, when that word may be left out: "ember holdings inc" -> "ember holdings" -> "ember". */
static bool shorten(Text *folded)
{
    size_t size = folded->size;
    uint32_t flags;

    while (size && folded->bytes[size - 1] != ' ')
        size--;
    if (size < 2)
        return false;
    flags = lexicon_flags((Text){folded->bytes + size, folded->size - size});
    if (!(flags & (LEXICON_ORGANIZATION_SUFFIX | LEXICON_ORGANIZATION_NAMED)))
        return false;
    folded->size = size - 1;
    return true;
}

/* Ember said ...   with "Ember Holdings Inc." somewhere in the text, and no "Ember Foundation" */
static void join_short_forms(NameTable *table, Arena *scratch)
{
    const Name *names = table->names.items;
    size_t count = table->names.count;
    uint32_t *candidates = ARENA_ARRAY(scratch, uint32_t, count);

    for (uint32_t i = 0; names && i < count; i++) {
        Text folded = table->names.items[i].folded;

        if (table->names.items[i].type != ENTITY_ORGANIZATION)
            continue;
        while (shorten(&folded)) {
            uint32_t other = name_find(table, folded);
            const Name *name = other == NO_NAME ? NULL : &names[other];

            if (name && (name->type == ENTITY_ORGANIZATION || name->type == ENTITY_TYPE_COUNT) &&
                !(name->lexicon & (ORDINARY | LEXICON_PLACE | LEXICON_NATIONALITY)))
                note_candidate(table, candidates, other, i);
        }
    }
    join_candidates(table, candidates, count);
}

static const struct {
    const char *name;
    void (*join)(NameTable *table, Arena *scratch);
} rules[] = {
    {"known other name", join_known},
    {"initials", join_initials},
    {"short form", join_short_forms},
};

void names_merge(NameTable *table, Arena *scratch)
{
    decide_types(table);
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        rules[i].join(table, scratch);
        decide_types(table);
    }
}
