/* Scripts that are written without blanks between words: Thai, Lao, Khmer, Burmese. Where a line may break in them. */
#ifndef QUOIN_BASE_UNICODE_SCRIPTS_SPACELESS_H
#define QUOIN_BASE_UNICODE_SCRIPTS_SPACELESS_H

#include "base/text.h"

/*
 * Of a text whose breaks are known (unicode_line_breaks): allow more of them, for lines of `columns` (>= 1). No line will begin with a vowel or
 * another sign that belongs to the letter before it, none will end with one that belongs to the letter behind it. Words of Thai are those of a
 * dictionary, where there is one; syllables are told by the letters alone.
 */
void spaceless_breaks(Text text, unsigned char *kinds, size_t columns);

#endif
