/*
 * Encodings of texts that come in: their names, and what the first bytes of a text tell. How bytes become UTF-8: base/unicode/decoder.h.
 */
#ifndef QUOIN_BASE_UNICODE_ENCODING_H
#define QUOIN_BASE_UNICODE_ENCODING_H

#include "base/text.h"

typedef enum EncodingKind {
    ENCODING_UNTOLD, /* UTF-8, and what is not UTF-8 in it windows-1252 */
    ENCODING_UTF_8,  /* what is not UTF-8 in it is broken */
    ENCODING_UTF_16, /* with the order of its bytes told by the text */
    ENCODING_UTF_16LE,
    ENCODING_UTF_16BE,
    ENCODING_UTF_32,
    ENCODING_UTF_32LE,
    ENCODING_UTF_32BE,
    ENCODING_WINDOWS_1252,
    ENCODING_CONVERTED /* by iconv */
} EncodingKind;

/* All zero: nobody said what it is. */
typedef struct Encoding {
    EncodingKind kind;
    const char *converted; /* the name that iconv knows, of CONVERTED */
    Text name;             /* as it was given, for messages */
} Encoding;

/*
 * The encoding of that name, letter case ignored; `name` ends in NUL and is borrowed. What the system needs to convert it is loaded now,
 * and stays: later there may be no right to read files (base/system/confine.h). False: `*why` says why not ("no encoding"), in static
 * memory.
 */
bool encoding_find(Text name, Encoding *encoding, const char **why);

/* The known name that is nearest to an unknown one, or nothing. */
Text encoding_near(Text name);

/*
 * What a text is that begins with `head`: by its byte order mark; and, where nobody `said` what it is or said only "UTF-16", by the bytes
 * of its letters that are NUL, when they are so all along. Else it is what was said.
 */
Encoding encoding_of(Text head, Encoding said);

#endif
