/*
 * Short forms of organisations and places, of cases and ships: made from the long name, word by word, and looked up.
 */
#include "analysis/merging/merge_work.h"

enum { INITIALS_FEWEST = 3 };

/* "marsh tide and harbour board" -> "mtahb", or "mthb" without the small words. */
static Text initials_of(Text folded, char *bytes, size_t capacity, bool small_words)
{
    size_t size = 0, at = 0;
    Text word;

    while (size < capacity && text_next_part(folded, ' ', &at, &word)) {
        if (word.size && (small_words || !(lexicon_flags(word) & LEXICON_STOP)))
            bytes[size++] = word.bytes[0];
    }
    return (Text){bytes, size};
}

/* The name without what an abbreviation leaves out in front: "us department of tides" -> "department of tides" -> "tides"; false: nothing. */
static bool drop_front(Text *folded)
{
    Text first = folded_first_word(*folded), rest = text_slice(*folded, (Range){first.size + 1, folded->size});

    if (first.size == folded->size)
        return false;
    if (lexicon_flags(first) & LEXICON_COUNTRY) {
        *folded = rest;
        return true;
    }
    if (!(lexicon_flags(first) & HEADS) || !text_starts_with(rest, TEXT("of ")))
        return false;
    *folded = text_slice(rest, (Range){TEXT("of ").size, rest.size});
    return true;
}

static void note_letters(Merging *merging, uint32_t name, Text folded)
{
    const NameTable *table = merging->table;
    char bytes[16];

    for (int small_words = 0; small_words < 2; small_words++) {
        Text initials = initials_of(folded, bytes, sizeof bytes, small_words != 0);
        uint32_t other = initials.size >= INITIALS_FEWEST ? name_find(table, initials) : NO_NAME;

        if (other != NO_NAME && table->names.items[other].in_capitals && !(table->names.items[other].lexicon & KINDS))
            merging_note(merging, other, name);
    }
}

/* The MTHB said ...   with "Marsh Tide and Harbour Board" somewhere in the text; HHS of the "U.S. Department of Health and Human Services" */
void merging_note_initials(Merging *merging)
{
    const NameTable *table = merging->table;

    for (uint32_t i = 0; i < table->names.count; i++) {
        const Name *name = &table->names.items[i];
        Text folded = name_folded(table, name);

        if (name->word_count < INITIALS_FEWEST || (name->type != ENTITY_ORGANIZATION && name->type != ENTITY_MISC))
            continue;
        do {
            note_letters(merging, i, folded);
        } while (drop_front(&folded));
    }
}

/*
 * The name without the last word, when that word may be left out: "ember holdings inc" -> "ember holdings" -> "ember". The "Marine Corps Times" is no
 * Marine Corps.
 */
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
    if (folded->bytes[folded->size - 1] == ',') /* "Ember Tide, LLC" */
        folded->size--;
    return flags & LEXICON_ORGANIZATION_SUFFIX || !(lexicon_flags(folded_last_word(*folded)) & HEADS);
}

/* May a short form stand for an organisation: a name of one, or one that nobody knows the kind of? */
static bool may_be_organization(const Name *name)
{
    return (name->type == ENTITY_ORGANIZATION || name->type == ENTITY_TYPE_COUNT) &&
           !(name->lexicon & (LEXICON_PLACE | LEXICON_NATIONALITY));
}

/* NASA is no "NASA Mission": everybody knows what its letters are. */
static bool is_known_by_letters(const Name *name)
{
    return name->in_capitals && (name->lexicon & LEXICON_ORGANIZATION);
}

/* Ember said ...   with "Ember Holdings Inc." somewhere in the text, and no "Ember Foundation" */
void merging_note_short_forms(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]);

        if (names[i].type != ENTITY_ORGANIZATION)
            continue;
        while (shorten(&folded)) {
            uint32_t other = name_find(merging->table, folded);

            if (other != NO_NAME && may_be_organization(&names[other]) && !(names[other].lexicon & ORDINARY) &&
                !is_known_by_letters(&names[other]))
                merging_note(merging, other, i);
        }
    }
}

/* Is "X of Y" called Y: an organisation, but not one of a place ("Bank of England"); or "City of Norwich"? */
static bool may_be_object(const NameTable *table, const Name *whole, const Name *object)
{
    Text first = folded_first_word(name_folded(table, whole));

    if (whole->type != object->type)
        return false;
    if (whole->type == ENTITY_PLACE)
        return text_list_has(TEXT("city town village borough"), first);
    return whole->type == ENTITY_ORGANIZATION && (lexicon_flags(first) & LEXICON_ORGANIZATION_OF) &&
           !(object->lexicon & (ORDINARY | LEXICON_PLACE | LEXICON_NATIONALITY));
}

/* Norvania said ...   of the "Church of Norvania" */
void merging_note_objects(Merging *merging)
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
            merging_note(merging, other, i);
    }
}

/* The Abbott ruling …   of the case "Abbott v. Burke" */
void merging_note_parties(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]);
        size_t versus = names[i].type == ENTITY_MISC ? text_find(folded, TEXT(" v "), 0) : TEXT_NOT_FOUND;
        uint32_t other =
            versus == TEXT_NOT_FOUND ? NO_NAME : name_find(merging->table, text_slice(folded, (Range){0, versus}));

        if (other != NO_NAME && names[other].type == ENTITY_MISC)
            merging_note(merging, other, i);
    }
}

/* "Otto moved north" with "Hurricane Otto" in the text: whoever may be called so, it is the storm */
static void note_storm(Merging *merging, uint32_t storm, uint32_t name)
{
    enum { WEIGHT_STORM = 200 };
    Name *names = merging->table->names.items;

    if (names[name].type != ENTITY_PERSON || names[name].person != NO_PERSON)
        return;
    name_add_weight(&names[storm], ENTITY_MISC, WEIGHT_STORM);
    merging_note(merging, name, storm);
}

/* NASA Langley opened …   with "Langley" in the text, of whatever that is a part */
static void note_owned(Merging *merging, uint32_t name)
{
    const Name *names = merging->table->names.items;
    Text folded = name_folded(merging->table, &names[name]), first = folded_first_word(folded);
    uint32_t owner = name_find(merging->table, first),
             other = name_find(merging->table, text_slice(folded, (Range){first.size + 1, folded.size}));

    if (owner != NO_NAME && other != NO_NAME && is_known_by_letters(&names[owner]) &&
        names[name].type == ENTITY_ORGANIZATION && names[other].type == ENTITY_ORGANIZATION &&
        !(names[other].lexicon & (ORDINARY | HEADS)) && !names[other].in_capitals)
        merging_note(merging, name, other);
}

/* Belmarsh is full …   with "HMP Belmarsh" in the text: a prison or a ship, without what tells that it is one */
void merging_note_prefixed(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]), first = folded_first_word(folded);
        bool storm = text_list_has(TEXT("cyclone hurricane typhoon"), first);
        uint32_t other;

        if (names[i].word_count == 2)
            note_owned(merging, i);
        if (names[i].word_count < 2 || !(storm || text_list_has(TEXT("hmas hmcs hmp hms rms uss"), first)))
            continue;
        other = name_find(merging->table, text_slice(folded, (Range){first.size + 1, folded.size}));
        if (other != NO_NAME && storm)
            note_storm(merging, i, other);
        else if (other != NO_NAME && names[other].type != ENTITY_PERSON && !names[other].lexicon)
            merging_note(merging, other, i);
    }
}

/* "us house of representatives" -> "house of representatives" */
static Text without_country(Text folded)
{
    static const Text countries[] = {LITERAL("united kingdom "), LITERAL("united states ")};

    for (size_t i = 0; i < COUNT_OF(countries); i++) {
        if (text_starts_with(folded, countries[i]))
            return text_slice(folded, (Range){countries[i].size, folded.size});
    }
    return lexicon_flags(folded_first_word(folded)) & LEXICON_COUNTRY
               ? text_slice(folded, (Range){folded_first_word(folded).size + 1, folded.size})
               : folded;
}

/* What an organisation is called behind "the": "Authority" of the Saltmarsh Harbour Authority, "Ministry" of the Ministry of Tides. */
static Text headword(Text folded)
{
    Text last = folded_last_word(folded), first = folded_first_word(folded);

    if (lexicon_flags(last) & LEXICON_ORGANIZATION_HEAD)
        return last;
    return lexicon_flags(first) & HEADS ? first : (Text){0};
}

/* The Authority said ...   with "Saltmarsh Harbour Authority" in the text, and no "Bergen Port Authority"; the Gulls of Bergen Gulls */
void merging_note_headwords(Merging *merging)
{
    const Name *names = merging->table->names.items;

    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        Text folded = name_folded(merging->table, &names[i]), head;
        uint32_t other;
        bool team;

        if (names[i].type != ENTITY_ORGANIZATION || names[i].word_count < 2)
            continue;
        head = headword(without_country(folded));
        team = !head.size && (lexicon_flags(folded_first_word(folded)) & LEXICON_PLACE);
        other = name_find(merging->table, team ? folded_last_word(folded) : head);
        if (other != NO_NAME && (team || names[other].with_the) && may_be_organization(&names[other]))
            merging_note(merging, other, i);
    }
}
