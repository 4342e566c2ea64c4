/*
 * Any noun may stand before a role ("harbour pilot"), and many a verb looks like one ("discipline striker"): of those that are frequent in news
 * the table tells which they are. Letters behind a name are a degree only in capitals, with full stops or without:
 *
 *     "Ph.D." -> "phd", a degree          "Ms" -> none: one capital
 */
#include "analysis/words/role_words.h"

#include "base/lower_bound.h"

enum { CAPITALS_FEWEST = 2, WORD_LONGEST = 24 /* bytes */ };

/* Each word in its row, without a pointer: nothing to relocate, and what is compared is there. */
static const struct {
    char bytes[WORD_LONGEST];
    unsigned char size, part;
} rows[] = {
#define ROLE_WORD(word, part) {word, sizeof(word) - 1, ROLE_PART_##part},
#include "analysis/words/data/role_words.def"
#undef ROLE_WORD
};

/* The first eight bytes of a word that has room for as many, as a number that is sorted as they are. */
static uint64_t key_of(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;

    return (uint64_t)at[0] << 56 | (uint64_t)at[1] << 48 | (uint64_t)at[2] << 40 | (uint64_t)at[3] << 32 |
           (uint64_t)at[4] << 24 | (uint64_t)at[5] << 16 | (uint64_t)at[6] << 8 | (uint64_t)at[7];
}

/* The row of a word in small letters, with zeroes behind it; NO_INDEX: there is none. */
static size_t row_of(const char bytes[WORD_LONGEST], size_t size)
{
    uint64_t key = key_of(bytes);
    size_t at;

    LOWER_BOUND(at, COUNT_OF(rows), key_of(rows[at].bytes) < key);
    for (; at < COUNT_OF(rows) && key_of(rows[at].bytes) == key; at++) {
        if (rows[at].size == size && memcmp(rows[at].bytes, bytes, size) == 0)
            return at;
    }
    return NO_INDEX;
}

/* In small letters and without full stops: its size; 0: it is too long. */
static size_t fold(Text word, char bytes[WORD_LONGEST], size_t *capitals)
{
    size_t size = 0;

    *capitals = 0;
    if (word.size > WORD_LONGEST)
        return 0;
    for (size_t i = 0; i < word.size; i++) {
        *capitals += ascii_is_upper(word.bytes[i]);
        if (word.bytes[i] != '.')
            bytes[size++] = ascii_to_lower(word.bytes[i]);
    }
    return size;
}

RolePart role_part(Text word)
{
    char bytes[WORD_LONGEST] = {0};
    size_t capitals, at = row_of(bytes, fold(word, bytes, &capitals));

    if (at == NO_INDEX)
        return ROLE_PART_NONE;
    return (rows[at].part == ROLE_PART_RANK || rows[at].part == ROLE_PART_DEGREE) && capitals < CAPITALS_FEWEST
               ? ROLE_PART_NONE
               : (RolePart)rows[at].part;
}
