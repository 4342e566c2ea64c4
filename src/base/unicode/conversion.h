/*
 * Conversion from the encodings that the system knows to UTF-8, bit by bit: the home of iconv, on which libunistring's own conversion (uniconv.h) is
 * built. That one opens and closes its converter for each text: it would look for files of the C library where a confined command may
 * read none, and it could not go on where a part of a text ends within a character.
 */
#ifndef QUOIN_BASE_UNICODE_CONVERSION_H
#define QUOIN_BASE_UNICODE_CONVERSION_H

#include "base/text.h"

typedef struct Conversion Conversion;

/* Can it be converted? What that needs of the system's files stays loaded as long as the program runs; of the last one that was asked for. */
bool conversion_load(const char *name);

/* One text's; NULL: it cannot be (it is not known; errno). */
Conversion *conversion_open(const char *name);
void conversion_close(Conversion *conversion); /* accepts NULL */

typedef enum ConversionEnd {
    CONVERSION_DONE,   /* all of it */
    CONVERSION_FULL,   /* no room for more */
    CONVERSION_CUT,    /* what is left is the start of a character */
    CONVERSION_BROKEN, /* what is left begins with what is no character */
} ConversionEnd;

/* Move `*input` and `*output` on: what is left of both has not been read and written. `input` NULL: the text ends, write what was held back. */
ConversionEnd conversion_step(Conversion *conversion, Text *input, char **output, size_t *room);

#endif
