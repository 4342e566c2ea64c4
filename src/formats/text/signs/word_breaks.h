/*
 * A hyphen at the end of a line: the word's own ("well-known"), or put there to break it ("ferry-" + "man")? What the text itself does
 * elsewhere tells.
 */
#ifndef QUOIN_FORMATS_TEXT_SIGNS_WORD_BREAKS_H
#define QUOIN_FORMATS_TEXT_SIGNS_WORD_BREAKS_H

#include "base/arena.h"

/* The words of a text, as hashes. All zero: not read yet. */
typedef struct WordBreaks {
    uint32_t *words; /* an open hash table; 0: free */
    size_t capacity, count;
    size_t broken, lines; /* lines that end with a hyphen within a word, of all */
} WordBreaks;

/* How two lines become one. */
typedef enum LineJoint {
    JOINT_BLANK,      /* "the" + "tide" */
    JOINT_NONE,       /* "well-" + "known", "so—" + "and": nothing between */
    JOINT_DROP_HYPHEN /* "ferry-" + "man": the hyphen goes too */
} LineJoint;

/* `text` is where words are looked for, when the first hyphen asks; `line` and `next` are the words of two lines of a paragraph. */
LineJoint line_joint(Arena *arena, WordBreaks *breaks, Text text, Text line, Text next);

/* Bytes of the hyphen that `line` ends with: "-", U+2010 or U+00AD; 0: none. */
size_t line_hyphen_size(Text line);

#endif
