/*
 * A text without its blanks and signs, so that texts are compared by their words: letters and digits alone, ASCII in lower case, all others as
 * they are.
 */
#ifndef QUOIN_TESTS_EVAL_BARE_WORDS_H
#define QUOIN_TESTS_EVAL_BARE_WORDS_H

#include "base/arena.h"

Text bare_words(Arena *arena, Text text); /* “He’s out,” she said: hesoutshesaid */

/* FNV-1a, 64 bits, of that. */
uint64_t bare_words_sum(Text text);
uint64_t bare_words_no_sum(void); /* of none */

#endif
