/* Programs and the words that they are called with: `xdg-open "%u"`. They are started as they stand there: no shell reads them, so that nothing in
 * an address or the name of a file can become a command. */
#ifndef QUOIN_BASE_SYSTEM_PROGRAM_H
#define QUOIN_BASE_SYSTEM_PROGRAM_H

#include "base/arena.h"

/* None: no program. */
typedef struct ProgramWords {
    const Text *items;
    size_t count;
} ProgramWords;

/* What "%u", "%f" and "%l" stand for in a word ("%%" is a per cent sign); empty: nothing. */
typedef struct ProgramValues {
    Text address, file, line;
} ProgramValues;

/*
 * What to call the program with, ending in NULL, in the arena: the words with the values in them. The address, or the file where there is none, comes
 * last if no word has a place for it. A file's name that begins with "-" is given as "./-…": it is no option. NULL: there are no words, or a value
 * has a NUL in it.
 */
const char *const *program_arguments(Arena *arena, ProgramWords words, const ProgramValues *values);

#endif
