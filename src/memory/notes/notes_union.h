/*
 * Files of notes that were written apart (on two devices, or before and after a merge that failed) as one: nothing that somebody wrote is
 * lost. Of two versions of a note the one counts that knows the other; where neither does, both stay.
 */
#ifndef QUOIN_MEMORY_NOTES_NOTES_UNION_H
#define QUOIN_MEMORY_NOTES_NOTES_UNION_H

#include "memory/notes/notes_file.h"

typedef struct UnitedNote {
    Note note;    /* `node` is of the first file, where it has the note; else NULL */
    bool changed; /* it is not as the first file has it */
} UnitedNote;

typedef struct NotesUnion {
    Arena *arena;
    bool begun; /* the first file is in it */
    ARRAY(UnitedNote)
    notes; /* each id once a list; deleted ones among them; those of the first file in its order, the others behind */
    size_t *slots;     /* by list and id: 1 and the index; 0: free */
    size_t slot_count; /* a power of two */
} NotesUnion;

void notes_union_init(NotesUnion *all, Arena *arena);

/* The first file is the one that is to be written. Its notes, and those of the others, must outlive the union. */
void notes_union_add(NotesUnion *all, const NotesFile *file);

/* What is to be put into the first file (notes_file_put) for it to have all; in the arena of the union. */
Note *notes_union_changes(const NotesUnion *all, size_t *count);

#endif
