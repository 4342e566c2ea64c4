/*
 * The same words, written for short: "US Navy", "N. Korea", "Tull & Sons", "GA". Each name is looked up with one of its words in the other spelling.
 */
#include "analysis/merging/merge_work.h"

typedef struct Spelling {
    Text full, brief;
} Spelling;

static const Spelling spellings[] = {
#define SPELLING(full, brief) {LITERAL(full), LITERAL(brief)},
#include "analysis/merging/spellings.def"
#undef SPELLING
};

/* Does `words` stand at `at`, and end with a word? */
static bool stands_at(Text folded, size_t at, Text words)
{
    size_t end = at + words.size;

    return text_starts_with(text_slice(folded, (Range){at, folded.size}), words) &&
           (end == folded.size || folded.bytes[end] == ' ');
}

/* Note the name that has `spelling` for short where this has it in full. */
static void note_spelling(Merging *merging, uint32_t name, Text folded, size_t at, const Spelling *spelling)
{
    const Name *names = merging->table->names.items;
    FoldedName form = {.size = 0};
    uint32_t other;

    folded_name_append(&form, text_slice(folded, (Range){0, at}));
    folded_name_append(&form, spelling->brief);
    folded_name_append(&form, text_slice(folded, (Range){at + spelling->full.size, folded.size}));
    other = form.full ? NO_NAME : name_find(merging->table, folded_name_text(&form));
    if (other != NO_NAME && names[other].type == names[name].type)
        merging_note(merging, other, name);
}

/* The US Navy came ...   with "United States Navy" in the text */
static void note_spellings(Merging *merging, uint32_t name)
{
    Text folded = name_folded(merging->table, &merging->table->names.items[name]);

    for (size_t at = 0; at < folded.size; at++) {
        for (size_t i = 0; i < COUNT_OF(spellings) && (at == 0 || folded.bytes[at - 1] == ' '); i++) {
            if (spellings[i].full.bytes[0] == folded.bytes[at] && spellings[i].full.size < folded.size &&
                stands_at(folded, at, spellings[i].full))
                note_spelling(merging, name, folded, at, &spellings[i]);
        }
    }
}

/* Ember Tide LLC grew ...   with "Ember Tide, LLC" in the text */
static void note_without_comma(Merging *merging, uint32_t name)
{
    const Name *names = merging->table->names.items;
    Text folded = name_folded(merging->table, &names[name]);
    size_t comma = text_find_byte(folded, ',', 0);
    FoldedName form = {.size = 0};
    uint32_t other;

    if (comma == TEXT_NOT_FOUND)
        return;
    folded_name_append(&form, text_slice(folded, (Range){0, comma}));
    folded_name_append(&form, text_slice(folded, (Range){comma + 1, folded.size}));
    other = name_find(merging->table, folded_name_text(&form));
    if (other != NO_NAME && names[other].type == names[name].type)
        merging_note(merging, other, name);
}

/* The state of a postal code; empty: there is none. */
static Text state_of_code(Text code)
{
    static const Text states[][2] = {
#define POSTAL_CODE(code, state) {LITERAL(code), LITERAL(state)},
#include "analysis/merging/postal_codes.def"
#undef POSTAL_CODE
    };

    for (size_t i = 0; i < COUNT_OF(states); i++) {
        if (text_equal(states[i][0], code))
            return states[i][1];
    }
    return (Text){0};
}

/* (GA-04)   with "Georgia" in the text; a code that everybody knows as another name of something, as LA, is that. */
static void note_postal_code(Merging *merging, uint32_t code)
{
    const Name *name = &merging->table->names.items[code];
    Text state = state_of_code(name_folded(merging->table, name));
    uint32_t full = state.size ? name_find(merging->table, state) : NO_NAME;

    if (full != NO_NAME && !name->group && merging->table->names.items[full].type == ENTITY_PLACE)
        merging_note(merging, code, full);
}

void merging_note_spellings(Merging *merging)
{
    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        const Name *name = &merging->table->names.items[i];

        if (name->word_count > 1) {
            note_spellings(merging, i);
            note_without_comma(merging, i);
        } else if (name->size == 2 && name->in_capitals && name->type == ENTITY_PLACE) {
            note_postal_code(merging, i);
        }
    }
}
