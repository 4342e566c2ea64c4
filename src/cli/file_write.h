/* Files of the user's that the program writes. */
#ifndef QUOIN_CLI_FILE_WRITE_H
#define QUOIN_CLI_FILE_WRITE_H

#include "base/arena.h"

/* The folders that lead to `path`, for the user alone. */
void file_make_folders(Arena *arena, Text path);

/* A file of these bytes in the place of what was there, with its permissions; never half of it. False: it could not be written. */
bool file_replace(Arena *arena, const char *path, Text bytes);

#endif
