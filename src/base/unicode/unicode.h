/*
 * What the Unicode standard says about text: grapheme clusters (UAX 29), line break opportunities (UAX 14), normal forms,
 * case folding, width. The home of libunistring and of wcwidth().
 */
#ifndef QUOIN_BASE_UNICODE_UNICODE_H
#define QUOIN_BASE_UNICODE_UNICODE_H

#include "base/arena.h"
#include "base/unicode/columns.h"

/*
 * What a terminal may be sent of a code point: by the table (base/unicode/columns.h), unless wcwidth() of this machine says otherwise, by which
 * curses goes: then it is COLUMNS_UNSETTLED. That wants LC_CTYPE to be a UTF-8 locale (see unicode_init); the table alone serves without.
 */
Columns unicode_columns(uint32_t code_point);

/* Columns of a code point on a terminal: 0, 1 or 2; -1 for what is not to be sent as it is. ASCII takes no call. */
int unicode_width(uint32_t code_point);

/*
 * Set LC_CTYPE for unicode_columns: to `locale`, the name that the environment gives, else C.UTF-8, else en_US.UTF-8. True
 * when `locale` means UTF-8, so that the terminal may be sent it. Call once, from main or a test's main.
 */
bool unicode_init(const char *locale);

/* Is LC_CTYPE a UTF-8 locale? Otherwise curses, which relies on it, can write nothing but ASCII. */
bool unicode_has_locale(void);

/* A cluster longer than this is cut (compare the stream-safe form of UAX 15), so that no call costs more. */
enum { CLUSTER_BYTES = 256 };

/* End of the grapheme cluster that starts at `at` (< text.size). Bytes that are not UTF-8 are clusters of one byte. */
size_t unicode_cluster_end(Text text, size_t at);

typedef enum BreakKind { BREAK_NONE, BREAK_ALLOWED, BREAK_SOFT_HYPHEN, BREAK_MANDATORY } BreakKind;

/* For each byte of `text` whether a line may break before it: kinds[0 .. text.size). UAX 14 with three tailorings: none
 * inside abbreviations and addresses ("e.g.", "U.S.", "www.example.org") nor after hyphens that begin a word ("--sort"), one between a closing
 * quotation mark, a space and an opening bracket. */
void unicode_line_breaks(Text text, unsigned char *kinds);

bool unicode_is_letter(uint32_t code_point);
bool unicode_is_upper(uint32_t code_point);
bool unicode_is_lower(uint32_t code_point);
bool unicode_is_alnum(uint32_t code_point);     /* letters, marks and digits of any script */
bool unicode_has_alnum(Text text);              /* one such character or more */
bool unicode_is_symbol(uint32_t code_point);    /* of mathematics, of currency, emoji: general categories Sm, Sc, So */
bool unicode_is_space(uint32_t code_point);     /* White_Space */
bool unicode_is_mark(uint32_t code_point);      /* combining: general category M */
bool unicode_is_accent(uint32_t code_point);    /* a mark that a search leaves out: é = e, but not が = か */
bool unicode_is_ignorable(uint32_t code_point); /* Default_Ignorable: soft hyphen, zero width, bidi controls */
bool unicode_is_bidi_control(uint32_t code_point); /* Bidi_Control: what turns the order of the text around it */
/* Which way a character goes (Bidi_Class): letters from left to right or from right to left; digits; what stands in numbers beside digits ("%") or
 * between two of them ("."); what goes as its neighbours do. */
typedef enum Direction {
    DIRECTION_NONE,
    DIRECTION_LEFT,
    DIRECTION_RIGHT,
    DIRECTION_NUMBER,
    DIRECTION_OF_NUMBERS,
    DIRECTION_BETWEEN_NUMBERS
} Direction;
Direction unicode_direction(uint32_t code_point);

uint32_t unicode_to_lower(uint32_t code_point); /* simple mapping */

/* Full case folding and NFKD of one cluster into `bytes` (12 bytes for each byte of it are always enough); returns the
 * size; 0 when it does not fit, is not UTF-8 or longer than CLUSTER_BYTES. */
size_t unicode_fold(Text cluster, char *bytes, size_t capacity);

/* NFC of one cluster, likewise; and of a pair, 0 when there is no such character. */
size_t unicode_compose(Text cluster, char *bytes, size_t capacity);
uint32_t unicode_compose_pair(uint32_t first, uint32_t second);

/* NFKD of one character, likewise: "é" is "e" and a mark, "ﬁ" is "fi". */
size_t unicode_decompose(uint32_t code_point, char *bytes, size_t capacity);

#endif
