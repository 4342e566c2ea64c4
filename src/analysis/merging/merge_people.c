/*
 * Short forms of people: parts of the full name, first names cut short, handles.
 */
#include "analysis/merging/merge_work.h"
#include "analysis/words/quotation_words.h"

static Text without_ending(Text folded, const Text *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_ends_with(folded, endings[i])) {
            folded.size -= endings[i].size;
            folded.size -= folded.size && folded.bytes[folded.size - 1] == ','; /* "ines farrow, jr" */
            return folded;
        }
    }
    return folded;
}

/* "ines farrow jr" without what tells a son from a father, "durham hall qc" without its letters. */
static Text without_suffix(Text folded)
{
    static const Text suffixes[] = {LITERAL(" jr"), LITERAL(" sr"), LITERAL(" ii"), LITERAL(" iii"),
                                    LITERAL(" iv"), LITERAL(" kc"), LITERAL(" qc")};

    return without_ending(folded, suffixes, COUNT_OF(suffixes));
}

/* Only without the letters. */
static Text without_letters(Text folded)
{
    static const Text letters[] = {LITERAL(" kc"), LITERAL(" qc")};

    return without_ending(folded, letters, COUNT_OF(letters));
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
            merging_note(merging, other, i);
    }
}

void merging_note_last_names(Merging *merging)
{
    note_names(merging, folded_last_word);
}

void merging_note_first_names(Merging *merging)
{
    note_names(merging, folded_first_word);
}

/* Lettie said ...   with "Lettice Tull" in the text: a first name that is cut, and ends in -ie or -y */
void merging_note_short_first_names(Merging *merging)
{
    static const Text endings[] = {LITERAL("ie"), LITERAL("y")};
    enum { STEM_LEAST = 3, STEM_MOST = 8 };

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        const Name *name = &merging->table->names.items[i];
        Text first = folded_first_word(name_folded(merging->table, name));

        for (size_t stem = STEM_LEAST;
             is_person(name) && name->word_count > 1 && stem < first.size && stem <= STEM_MOST; stem++) {
            for (size_t k = 0; k < COUNT_OF(endings); k++) {
                FoldedName cut = {.size = 0};
                uint32_t other;

                folded_name_append(&cut, text_slice(first, (Range){0, stem}));
                folded_name_append(&cut, endings[k]);
                other = name_find(merging->table, folded_name_text(&cut));
                if (other != NO_NAME && is_open_single(&merging->table->names.items[other]))
                    merging_note(merging, other, i);
            }
        }
    }
}

/* Is it a short first name of that full one that is not just cut? */
static bool is_known_short(Text name, Text full)
{
    static const Text pairs[][2] = {
#define SHORT_FIRST_NAME(name, full) {LITERAL(name), LITERAL(full)},
#include "analysis/merging/short_first_names.def"
#undef SHORT_FIRST_NAME
    };

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (text_equal(pairs[i][0], name) && text_equal(pairs[i][1], full))
            return true;
    }
    return false;
}

/* Is a first name the short form of another: "lettie" or "bill" of "lettice", "william"? Not "ann" of "anna". */
static bool is_short_first_name(Text name, Text full)
{
    enum { STEM_LEAST = 3 };
    size_t cut = text_ends_with(name, TEXT("ie")) ? 2 : text_ends_with(name, TEXT("y"));
    Text stem = text_slice(name, (Range){0, name.size - cut});

    return is_known_short(name, full) ||
           (cut && name.size < full.size && stem.size >= STEM_LEAST && text_starts_with(full, stem));
}

/* Lettie Tull said ...   with "Lettice Tull" in the text: each is held against the one before it with the same last name. */
void merging_note_short_full_names(Merging *merging)
{
    enum { NAME_LONGEST = 3 /* words: "Timothy D. Cook" */ };
    const NameTable *table = merging->table;
    size_t slots = table->names.count + 1;
    uint32_t *before = ARENA_ARRAY(merging->scratch, uint32_t, slots); /* by the hash of the last name: 1 + a name */

    for (uint32_t i = 0; i < table->names.count; i++) {
        Text folded = name_folded(table, &table->names.items[i]), last = folded_last_word(folded);
        uint32_t *slot = &before[text_hash(last) % slots];

        if (!is_person(&table->names.items[i]) || table->names.items[i].word_count < 2 ||
            table->names.items[i].word_count > NAME_LONGEST)
            continue;
        if (*slot) {
            Text other = name_folded(table, &table->names.items[*slot - 1]);

            if (text_equal(folded_last_word(other), last) &&
                is_short_first_name(folded_first_word(folded), folded_first_word(other)))
                merging_note(merging, i, *slot - 1);
            else if (text_equal(folded_last_word(other), last) &&
                     is_short_first_name(folded_first_word(other), folded_first_word(folded)))
                merging_note(merging, *slot - 1, i);
        }
        *slot = i + 1;
    }
}

/* The bytes of a mark before or behind a nickname; 0: it is none. Only “ and ” begin with 0xE2 in a folded name. */
static size_t nickname_mark(char byte)
{
    return (unsigned char)byte == 0xE2 ? 3 : byte == '"' || byte == '(' || byte == ')';
}

/* "hank" of `henry c "hank" johnson`, "maggie" of "margaret (maggie) perrin"; empty: there is none. */
static Text nickname_of(Text folded)
{
    size_t start = 0, end;

    while (start < folded.size && !nickname_mark(folded.bytes[start]))
        start++;
    if (start == folded.size)
        return (Text){0};
    start += nickname_mark(folded.bytes[start]);
    for (end = start; end < folded.size && !nickname_mark(folded.bytes[end]);)
        end++;
    return end < folded.size ? text_slice(folded, (Range){start, end}) : (Text){0};
}

/* Hank Johnson said ...   with "Henry C. "Hank" Johnson" in the text; or Hank alone */
static void note_nickname(Merging *merging, uint32_t name)
{
    const NameTable *table = merging->table;
    Text full = without_suffix(name_folded(table, &table->names.items[name])), nickname = nickname_of(full);
    FoldedName form = {.size = 0};
    uint32_t other;

    if (!nickname.size)
        return;
    other = name_find(table, nickname);
    if (other != NO_NAME && is_open_single(&table->names.items[other]))
        merging_note(merging, other, name);
    folded_name_append(&form, nickname);
    folded_name_append(&form, TEXT(" "));
    folded_name_append(&form, folded_last_word(full));
    other = name_find(table, folded_name_text(&form));
    if (other != NO_NAME && is_person(&table->names.items[other]))
        merging_note(merging, other, name);
}

/* Ines Farrow said ...   with "Ines Maria Farrow" in the text; whether it is "Ines Farrow Jr.", the registry has decided */
static uint32_t find_outer(const NameTable *table, Text folded)
{
    FoldedName outer = {.size = 0};

    if (without_suffix(folded).size < folded.size)
        return NO_NAME;
    folded_name_append(&outer, folded_first_word(folded));
    folded_name_append(&outer, TEXT(" "));
    folded_name_append(&outer, folded_last_word(folded));
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
    Text first = folded_first_word(folded), rest = text_slice(folded, (Range){first.size + 1, folded.size}),
         second = folded_first_word(rest);

    return (word_classes(first) & CLASS_GIVEN) && (word_classes(second) & CLASS_GIVEN)
               ? name_find(table, text_slice(folded, (Range){0, first.size + 1 + second.size}))
               : NO_NAME;
}

void merging_note_parts(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = without_letters(name_folded(merging->table, &names[i]));
        uint32_t parts[3];

        if (!is_person(&names[i]) || names[i].word_count < 3)
            continue;
        note_nickname(merging, i);
        parts[0] = find_outer(merging->table, folded);
        parts[1] = find_ending(merging->table, folded);
        parts[2] = find_first_names(merging->table, folded);
        for (size_t k = 0; k < COUNT_OF(parts); k++) {
            if (parts[k] != NO_NAME && parts[k] != i && is_person(&names[parts[k]]))
                merging_note(merging, parts[k], i);
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
    Text first = folded_first_word(folded), last = folded_last_word(folded);
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
void merging_note_handles(Merging *merging)
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
                merging_note(merging, other, i);
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
    if (text_equal(short_form, folded_last_word(without_suffix(long_form))))
        return MERGE_LAST_NAME;
    return text_equal(short_form, folded_first_word(long_form)) ? MERGE_FIRST_NAME : MERGE_PART;
}
