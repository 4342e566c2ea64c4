/*
 * The gate: the one place that decides which characters of foreign text (articles, file names, messages, values of themes and
 * configurations) may reach a terminal. It runs last. Only printable characters pass: control characters, bidi controls, zero-width
 * characters, variation selectors and tags are dropped; bytes that are not UTF-8, and characters that are not assigned or that terminals
 * see differently, become U+FFFD; tabs and line separators become blanks; ZWJ sequences are taken apart, and flags into their letters.
 * Offsets stay those of the text.
 */
#ifndef QUOIN_BASE_UNICODE_PRINTABLE_H
#define QUOIN_BASE_UNICODE_PRINTABLE_H

#include "base/sink.h"

/* CHARSET_ASCII writes “quotes”, dashes, accents and bars in ASCII ("  --  e  |), "?" for the rest. */
typedef enum Charset {
    CHARSET_UTF8,
    CHARSET_ASCII,
    CHARSET_EMOJI_15, /* UTF-8 on a terminal that knows the emoji of Unicode 15 as two columns (columns_emoji_unicode), … */
    CHARSET_EMOJI_16, /* … and of 16, */
    CHARSET_EMOJI_17  /* … and of 17 */
} Charset;

enum { GLYPH_BYTES = 20 }; /* a base and four marks, or an ASCII spelling */

/* The next thing to show: a base character with its marks, or one that shows nothing (columns 0, length 0). */
typedef struct Glyph {
    size_t size;             /* bytes of the text that it stands for, >= 1 */
    unsigned char columns;   /* 0 to 4: an ASCII spelling ("...") may be wider than its sign */
    unsigned char length;    /* bytes in `bytes` */
    char bytes[GLYPH_BYTES]; /* UTF-8 or ASCII, printable */
} Glyph;

/* The glyph at `at` (< text.size). */
Glyph printable_next(Text text, size_t at, Charset charset);

/* Does the gate pass this character unchanged? It does not pass controls and line separators, nor what it drops or replaces by U+FFFD. */
bool printable_passes(uint32_t code_point);

/* Columns of a whole text, but PRINTABLE_WIDEST at most, so that the sum of a few widths fits in an int: no screen is that wide. */
enum { PRINTABLE_WIDEST = 1 << 20 };
size_t printable_width(Text text, Charset charset);

/* The longest start of `text` of at most `columns`, in bytes; `*used` gets its columns. */
size_t printable_fit(Text text, size_t columns, Charset charset, size_t *used);

/* A printable copy. */
Text printable_copy(Arena *arena, Text text, Charset charset);

/* Write `text`: messages, printed articles. Line feeds pass only with `LINES_KEPT`. */
typedef enum LineFeeds { LINES_JOINED, LINES_KEPT } LineFeeds;
void printable_write(Sink *sink, Text text, Charset charset, LineFeeds line_feeds);

#endif
