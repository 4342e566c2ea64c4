/* The bytes of a file as a text: for formats whose files are text in whatever encoding. */
#ifndef QUOIN_FORMATS_TEXT_FILE_H
#define QUOIN_FORMATS_TEXT_FILE_H

#include "base/system/file.h"

/*
 * Make the file UTF-8, as it is said to be encoded (file->encoding) and as its first bytes tell; files up to 16 MiB are loaded whole, larger
 * ones are decoded as they are loaded. What is replaced on the way is told when all is loaded (file_tell_error). False: it is empty, or no
 * text; the report says what it is and what would help, with report->unreadable set.
 */
bool text_file_decode(Arena *arena, File *file, Report *report);

/* Can the bytes of a file, as far as they are loaded, be a text? False: the report says what they are and what would help. */
bool text_file_check(Arena *arena, const File *file, Report *report);

/* What is loaded of a file at first, as UTF-8, to see what is in it; it is not changed. In the arena, or the file's own. Empty: it is no text. */
Text text_file_head(Arena *arena, const File *file);

/* Warn of a text that is a web page, and go on. */
void text_file_warn_of_html(Arena *arena, const File *file, Report *report);

#endif
