/* What programs that synchronise leave when a file was changed in two places: a copy beside it by another name, or both versions within it. */
#ifndef QUOIN_MEMORY_NOTES_CONFLICT_COPIES_H
#define QUOIN_MEMORY_NOTES_CONFLICT_COPIES_H

#include "base/arena.h"

/* Is a file of that name, without folders, such a copy of the file `name`? A row of conflict_signs says by which program. */
bool conflict_copy_of(Text copy, Text name);

/* The name under which quoin itself puts what cannot be put into the file `name`, until that has no mistakes; it is a copy, too. In `arena`. */
Text conflict_copy_name(Arena *arena, Text name);

/*
 * A text with the marks of git ("<<<<<<<", "=======", ">>>>>>>", and "|||||||" of its form with the common version) as the two that it was
 * made of, in `arena`. False: there are no such marks, or they do not fit together.
 */
bool conflict_sides(Arena *arena, Text source, Text sides[2]);

#endif
