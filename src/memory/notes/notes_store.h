/*
 * The notes of one article where they last: a file that a Keeper has, and the copies of it that programs left which synchronise. Reading takes all of
 * them as one; writing puts them together, and takes the copies away once all that was in them is safely in the file.
 */
#ifndef QUOIN_MEMORY_NOTES_NOTES_STORE_H
#define QUOIN_MEMORY_NOTES_NOTES_STORE_H

#include "memory/keeper.h"
#include "memory/notes/notes_union.h"

typedef struct NotesStore {
    const Keeper *keeper;
    Text name; /* of the file, "3f/3fa9….yaml"; empty: there is none, and nothing is kept */
    NotesSubject subject;
} NotesStore;

/*
 * All notes, into a union that is begun; texts lie in its arena. `*copies` gets how many copies there are besides the file, both versions within one
 * that git left as one of them. What is wrong with a file is in the report; what could be read of it is there all the same.
 */
void notes_store_read(const NotesStore *store, NotesUnion *all, size_t *copies, Report *report);

/*
 * Put notes into the file, and all that its copies have. Where the file has mistakes it is not written to: the notes go beside it, into one of its
 * copies, and the report warns of that. False: they are nowhere, and the report says why.
 */
bool notes_store_put(const NotesStore *store, Arena *arena, const Note *notes, size_t count, Report *report);

#endif
