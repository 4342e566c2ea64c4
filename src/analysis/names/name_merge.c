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
#include "analysis/names/name_merge.h"

#include "analysis/words/lexicon.h"
#include "analysis/words/quotation_words.h"

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
        names[i].type = (unsigned char)heaviest_type(&names[name_root(table, i)]);
}

/* ---- Words ---- */

static Text last_word(Text folded)
{
    size_t size = folded.size;

    while (size && folded.bytes[size - 1] != ' ')
        size--;
    return text_slice(folded, (Range){size, folded.size});
}

static Text first_word(Text folded)
{
    size_t size = text_find_byte(folded, ' ', 0);

    return text_slice(folded, (Range){0, size == TEXT_NOT_FOUND ? folded.size : size});
}

/* ---- Candidates ---- */

#define CANDIDATE_NONE 0u
#define CANDIDATE_SEVERAL UINT32_MAX

typedef struct Merging {
    NameTable *table;
    Arena *scratch;
    uint32_t *candidates; /* for each name: 1 + what it may be a short form of */
    MergeRule rule;
} Merging;

/* Note that `name` may be the long form of `other`; two that are not one already are too many. */
static void note_candidate(Merging *merging, uint32_t other, uint32_t name)
{
    uint32_t known = merging->candidates[other];

    if (known == CANDIDATE_NONE)
        merging->candidates[other] = name + 1;
    else if (known != CANDIDATE_SEVERAL && name_root(merging->table, known - 1) != name_root(merging->table, name))
        merging->candidates[other] = CANDIDATE_SEVERAL;
}

static void join(NameTable *table, uint32_t full, uint32_t other, MergeRule rule)
{
    names_join(table, full, other);
    table->names.items[other].rule = (unsigned char)rule;
}

static void join_candidates(Merging *merging)
{
    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        uint32_t candidate = merging->candidates[i];

        if (candidate == CANDIDATE_SEVERAL)
            merging->table->names.items[i].doubtful = true;
        else if (candidate != CANDIDATE_NONE)
            join(merging->table, candidate - 1, i, merging->rule);
        merging->candidates[i] = CANDIDATE_NONE;
    }
}

/* ---- Rules ---- */

/* Marsh Harbour Board (MHB) */
static void join_brackets(NameTable *table)
{
    for (uint32_t i = 0; i < table->names.count; i++) {
        if (table->names.items[i].long_form)
            join(table, table->names.items[i].long_form - 1, i, MERGE_BRACKET);
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

/* "marsh tide and harbour board" -> "mtahb", or "mthb" without the small words. */
static Text initials_of(Text folded, char *bytes, size_t capacity, bool small_words)
{
    Text rest = folded;
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

/* The MTHB said ...   with "Marsh Tide and Harbour Board" somewhere in the text */
static void note_initials(Merging *merging)
{
    const NameTable *table = merging->table;

    for (uint32_t i = 0; i < table->names.count; i++) {
        const Name *name = &table->names.items[i];
        char bytes[16];

        if (name->word_count < INITIALS_FEWEST || (name->type != ENTITY_ORGANIZATION && name->type != ENTITY_MISC))
            continue;
        for (int small_words = 0; small_words < 2; small_words++) {
            Text initials = initials_of(name_folded(table, name), bytes, sizeof bytes, small_words != 0);
            uint32_t other = initials.size >= INITIALS_FEWEST ? name_find(table, initials) : NO_NAME;

            if (other != NO_NAME && table->names.items[other].in_capitals && !(table->names.items[other].lexicon & KINDS))
                note_candidate(merging, other, i);
        }
    }
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
    if (!(flags & (LEXICON_ORGANIZATION_SUFFIX | LEXICON_ORGANIZATION_NAMED | LEXICON_ORGANIZATION_HEAD)))
        return false;
    folded->size = size - 1;
    return true;
}

/* May a short form stand for an organisation: a name of one, or one that nobody knows the kind of? */
static bool may_be_organization(const Name *name)
{
    return (name->type == ENTITY_ORGANIZATION || name->type == ENTITY_TYPE_COUNT) &&
           !(name->lexicon & (LEXICON_PLACE | LEXICON_NATIONALITY));
}

/* Ember said ...   with "Ember Holdings Inc." somewhere in the text, and no "Ember Foundation" */
static void note_short_forms(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]);

        if (names[i].type != ENTITY_ORGANIZATION)
            continue;
        while (shorten(&folded)) {
            uint32_t other = name_find(merging->table, folded);

            if (other != NO_NAME && may_be_organization(&names[other]) && !(names[other].lexicon & ORDINARY))
                note_candidate(merging, other, i);
        }
    }
}

/* Is "X of Y" called Y: an organisation, but not one of a place ("Bank of England"); or "City of Norwich"? */
static bool may_be_object(const NameTable *table, const Name *whole, const Name *object)
{
    Text first = first_word(name_folded(table, whole));

    if (whole->type != object->type)
        return false;
    if (whole->type == ENTITY_PLACE)
        return text_list_has(TEXT("city town village borough"), first);
    return whole->type == ENTITY_ORGANIZATION && (lexicon_flags(first) & LEXICON_ORGANIZATION_OF) &&
           !(object->lexicon & (ORDINARY | LEXICON_PLACE | LEXICON_NATIONALITY));
}

/* Norvania said ...   of the "Church of Norvania" */
static void note_objects(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]);
        size_t of = text_find(folded, TEXT(" of "), 0);
        uint32_t other;

        if (of == TEXT_NOT_FOUND)
            continue;
        other = name_find(merging->table, text_slice(folded, (Range){of + 4, folded.size}));
        if (other != NO_NAME && may_be_object(merging->table, &names[i], &names[other]))
            note_candidate(merging, other, i);
    }
}

/* The Abbott ruling …   of the case "Abbott v. Burke" */
static void note_parties(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]);
        size_t versus = names[i].type == ENTITY_MISC ? text_find(folded, TEXT(" v "), 0) : TEXT_NOT_FOUND;
        uint32_t other =
            versus == TEXT_NOT_FOUND ? NO_NAME : name_find(merging->table, text_slice(folded, (Range){0, versus}));

        if (other != NO_NAME && names[other].type == ENTITY_MISC)
            note_candidate(merging, other, i);
    }
}

/* Belmarsh is full …   with "HMP Belmarsh" in the text: a prison or a ship, without what tells that it is one */
static void note_prefixed(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]), first = first_word(folded);
        uint32_t other;

        if (names[i].word_count < 2 || !text_list_has(TEXT("hmas hmcs hmp hms rms uss"), first))
            continue;
        other = name_find(merging->table, text_slice(folded, (Range){first.size + 1, folded.size}));
        if (other != NO_NAME && names[other].type != ENTITY_PERSON && !names[other].lexicon)
            note_candidate(merging, other, i);
    }
}

/* What an organisation is called behind "the": "Authority" of the Saltmarsh Harbour Authority, "Ministry" of the Ministry of Tides. */
static Text headword(Text folded)
{
    Text last = last_word(folded), first = first_word(folded);

    if (lexicon_flags(last) & LEXICON_ORGANIZATION_HEAD)
        return last;
    return lexicon_flags(first) & (LEXICON_ORGANIZATION_HEAD | LEXICON_ORGANIZATION_OF) ? first : (Text){0};
}

/* The Authority said ...   with "Saltmarsh Harbour Authority" in the text, and no "Bergen Port Authority"; the Gulls of Bergen Gulls */
static void note_headwords(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]), head;
        uint32_t other;
        bool team;

        if (names[i].type != ENTITY_ORGANIZATION || names[i].word_count < 2)
            continue;
        head = headword(folded);
        team = !head.size && (lexicon_flags(first_word(folded)) & LEXICON_PLACE);
        other = name_find(merging->table, team ? last_word(folded) : head);
        if (other != NO_NAME && (team || names[other].with_the) && may_be_organization(&names[other]))
            note_candidate(merging, other, i);
    }
}

/* ---- People ---- */

/* "ines farrow jr" without what tells a son from a father. */
static Text without_suffix(Text folded)
{
    static const char *const suffixes[] = {" jr", " sr", " ii", " iii", " iv"};

    for (size_t i = 0; i < COUNT_OF(suffixes); i++) {
        Text suffix = text_from(suffixes[i]);

        if (text_ends_with(folded, suffix))
            return text_slice(folded, (Range){0, folded.size - suffix.size});
    }
    return folded;
}

static bool is_person(const Name *name)
{
    return name->type == ENTITY_PERSON;
}

static bool is_handle(const NameTable *table, const Name *name)
{
    return text_starts_with(name_folded(table, name), TEXT("@"));
}

/* A name alone that is nobody's yet; "Mr. Farrow" the registry has told from Ines Farrow. */
static bool is_open_single(const Name *name)
{
    return is_person(name) && name->word_count == 1 && !name->titled && name->rule == MERGE_SAME && !name->doubtful;
}

/* Farrow said ...   with "Ines Farrow" in the text, and no "Tom Farrow" */
static void note_names(Merging *merging, Text (*word_of)(Text))
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text full = without_suffix(name_folded(merging->table, &names[i]));
        uint32_t other;

        if (!is_person(&names[i]) || names[i].word_count < 2)
            continue;
        other = name_find(merging->table, word_of(full));
        if (other != NO_NAME && is_open_single(&names[other]))
            note_candidate(merging, other, i);
    }
}

static void note_last_names(Merging *merging)
{
    note_names(merging, last_word);
}

static void note_first_names(Merging *merging)
{
    note_names(merging, first_word);
}

/* Lettie said ...   with "Lettice Tull" in the text: a first name that is cut, and ends in -ie or -y */
static void note_short_first_names(Merging *merging)
{
    static const Text endings[] = {LITERAL("ie"), LITERAL("y")};
    enum { STEM_LEAST = 3, STEM_MOST = 8 };

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        const Name *name = &merging->table->names.items[i];
        Text first = first_word(name_folded(merging->table, name));

        for (size_t stem = STEM_LEAST;
             is_person(name) && name->word_count > 1 && stem < first.size && stem <= STEM_MOST; stem++) {
            for (size_t k = 0; k < COUNT_OF(endings); k++) {
                FoldedName cut = {.size = 0};
                uint32_t other;

                folded_name_append(&cut, text_slice(first, (Range){0, stem}));
                folded_name_append(&cut, endings[k]);
                other = name_find(merging->table, folded_name_text(&cut));
                if (other != NO_NAME && is_open_single(&merging->table->names.items[other]))
                    note_candidate(merging, other, i);
            }
        }
    }
}

/* A short first name that is not just cut: the full one; empty: none is known. */
static Text full_first_name(Text name)
{
    static const Text pairs[][2] = {{LITERAL("bill"), LITERAL("william")},   {LITERAL("bob"), LITERAL("robert")},
                                    {LITERAL("chuck"), LITERAL("charles")},  {LITERAL("dick"), LITERAL("richard")},
                                    {LITERAL("jack"), LITERAL("john")},      {LITERAL("jim"), LITERAL("james")},
                                    {LITERAL("jimmy"), LITERAL("james")},    {LITERAL("kate"), LITERAL("katherine")},
                                    {LITERAL("liz"), LITERAL("elizabeth")},  {LITERAL("maggie"), LITERAL("margaret")},
                                    {LITERAL("meg"), LITERAL("margaret")},   {LITERAL("mike"), LITERAL("michael")},
                                    {LITERAL("peggy"), LITERAL("margaret")}, {LITERAL("ted"), LITERAL("edward")},
                                    {LITERAL("tony"), LITERAL("anthony")}};

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (text_equal(pairs[i][0], name))
            return pairs[i][1];
    }
    return (Text){0};
}

/* Is a first name the short form of another: "lettie" or "bill" of "lettice", "william"? Not "ann" of "anna". */
static bool is_short_first_name(Text name, Text full)
{
    enum { STEM_LEAST = 3 };
    size_t cut = text_ends_with(name, TEXT("ie")) ? 2 : text_ends_with(name, TEXT("y"));
    Text stem = text_slice(name, (Range){0, name.size - cut});

    return text_equal(full_first_name(name), full) ||
           (cut && name.size < full.size && stem.size >= STEM_LEAST && text_starts_with(full, stem));
}

/* Lettie Tull said ...   with "Lettice Tull" in the text: each is held against the one before it with the same last name. */
static void note_short_full_names(Merging *merging)
{
    const NameTable *table = merging->table;
    size_t slots = table->names.count + 1;
    uint32_t *before = ARENA_ARRAY(merging->scratch, uint32_t, slots); /* by the hash of the last name: 1 + a name */

    for (uint32_t i = 0; i < table->names.count; i++) {
        Text folded = name_folded(table, &table->names.items[i]), last = last_word(folded);
        uint32_t *slot = &before[text_hash(last) % slots];

        if (!is_person(&table->names.items[i]) || table->names.items[i].word_count != 2)
            continue;
        if (*slot) {
            Text other = name_folded(table, &table->names.items[*slot - 1]);

            if (text_equal(last_word(other), last) && is_short_first_name(first_word(folded), first_word(other)))
                note_candidate(merging, i, *slot - 1);
            else if (text_equal(last_word(other), last) && is_short_first_name(first_word(other), first_word(folded)))
                note_candidate(merging, *slot - 1, i);
        }
        *slot = i + 1;
    }
}

/* Ines Farrow said ...   with "Ines Maria Farrow" in the text; whether it is "Ines Farrow Jr.", the registry has decided */
static uint32_t find_outer(const NameTable *table, Text folded)
{
    FoldedName outer = {.size = 0};

    if (without_suffix(folded).size < folded.size)
        return NO_NAME;
    folded_name_append(&outer, first_word(folded));
    folded_name_append(&outer, TEXT(" "));
    folded_name_append(&outer, last_word(folded));
    return name_find(table, folded_name_text(&outer));
}

/* Suu Kyi said ...   with "Aung San Suu Kyi" in the text */
static uint32_t find_ending(const NameTable *table, Text folded)
{
    size_t at = text_find_byte(folded, ' ', 0);
    uint32_t found = NO_NAME;

    while (at < folded.size && found == NO_NAME) {
        Text ending = text_slice(folded, (Range){at + 1, folded.size});

        at = text_find_byte(folded, ' ', at + 1);
        if (at < folded.size) /* two words or more */
            found = name_find(table, ending);
    }
    return found;
}

/* Mary Jane stayed ...   with "Mary Jane O'Neill" in the text: two first names, by the list of them */
static uint32_t find_first_names(const NameTable *table, Text folded)
{
    Text first = first_word(folded), rest = text_slice(folded, (Range){first.size + 1, folded.size}),
         second = first_word(rest);

    return (word_classes(first) & CLASS_GIVEN) && (word_classes(second) & CLASS_GIVEN)
               ? name_find(table, text_slice(folded, (Range){0, first.size + 1 + second.size}))
               : NO_NAME;
}

static void note_parts(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]);
        uint32_t parts[3];

        if (!is_person(&names[i]) || names[i].word_count < 3)
            continue;
        parts[0] = find_outer(merging->table, folded);
        parts[1] = find_ending(merging->table, folded);
        parts[2] = find_first_names(merging->table, folded);
        for (size_t k = 0; k < COUNT_OF(parts); k++) {
            if (parts[k] != NO_NAME && parts[k] != i && is_person(&names[parts[k]]))
                note_candidate(merging, parts[k], i);
        }
    }
}

enum { HANDLE_WAYS = 12 };

/* Append the handle that a person of this name may have, in one of the ways: @inesfarrow, @ifarrow, @ines_farrow, @farrowines, with a title or
 * without; false: a name of one word has none. */
static bool handle_of_name(Text folded, size_t way, FoldedName *handle)
{
    static const Text titles[] = {LITERAL("@"), LITERAL("@dr"), LITERAL("@real")};
    enum { ORDERS = HANDLE_WAYS / COUNT_OF(titles) };
    Text first = first_word(folded), last = last_word(folded);
    size_t order = way % ORDERS;

    if (first.size == 0 || first.size == folded.size)
        return false;
    if (order == 1)
        first.size = 1; /* ifarrow */
    folded_name_append(handle, titles[way / ORDERS]);
    folded_name_append(handle, order == 3 ? last : first);
    folded_name_append(handle, order == 2 ? TEXT("_") : (Text){0});
    folded_name_append(handle, order == 3 ? first : last);
    return true;
}

/* @InesFarrow said ...   with "Ines Farrow" in the text */
static void note_handles(Merging *merging)
{
    const Name *names = merging->table->names.items;
    bool any = false;

    for (uint32_t i = 0; i < merging->table->names.count && !any; i++)
        any = is_handle(merging->table, &names[i]);
    for (uint32_t i = 0; i < merging->table->names.count && any; i++) {
        Text full = without_suffix(name_folded(merging->table, &names[i]));

        for (size_t way = 0; way < HANDLE_WAYS && is_person(&names[i]); way++) {
            FoldedName handle = {.size = 0};
            uint32_t other = handle_of_name(full, way, &handle) && !handle.full
                                 ? name_find(merging->table, folded_name_text(&handle))
                                 : NO_NAME;

            if (other != NO_NAME && names[other].rule == MERGE_SAME)
                note_candidate(merging, other, i);
        }
    }
}

MergeRule merge_rule_of_person(Text name, Text full)
{
    FoldedName a = {.size = 0}, b = {.size = 0};
    Text short_form, long_form;

    folded_name_append(&a, name);
    folded_name_append(&b, full);
    short_form = folded_name_text(&a);
    long_form = folded_name_text(&b);
    if (text_equal(short_form, long_form))
        return MERGE_SAME;
    if (text_equal(short_form, last_word(without_suffix(long_form))))
        return MERGE_LAST_NAME;
    return text_equal(short_form, first_word(long_form)) ? MERGE_FIRST_NAME : MERGE_PART;
}

/* ---- All of them ---- */

const MergeRuleInfo *merge_rule_info(MergeRule rule)
{
    static const MergeRuleInfo rules[MERGE_RULE_COUNT] = {
#define MERGE(ID, name, example) {name, example},
#include "analysis/names/merge_rules.def"
#undef MERGE
    };

    return &rules[rule];
}

static const struct {
    MergeRule rule;
    void (*note)(Merging *merging); /* candidates */
} steps[] = {
    {MERGE_INITIALS, note_initials},
    {MERGE_SHORT, note_short_forms},
    {MERGE_OBJECT, note_objects},
    {MERGE_HEADWORD, note_headwords},
    {MERGE_CASE, note_parties},
    {MERGE_PREFIX, note_prefixed},
    {MERGE_PART, note_parts},
    {MERGE_LAST_NAME, note_last_names},
    {MERGE_FIRST_NAME, note_first_names},
    {MERGE_SHORT_FIRST_NAME, note_short_first_names},
    {MERGE_SHORT_FIRST_NAME, note_short_full_names},
    {MERGE_HANDLE, note_handles},
};

void names_merge(NameTable *table, Arena *scratch, uint32_t left_out)
{
    Merging merging = {
        .table = table, .scratch = scratch, .candidates = ARENA_ARRAY(scratch, uint32_t, table->names.count + 1)};

    if (!(left_out >> MERGE_BRACKET & 1))
        join_brackets(table);
    if (!(left_out >> MERGE_KNOWN & 1))
        join_known(&merging, scratch);
    decide_types(table);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        merging.rule = steps[i].rule;
        if (left_out >> merging.rule & 1)
            continue;
        steps[i].note(&merging);
        join_candidates(&merging);
        decide_types(table);
    }
}
