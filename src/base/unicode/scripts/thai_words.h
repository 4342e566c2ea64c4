/* Words of Thai, which are told by a dictionary alone. The home of libthai. */
#ifndef QUOIN_BASE_UNICODE_SCRIPTS_THAI_WORDS_H
#define QUOIN_BASE_UNICODE_SCRIPTS_THAI_WORDS_H

#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/* The file of the dictionary, which is read with the first words; NULL: this program was built without libthai. */
extern const char *const thai_dictionary;

/*
 * Where words begin in letters of Thai, which end with a 0: indexes of letters, in order, at most `most` of them, in `begins`; the first word is left
 * out. Returns how many there are; 0 where the dictionary cannot be read.
 */
size_t thai_words(const wchar_t *letters, int *begins, size_t most);

#endif
