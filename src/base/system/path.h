/*
 * A path of the file system: a text that a NUL follows and that has none within, since nothing but these functions makes one. So it may be given
 * to the system, which any other Text may not. What cannot be the name of a file, because a NUL is in it, is no path.
 */
#ifndef QUOIN_BASE_SYSTEM_PATH_H
#define QUOIN_BASE_SYSTEM_PATH_H

#include "base/arena.h"

/* All zero: none. `text` is for messages and comparisons. */
typedef struct Path {
    Text text;
} Path;

Path path_copy(Arena *arena, Text text);
Path path_join(Arena *arena, Text folder, Text name); /* "folder/name" */
Path path_folder(Arena *arena, Path path);            /* what it stands in; "/" for what stands in that or in none */

bool path_is_stream(Path path); /* is it "-", standard input? */
bool path_exists(Path path);
bool path_is_folder(Path path);

/* For the system; the empty string for none. It lives as long as the path. */
static inline const char *path_string(Path path)
{
    return path.text.size ? path.text.bytes : "";
}

#endif
