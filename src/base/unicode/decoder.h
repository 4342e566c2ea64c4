/*
 * Decoder: the bytes of a text in any encoding become UTF-8, as they come, in parts of any size. Nothing is lost and nothing stops it:
 * what is not of the encoding becomes U+FFFD, and so does NUL, which no text has. Where nobody said what the encoding is, it is UTF-8, and
 * bytes that are not are read as windows-1252: all of them were, or some were pasted in. How often something was replaced, and where
 * first, is counted and told.
 */
#ifndef QUOIN_BASE_UNICODE_DECODER_H
#define QUOIN_BASE_UNICODE_DECODER_H

#include "base/report.h"
#include "base/unicode/encoding.h"

typedef struct Decoder Decoder;

/* What is written, all of the text: `size` of the `capacity` bytes are there already. */
typedef struct DecodedText {
    char *bytes;
    size_t size, capacity;
    bool full; /* there was no room: the rest is left out */
} DecodedText;

/* How many bytes may become of one; of ENCODING_CONVERTED: TSCII has bytes for three letters of Tamil. */
enum { DECODED_MOST = 3, CONVERTED_MOST = 12 };
enum { DECODER_ROOM = 64 * 1024 };

/* Owned by the caller. Its `encoding` is told, as encoding_of does. NULL: the system has no converter for it (any more); errno. */
Decoder *decoder_new(Encoding encoding);
void decoder_free(Decoder *decoder); /* accepts NULL */

/*
 * The bytes of `text` before the first that is to become another, which may be taken as they are: all of it, but for half a character at its end,
 * for nearly every text. `text` is the first part of all, or all that is there.
 */
size_t decoder_skip_clean(Decoder *decoder, Text text);

/* Append what becomes of the next bytes; a character of which only the start is there waits for the next. The same for bytes that were put where
 * decoder_room says, at most DECODER_ROOM. */
void decoder_push(Decoder *decoder, Text bytes, DecodedText *decoded);
char *decoder_room(Decoder *decoder);
void decoder_take(Decoder *decoder, size_t size, DecodedText *decoded);

/* The text ends here: append what becomes of what waits. */
void decoder_finish(Decoder *decoder, DecodedText *decoded);

/* Was something replaced that was not told yet? */
bool decoder_has_news(const Decoder *decoder);

/* Warn of what was replaced, once. */
void decoder_tell(Decoder *decoder, Report *report);

#endif
