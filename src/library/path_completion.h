/* Completing the name of a file or a folder that is typed. */
#ifndef QUOIN_LIBRARY_PATH_COMPLETION_H
#define QUOIN_LIBRARY_PATH_COMPLETION_H

#include "base/arena.h"

/* What may stand where `typed` does. */
typedef struct PathCompletion {
    Text common; /* `typed`, as far as all go on in the same way; a folder that is the only one ends with a slash */
    ARRAY(Text)
    names; /* of the files and folders, these with a slash, sorted; without the folder in which they stand */
} PathCompletion;

/*
 * Of names that begin with a dot only where one was typed; not of those that cannot be typed (with control characters, or not UTF-8). "~/" is the
 * folder `home`, if that is not empty. All of it is in the arena. Nothing: no names.
 */
PathCompletion path_complete(Arena *arena, Text typed, Text home);

/* The path that is meant by what was typed: with `home` in place of "~". */
Text path_meant(Arena *arena, Text typed, Text home);

#endif
