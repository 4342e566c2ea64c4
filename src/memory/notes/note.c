/*
 * A note has no number of its edition, since two devices would give the same one to different words, and no clock decides, since clocks run
 * backwards. Each version names those before it by their signatures:
 *
 *     note: Ask her.                          first, with the signature 5f0c11d2
 *     note: Ask her about 1998.               was: 5f0c11d2
 *     deleted: 2026-11-30T09:12:00Z           was: 5f0c11d2 8812ab04
 *
 * so that of two files that were written apart it is known which words one has seen of the other (as version vectors do; Parker 1983).
 */
#include "memory/notes/note.h"

enum { MOST_BEFORE = 32 /* signatures that a version names; the oldest are forgotten */, SIGNATURE_BYTES = 8 };

static const struct {
    Text key;
    bool is_content;
} fields[NOTE_FIELD_COUNT] = {
#define NOTE_FIELD(ID, key, is_content) {LITERAL(key), is_content},
    NOTE_FIELDS(NOTE_FIELD)
#undef NOTE_FIELD
};

Text note_field_key(NoteField field)
{
    return fields[field].key;
}

Text note_list_key(NoteList list)
{
    static const Text keys[] = {
#define NOTE_LIST(ID, key) LITERAL(key),
        NOTE_LISTS(NOTE_LIST)
#undef NOTE_LIST
    };

    return keys[list];
}

size_t note_highlight(const Note *note)
{
    size_t number;

    return text_to_number(note->fields[NOTE_HIGHLIGHT], NOTE_HIGHLIGHTS, &number) ? number : 0;
}

size_t note_offset(const Note *note)
{
    size_t offset;

    return text_to_number(note->fields[NOTE_AT], MOST_TEXT_BYTES, &offset) ? offset : 0;
}

bool note_is_no_speech(const Note *note)
{
    return text_equal_ignoring_case(note->fields[NOTE_SPEECH], TEXT("no"));
}

/* ---- signatures ---- */

static uint32_t hash_on(uint32_t hash, Text text)
{
    for (size_t i = 0; i < text.size; i++)
        hash = hash_byte(hash, text.bytes[i]);
    return hash_byte(hash, '\xFF'); /* in no UTF-8: fields do not run together */
}

/* In other lists these say nothing, and what was signed before there were any keeps its signature, as what has no kind does. */
static bool is_of_people(NoteField field)
{
    return field == NOTE_NAME || field == NOTE_SAME || field == NOTE_APART;
}

static bool is_signed(const Note *note, NoteField field)
{
    if (field == NOTE_KIND)
        return note->fields[field].size > 0;
    return fields[field].is_content && (note->list == NOTE_LIST_PEOPLE || !is_of_people(field));
}

static uint32_t hash_content(const Note *note, uint32_t hash)
{
    hash = hash_byte(hash, (char)('0' + note->list));
    for (NoteField i = 0; i < NOTE_FIELD_COUNT; i++) {
        if (is_signed(note, i))
            hash = hash_on(hash, note->fields[i]);
    }
    return hash;
}

Text note_signature(Arena *arena, const Note *note)
{
    return arena_printf(arena, "%08x", (unsigned)hash_finish(hash_content(note, HASH_START)));
}

Text note_make_id(Arena *arena, const Note *note)
{
    uint32_t hash = hash_on(hash_on(hash_content(note, HASH_START), note->fields[NOTE_AT]), note->fields[NOTE_MADE]);

    return arena_printf(arena, "%08x%04x", (unsigned)hash_finish(hash),
                        (unsigned)(hash_finish(hash_byte(hash, '2')) & 0xFFFF));
}

bool note_says_same(const Note *a, const Note *b)
{
    bool same = a->list == b->list;

    for (NoteField i = 0; i < NOTE_FIELD_COUNT && same; i++)
        same = !fields[i].is_content || text_equal(a->fields[i], b->fields[i]);
    return same;
}

bool note_knows(const Note *note, const Note *old)
{
    Arena scratch = {0};
    bool knows = note->fields[NOTE_WAS].size > 0 && text_list_has(note->fields[NOTE_WAS], note_signature(&scratch, old));

    arena_release(&scratch);
    return knows;
}

/* The signatures of `more` that `known` does not have yet go behind it. */
static void add_signatures(Arena *arena, TextBuffer *known, Text more)
{
    Text signature;

    for (size_t at = 0; text_next_part(more, ' ', &at, &signature);) {
        if (signature.size == 0 || text_list_has(text_buffer_text(known), signature))
            continue;
        if (known->count)
            text_buffer_add(arena, known, TEXT(" "));
        text_buffer_add(arena, known, signature);
    }
}

static Text newest_signatures(Text known)
{
    enum { MOST_BYTES = MOST_BEFORE * (SIGNATURE_BYTES + 1) - 1 };

    if (known.size <= MOST_BYTES)
        return known;
    return text_slice(known, (Range){text_find_byte(known, ' ', known.size - MOST_BYTES - 1) + 1, known.size});
}

void note_follow(Arena *arena, Note *note, const Note *old)
{
    TextBuffer known = {0};

    add_signatures(arena, &known, old->fields[NOTE_WAS]);
    add_signatures(arena, &known, note->fields[NOTE_WAS]);
    add_signatures(arena, &known, note_signature(arena, old));
    note->fields[NOTE_WAS] = newest_signatures(text_buffer_text(&known));
}

void note_learn(Arena *arena, Note *note, const Note *other)
{
    TextBuffer known = {0};

    add_signatures(arena, &known, note->fields[NOTE_WAS]);
    add_signatures(arena, &known, other->fields[NOTE_WAS]);
    note->fields[NOTE_WAS] = newest_signatures(text_buffer_text(&known));
}
