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

static Text row_word(size_t row)
{
    return (Text){rows[row].bytes, rows[row].size};
}

/* In small letters and without full stops; empty: it is too long. */
static Text folded(Text word, char *bytes, size_t *capitals)
{
    size_t size = 0;

    *capitals = 0;
    if (word.size > WORD_LONGEST)
        return (Text){0};
    for (size_t i = 0; i < word.size; i++) {
        *capitals += ascii_is_upper(word.bytes[i]);
        if (word.bytes[i] != '.')
            bytes[size++] = ascii_to_lower(word.bytes[i]);
    }
    return (Text){bytes, size};
}

RolePart role_part(Text word)
{
    char bytes[WORD_LONGEST];
    size_t at, capitals;
    Text small = folded(word, bytes, &capitals);

    LOWER_BOUND(at, COUNT_OF(rows), text_is_before(row_word(at), small));
    if (at == COUNT_OF(rows) || !text_equal(row_word(at), small))
        return ROLE_PART_NONE;
    return (rows[at].part == ROLE_PART_RANK || rows[at].part == ROLE_PART_DEGREE) && capitals < CAPITALS_FEWEST
               ? ROLE_PART_NONE
               : (RolePart)rows[at].part;
}
