/*
 * Names are joined by rules in a fixed order, each with its own row of merge_rules.def; a rule looks at each name once and at others by hash,
 * so that a text with many names costs no more than its length. Equal strings after folding are one name already.
 *
 *     known other name   U.S. = United States = America        a group of the lexicon
 *     initials           MTHB = Marsh Tide and Harbour Board   without brackets: one candidate only, letters of all its words
 *     short form         Ember = Ember Holdings Inc.           one candidate only, as all below
 *     its last word      the Authority = Saltmarsh Harbour Authority
 *     first party        Abbott = Abbott v. Burke
 *     its own name       Belmarsh = HMP Belmarsh
 *     short first name   Lettie = Lettice Tull                 a first name that is cut, and ends in -ie or -y
 *     handle             @InesFarrow = Ines Farrow
 *     last name          Farrow = Ines Farrow                  of what the registry of people does not know; else it has decided
 *
 * In brackets, "Marsh Harbour Board (MHB)", the text itself says so.
 */
#include "analysis/merging/name_merge.h"

#include "analysis/merging/merge_work.h"

enum { NAME_DECIDED = 2 };

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
            name_add_weight(&names[root], type, names[i].weight[type]);
            names[i].weight[type] = 0;
        }
    }
    for (uint32_t i = 0; i < table->names.count; i++)
        names[i].type = (unsigned char)heaviest_type(&names[name_root(table, i)]);
}

/* ---- Joining ---- */

static void join(NameTable *table, uint32_t full, uint32_t other, MergeRule rule)
{
    names_join(table, full, other);
    table->names.items[other].rule = (unsigned char)rule;
}

/* Was anything joined? */
static bool join_candidates(Merging *merging)
{
    bool any = false;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        uint32_t candidate = merging->candidates[i];

        if (candidate == CANDIDATE_SEVERAL)
            merging->table->names.items[i].doubtful = true;
        else if (candidate != CANDIDATE_NONE)
            join(merging->table, candidate - 1, i, merging->rule);
        any = any || candidate != CANDIDATE_NONE;
        merging->candidates[i] = CANDIDATE_NONE;
    }
    return any;
}

/* ---- Rules ---- */

/* Marsh Harbour Board (MHB); Ann Low (née Quill) */
static void join_told(NameTable *table, bool of_birth)
{
    for (uint32_t i = 0; i < table->names.count; i++) {
        const Name *name = &table->names.items[i];

        if (name->long_form && name->of_birth == of_birth)
            join(table, name->long_form - 1, i, of_birth ? MERGE_BIRTH : MERGE_BRACKET);
    }
}

/* U.S. = United States = America */
static void join_known(Merging *merging, Arena *scratch)
{
    uint32_t *first_of = ARENA_ARRAY(scratch, uint32_t, lexicon_group_limit());
    NameTable *table = merging->table;

    for (uint32_t i = 0; i < table->names.count; i++) {
        uint16_t group = table->names.items[i].group;

        if (!group)
            continue;
        if (first_of[group])
            join(table, first_of[group] - 1, i, MERGE_KNOWN);
        else
            first_of[group] = i + 1;
    }
}

/* ---- All of them ---- */

const MergeRuleInfo *merge_rule_info(MergeRule rule)
{
    static const MergeRuleInfo rules[MERGE_RULE_COUNT] = {
#define MERGE(ID, name, example) {name, example},
#include "analysis/merging/merge_rules.def"
#undef MERGE
    };

    return &rules[rule];
}

static const struct {
    MergeRule rule;
    void (*note)(Merging *merging); /* candidates */
} steps[] = {
    {MERGE_SPELLING, merging_note_spellings},
    {MERGE_INITIALS, merging_note_initials},
    {MERGE_SHORT, merging_note_short_forms},
    {MERGE_OBJECT, merging_note_objects},
    {MERGE_HEADWORD, merging_note_headwords},
    {MERGE_OPENING, merging_note_openings},
    {MERGE_END, merging_note_ends},
    {MERGE_HEAD, merging_note_heads},
    {MERGE_CASE, merging_note_parties},
    {MERGE_PREFIX, merging_note_prefixed},
    {MERGE_PART, merging_note_parts},
    {MERGE_LAST_NAME, merging_note_last_names},
    {MERGE_FIRST_NAME, merging_note_first_names},
    {MERGE_SHORT_FIRST_NAME, merging_note_short_first_names},
    {MERGE_SHORT_FIRST_NAME, merging_note_short_full_names},
    {MERGE_HANDLE, merging_note_handles},
};

void names_merge(NameTable *table, Arena *scratch, uint32_t left_out)
{
    Merging merging = {
        .table = table, .scratch = scratch, .candidates = ARENA_ARRAY(scratch, uint32_t, table->names.count + 1)};

    if (!(left_out >> MERGE_BRACKET & 1))
        join_told(table, false);
    if (!(left_out >> MERGE_BIRTH & 1))
        join_told(table, true);
    if (!(left_out >> MERGE_KNOWN & 1))
        join_known(&merging, scratch);
    decide_types(table);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        merging.rule = steps[i].rule;
        if (left_out >> merging.rule & 1)
            continue;
        steps[i].note(&merging);
        if (join_candidates(&merging))
            decide_types(table);
    }
}
