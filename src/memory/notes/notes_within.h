/* May a file of notes go, since all that it has is in another one? Notes are put together, what else a person wrote beside them is not. */
#ifndef QUOIN_MEMORY_NOTES_NOTES_WITHIN_H
#define QUOIN_MEMORY_NOTES_NOTES_WITHIN_H

#include "memory/notes/notes_file.h"

/*
 * Has `copy` nothing but what `file` has once their notes are one: was all of it read without a problem, and are its comments and the keys that
 * are not the program's own there, too?
 */
bool notes_within(const NotesFile *copy, const NotesFile *file);

#endif
