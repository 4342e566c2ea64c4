/*
 * When two strings name one speaker: by words, accents and case left out, honorifics and "Jr." left out.
 */
#ifndef QUOIN_TESTS_EVAL_NAMES_MATCH_H
#define QUOIN_TESTS_EVAL_NAMES_MATCH_H

#include "base/arena.h"

bool names_share_last(Arena *scratch, Text a, Text b);

/* First and last name; a gold name of one word is satisfied by the last. */
bool names_share_full(Arena *scratch, Text predicted, Text gold);

/* Half of the content words of the shorter phrase are in the other. */
bool phrases_overlap(Arena *scratch, Text a, Text b);

#endif
