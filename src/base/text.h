/*
 * Text: borrowed UTF-8, pointer and size in bytes, never assumed to end in NUL. Positions are byte
 * offsets. Nothing here allocates. Bytes that are not UTF-8 are read one at a time as U+FFFD, so that
 * every function is total; `utf8_find_invalid` tells where the first one is.
 */
#ifndef QUOIN_BASE_TEXT_H
#define QUOIN_BASE_TEXT_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/count_of.h"
#include "base/range.h"

typedef struct Text {
    const char *bytes;
    size_t size;
} Text;

#define TEXT(literal) ((Text){(literal), sizeof(literal) - 1})
#define TEXT_NOT_FOUND SIZE_MAX
#define NO_OFFSET SIZE_MAX /* no place in a text */
#define NO_INDEX SIZE_MAX  /* none of a list */
#define REPLACEMENT_CHARACTER 0xFFFDu

/* A Text in a static table: LITERAL("person"). */
#define LITERAL(literal)             \
    {                                \
        literal, sizeof(literal) - 1 \
    }

/*
 * For printf("%.*s", TEXT_ARGS(text)), in messages and labels: all of it, but a NUL ends it, and a text is copied each time. What
 * is kept or written to a file is put together by arena_join and text_buffer_add; what is printed goes through printable.h.
 */
#define TEXT_ARGS(text) (int)((text).size > INT_MAX ? INT_MAX : (text).size), (text).bytes ? (text).bytes : ""

Text text_from(const char *terminated);       /* NULL gives the empty text */
size_t text_count_words(Text text);           /* what ASCII blanks and line ends separate */
bool text_has_small_letter(Text text);        /* ASCII letters only */
Text text_trim(Text text);                    /* without ASCII blanks and line ends at both ends */
static inline bool text_equal(Text a, Text b) /* most that differ do so in size or at once */
{
    return a.size == b.size && (a.size == 0 || (a.bytes[0] == b.bytes[0] && memcmp(a.bytes, b.bytes, a.size) == 0));
}
static inline Text text_slice(Text text, Range range) /* the range is cut to the text */
{
    size_t end = range.end < text.size ? range.end : text.size;
    size_t start = range.start < end ? range.start : end;

    return (Text){start ? text.bytes + start : text.bytes, end - start}; /* nothing is added to NULL */
}

/* Capitals of ASCII letters do not matter; most that differ do so in size, or in the first byte by more than the bit that tells a capital. */
bool text_equal_small(Text a, Text b);
static inline bool text_equal_ignoring_case(Text a, Text b)
{
    enum { CAPITAL_BIT = 'a' ^ 'A' };

    return a.size == b.size && (a.size == 0 || (!((a.bytes[0] ^ b.bytes[0]) & ~CAPITAL_BIT) && text_equal_small(a, b)));
}
bool text_is_one_of(Text text, const Text *words, size_t count); /* the same; TEXT_IS_ONE_OF for an array */
/* Where it stands, capitals and all; `count`: nowhere. */
size_t text_index_of(Text text, const Text *texts, size_t count);
#define TEXT_IS_ONE_OF(text, words) text_is_one_of((text), (words), COUNT_OF(words))
int text_compare(Text a, Text b); /* by bytes, as memcmp; a prefix comes first */

/* text_compare(a, b) < 0: where texts are searched, the first bytes mostly tell. */
static inline bool text_is_before(Text a, Text b)
{
    size_t shorter = a.size < b.size ? a.size : b.size, same = 0;

    while (same < shorter && a.bytes[same] == b.bytes[same])
        same++;
    return same < shorter ? (unsigned char)a.bytes[same] < (unsigned char)b.bytes[same] : a.size < b.size;
}

static inline bool text_starts_with(Text text, Text prefix)
{
    return text.size >= prefix.size && text_equal((Text){text.bytes, prefix.size}, prefix);
}

static inline bool text_ends_with(Text text, Text suffix)
{
    return suffix.size == 0 || /* of a text without bytes too, which has no pointer to add to */
           (text.size >= suffix.size && text_equal((Text){text.bytes + (text.size - suffix.size), suffix.size}, suffix));
}

/* A hash of the bytes (FNV-1a, Fowler, Noll and Vo, with the final mixing of MurmurHash3): for tables of what a text has. */
uint32_t text_hash(Text text);
#define HASH_START 0x811C9DC5u
static inline uint32_t hash_byte(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 0x01000193u;
}
static inline uint32_t hash_finish(uint32_t hash)
{
    hash = (hash ^ hash >> 16) * 0x85EBCA6Bu;
    hash = (hash ^ hash >> 13) * 0xC2B2AE35u;
    return hash ^ hash >> 16;
}
static inline uint32_t hash_pair(uint32_t a, uint32_t b)
{
    return hash_finish(a * 0x9E3779B1u ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2)));
}

/* Offset of the first `needle` at or after `from`, or TEXT_NOT_FOUND. */
size_t text_find(Text text, Text needle, size_t from);
size_t text_find_byte(Text text, char byte, size_t from);

/* Where the whole words begin that stand before `end`, at most so many bytes before it; `end`: there is no whole one. */
size_t text_words_start(Text text, size_t end, size_t most);

/* The parts of a list between separators, one after the other: `*at` is 0 at first. False: there are no more; an empty one at the end is none. */
bool text_next_part(Text list, char separator, size_t *at, Text *part);
size_t text_folder_size(Text path);       /* of a path, up to the last "/" and with it; behind it is the file's name */
bool text_list_has(Text list, Text word); /* words apart by single blanks */

/* A decimal number that is the whole of `text` and at most `most`. */
bool text_to_number(Text text, size_t most, size_t *number);

/* The code point at `at` (< text.size) and its size in bytes (1 to 4). The second one is of any byte, the first asks for ASCII before. */
uint32_t utf8_decode_any(Text text, size_t at, size_t *size);
static inline uint32_t utf8_decode(Text text, size_t at, size_t *size)
{
    if ((unsigned char)text.bytes[at] >= 0x80)
        return utf8_decode_any(text, at, size);
    *size = 1;
    return (unsigned char)text.bytes[at];
}

/* Start of the code point that ends at `at` (> 0). */
size_t utf8_previous(Text text, size_t at);

/* Write `code_point` to `bytes`; the number of bytes, 1 to 4. Surrogates and the like become U+FFFD. */
size_t utf8_encode(uint32_t code_point, char bytes[4]);

/* Offset of the first byte at or after `from` that is not UTF-8, or TEXT_NOT_FOUND. A sequence that
 * the end of the text cuts short counts as invalid. */
size_t utf8_find_invalid(Text text, size_t from);

size_t utf8_mark_size(Text text); /* of the byte order mark that it begins with, or 0 */

/* Line and column, from 1, of a byte offset; columns count code points. */
void text_line_column(Text text, size_t offset, size_t *line, size_t *column);

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline bool ascii_is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static inline bool ascii_is_alpha(char byte)
{
    return ascii_is_upper(byte) || ascii_is_lower(byte);
}

static inline bool ascii_is_alnum(char byte)
{
    return ascii_is_alpha(byte) || ascii_is_digit(byte);
}

static inline bool ascii_is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static inline char ascii_to_lower(char byte)
{
    return ascii_is_upper(byte) ? (char)(byte + ('a' - 'A')) : byte;
}

static inline char ascii_to_upper(char byte)
{
    return ascii_is_lower(byte) ? (char)(byte - 'a' + 'A') : byte;
}

/* 0 to 15; -1: it is none. */
static inline int ascii_hex_digit(char byte)
{
    if (ascii_is_digit(byte))
        return byte - '0';
    byte = ascii_to_lower(byte);
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

#endif
