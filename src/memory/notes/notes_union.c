/*
 * Two versions of a note, by what each knows of the other (note.c):
 *
 *     one knows the other          it comes after it, and stays
 *     both know each other         somebody went back to words from before: the one that knows more stays
 *     neither, and one is deleted  the words stay: they were written by somebody who did not know that they were taken out
 *     neither                      both stay: the later one under the id, the other under one that comes from its words, which is the same
 *                                  on every device
 *
 * Whatever stays knows from then on what did not, so that the next file with the old words changes nothing.
 */
#include "memory/notes/notes_union.h"

enum { FIRST_SLOTS = 64 };

void notes_union_init(NotesUnion *all, Arena *arena)
{
    *all = (NotesUnion){.arena = arena, .slot_count = FIRST_SLOTS};
    all->slots = ARENA_ARRAY(arena, size_t, all->slot_count);
}

/* ---- the table ---- */

static size_t *slot_of(const NotesUnion *all, NoteList list, Text id)
{
    size_t at = (text_hash(id) + (size_t)list) & (all->slot_count - 1);

    while (all->slots[at]) {
        const Note *note = &all->notes.items[all->slots[at] - 1].note;

        if (note->list == list && text_equal(note->fields[NOTE_ID], id))
            break;
        at = (at + 1) & (all->slot_count - 1);
    }
    return &all->slots[at];
}

static void grow(NotesUnion *all)
{
    all->slot_count = memory_product(all->slot_count, 2);
    all->slots = ARENA_ARRAY(all->arena, size_t, all->slot_count);
    for (size_t i = 0; i < all->notes.count; i++) {
        const Note *note = &all->notes.items[i].note;

        *slot_of(all, note->list, note->fields[NOTE_ID]) = i + 1;
    }
}

static void add(NotesUnion *all, const Note *note, bool changed)
{
    if (all->notes.count * 2 >= all->slot_count)
        grow(all);
    ARRAY_PUSH(all->arena, all->notes, ((UnitedNote){*note, changed}));
    *slot_of(all, note->list, note->fields[NOTE_ID]) = all->notes.count;
}

/* ---- two versions ---- */

static size_t count_known(const Note *note)
{
    return text_count_words(note->fields[NOTE_WAS]);
}

/* Which of two would have the id: the later by the clocks, for want of better; any order does that is the same everywhere. */
static bool is_later(const Note *a, const Note *b)
{
    int order = text_compare(a->fields[NOTE_CHANGED], b->fields[NOTE_CHANGED]);

    for (NoteField i = 0; i < NOTE_FIELD_COUNT && order == 0; i++)
        order = text_compare(a->fields[i], b->fields[i]);
    return order > 0;
}

static bool is_after(const Note *a, const Note *b)
{
    bool knows = note_knows(a, b), is_known = note_knows(b, a);

    if (knows != is_known)
        return knows;
    if (knows && count_known(a) != count_known(b))
        return count_known(a) > count_known(b);
    if (note_is_deleted(a) != note_is_deleted(b))
        return note_is_deleted(b);
    return is_later(a, b);
}

/* It is the same note from now on, in another version. */
static void take(NotesUnion *all, UnitedNote *there, const Note *note)
{
    Note taken = *note;

    taken.node = there->note.node;
    note_follow(all->arena, &taken, &there->note);
    there->note = taken;
    there->changed = true;
}

/* What it did not know until now it knows. */
static void follow(NotesUnion *all, UnitedNote *there, const Note *old)
{
    Text before = there->note.fields[NOTE_WAS];

    note_follow(all->arena, &there->note, old);
    there->changed = there->changed || !text_equal(before, there->note.fields[NOTE_WAS]);
}

/* Two that say the same: each may know of versions that the other does not. */
static void learn(NotesUnion *all, UnitedNote *there, const Note *same)
{
    Text before = there->note.fields[NOTE_WAS];

    note_learn(all->arena, &there->note, same);
    there->changed = there->changed || !text_equal(before, there->note.fields[NOTE_WAS]);
}

static void add_note(NotesUnion *all, const Note *note, bool changed);

/* Words that stay beside others get an id of their own. */
static void keep_beside(NotesUnion *all, const Note *note)
{
    Note kept = *note;

    kept.node = NULL;
    kept.fields[NOTE_ID] =
        arena_join(all->arena, (const Text[]){note->fields[NOTE_ID], TEXT("-"), note_signature(all->arena, note)}, 3);
    kept.fields[NOTE_WAS] = (Text){0};
    add_note(all, &kept, true);
}

static void settle(NotesUnion *all, size_t index, const Note *note)
{
    UnitedNote *there = &all->notes.items[index];
    bool apart = !note_knows(note, &there->note) && !note_knows(&there->note, note) && !note_is_deleted(note) &&
                 !note_is_deleted(&there->note);
    Note lost = *note;

    if (is_after(note, &there->note)) {
        lost = there->note;
        take(all, there, note);
    } else {
        follow(all, there, note);
    }
    if (apart)
        keep_beside(all, &lost);
}

static void add_note(NotesUnion *all, const Note *note, bool changed)
{
    size_t there = *slot_of(all, note->list, note->fields[NOTE_ID]);

    if (!there)
        add(all, note, changed);
    else if (note_says_same(&all->notes.items[there - 1].note, note))
        learn(all, &all->notes.items[there - 1], note);
    else
        settle(all, there - 1, note);
}

void notes_union_add(NotesUnion *all, const NotesFile *file)
{
    bool is_first = !all->begun;

    all->begun = true;
    for (size_t i = 0; i < file->notes.count; i++) {
        Note note = file->notes.items[i];

        if (!is_first)
            note.node = NULL;
        add_note(all, &note, !is_first);
    }
}

Note *notes_union_changes(const NotesUnion *all, size_t *count)
{
    Note *changes = ARENA_ARRAY(all->arena, Note, all->notes.count + 1);

    *count = 0;
    for (size_t i = 0; i < all->notes.count; i++) {
        if (all->notes.items[i].changed)
            changes[(*count)++] = all->notes.items[i].note;
    }
    return changes;
}
