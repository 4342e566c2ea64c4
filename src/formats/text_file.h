/* The bytes of a file as a text: for formats whose files are text in whatever encoding. */
#ifndef QUOIN_FORMATS_TEXT_FILE_H
#define QUOIN_FORMATS_TEXT_FILE_H

#include "base/system/file.h"

/*
 * Make the file UTF-8, as far as it is loaded (files up to 16 MiB are loaded whole): what is not is taken for windows-1252 and put in its place, in
 * `arena`. False: it is empty, UTF-16, or no text (NUL bytes); the report says why, with report->unreadable set.
 */
bool text_file_decode(Arena *arena, File *file, Report *report);

#endif
