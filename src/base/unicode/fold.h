/*
 * Searching as a reader means it: letter case, accents and ligatures do not matter, a straight quotation mark finds a curly
 * one, any dash any dash, a blank any run of blanks and line ends; soft hyphens and zero-width characters are not there. Folding
 * follows Unicode's full case folding with NFKD, marks stripped (Unicode 15, section 3.13), and works on the fly: nothing is
 * copied, so a text of any size can be searched in steps.
 */
#ifndef QUOIN_BASE_UNICODE_FOLD_H
#define QUOIN_BASE_UNICODE_FOLD_H

#include "base/arena.h"

typedef struct Needle {
    Text folded;      /* empty: finds nothing */
    bool starts[256]; /* the bytes with which a match in a text can start */
} Needle;

void needle_init(Needle *needle, Arena *arena, Text pattern);

/* The first match that starts in [from, until); matches end at cluster borders and may reach past `until`. */
bool needle_find(const Needle *needle, Text text, size_t from, size_t until, Range *match);

/* The last that starts in [from, until) of the matches that needle_find gives there, each looked for from the end of the one before. */
bool needle_find_last(const Needle *needle, Text text, size_t from, size_t until, Range *match);

/* Does `text` contain a match? For filters of lists. */
bool needle_in(const Needle *needle, Text text);

/* A folded copy, the form in which two spellings of a name are equal. */
Text fold_copy(Arena *arena, Text text);

#endif
