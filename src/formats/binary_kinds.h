/* Files that are no texts: what they are, and which command makes a text of them. */
#ifndef QUOIN_FORMATS_BINARY_KINDS_H
#define QUOIN_FORMATS_BINARY_KINDS_H

#include "base/arena.h"

/*
 * What a file that begins with `head` is if it is no text, and what to do about it, for a message:
 * `is a PDF document; try "pdftotext a.pdf - | quoin"`. `path` names it; empty: it came by a stream. `forms` says what is read. Nothing: it
 * may be a text.
 */
Text binary_kind_message(Arena *arena, Text head, Text path, Text forms);

/* `command` with the file's name instead of each %, for a shell; … `| quoin` after it. */
Text shell_command(Arena *arena, const char *command, Text path);
/* … of a stream. */
Text shell_pipe(Arena *arena, const char *command);

/* Has it more control characters than a text, which has next to none, or is it nearly all NUL? `head` is not UTF-16. */
bool is_binary(Text head);

#endif
