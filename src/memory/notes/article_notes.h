/* The notes of an article with where they stand in it, in the order in which a list shows them. */
#ifndef QUOIN_MEMORY_NOTES_ARTICLE_NOTES_H
#define QUOIN_MEMORY_NOTES_ARTICLE_NOTES_H

#include "memory/notes/note_place.h"
#include "memory/notes/notes_union.h"

typedef struct PlacedNote {
    Note note;
    NotePlace place;
} PlacedNote;

/*
 * Those that are not deleted: first those about all of the article, then those that stand in its text, by their start, at last those that were not
 * found. In the arena of whoever made it.
 */
typedef struct PlacedNotes {
    const PlacedNote *items;
    size_t count;
    size_t first_there, end_there; /* of those in the text */
} PlacedNotes;

/* Of one of the lists. `places` is for the article as it is. */
PlacedNotes article_notes_place(Arena *arena, const NotesUnion *all, NoteList list, NotePlaces *places);

/* How many were not found. */
static inline size_t placed_notes_missing(const PlacedNotes *notes)
{
    return notes->count - notes->end_there;
}

/* Those of several lists as one, in the same order. In the arena. */
PlacedNotes placed_notes_as_one(Arena *arena, const PlacedNotes *const *lists, size_t count);

/* The index of the note with an id, or NO_INDEX. */
size_t placed_note_index(const PlacedNotes *notes, Text id);

/* The first that stands in the text and begins after an offset, or the last that begins before it; NO_INDEX: there is none. */
size_t placed_note_after(const PlacedNotes *notes, size_t offset);
size_t placed_note_before(const PlacedNotes *notes, size_t offset);

/* The shortest that has all of a range; NO_INDEX: none. */
size_t placed_note_around(const PlacedNotes *notes, Range range);

#endif
