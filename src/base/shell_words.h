/* The words of a command as a shell reads them, for programs that are started without one. */
#ifndef QUOIN_BASE_SHELL_WORDS_H
#define QUOIN_BASE_SHELL_WORDS_H

#include "base/arena.h"

/*
 * Words apart by blanks, with the quoting rules of POSIX (Shell Command Language, 2.2): \x, '…', "…" in which \ stands before $ ` " and \ alone.
 * `words` ends with NULL, all of it in `arena`. What only a shell could do, outside of quotation marks (| & ; < > ( ) $ `), is no word: then, and
 * where a quotation mark is not closed, false, and `*problem` says what. No word at all: true, and no words.
 */
typedef ARRAY(const char *) ShellWords;
bool shell_words(Arena *arena, Text command, ShellWords *words, Text *problem);

#endif
