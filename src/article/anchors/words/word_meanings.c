/*
 * A hash table with open addressing and linear probing, built when the first quotation is looked for: what the program does at
 * its start stays as little as it is. Its rows are found by the hash of the word alone: with 1,500 words two of them, or one and a
 * word of a text, hardly share 32 bits, and then a quotation is refused, or a word passes that nobody would look for.
 */
#include "article/anchors/words/word_meanings.h"

#include <assert.h>

#include "article/anchors/words/word_index.h"

enum { ROWS = 4096 };

typedef struct MeaningRow {
    MeaningKind kind;
    unsigned char axis;
    uint32_t value;
    Text words;
} MeaningRow;

static const MeaningRow meaning_rows[] = {
#define COMMON(words) {MEANING_COMMON, 0, 0, LITERAL(words)},
#define NEGATION(words) {MEANING_NEGATION, 0, 0, LITERAL(words)},
#define SIDE(axis, side, words) {MEANING_SIDE, AXIS_##axis, side, LITERAL(words)},
#define CARDINAL(value, words) {MEANING_CARDINAL, 0, value, LITERAL(words)},
#define ORDINAL(value, words) {MEANING_ORDINAL, 0, value, LITERAL(words)},
#define SCALE(power, words) {MEANING_SCALE, 0, power, LITERAL(words)},
#define PARTS(denominator, words) {MEANING_PARTS, 0, denominator, LITERAL(words)},
#define AMOUNT(words) {MEANING_AMOUNT, 0, 0, LITERAL(words)},
#define UNIT(number, words) {MEANING_UNIT, 0, number, LITERAL(words)},
#include "article/anchors/words/word_meanings.def"
#undef COMMON
#undef NEGATION
#undef SIDE
#undef CARDINAL
#undef ORDINAL
#undef SCALE
#undef PARTS
#undef AMOUNT
#undef UNIT
};

static void enter(WordMeanings *meanings, const MeaningRow *row, Text word)
{
    Meaning meaning = {word_hash(word), (unsigned char)row->kind, row->axis, true, row->value};
    size_t at = meaning.word & (ROWS - 1);

    while (meanings->rows[at].used)
        at = (at + 1) & (ROWS - 1);
    meanings->rows[at] = meaning;
    meanings->row_count++;
    assert(meanings->row_count < ROWS * 3 / 4);
}

void word_meanings_init(WordMeanings *meanings, Arena *arena)
{
    *meanings = (WordMeanings){.rows = ARENA_ARRAY(arena, Meaning, ROWS),
                               .minus = word_hash(TEXT("-")),
                               .a = word_hash(TEXT("a")),
                               .an = word_hash(TEXT("an"))};
    for (size_t i = 0; i < COUNT_OF(meaning_rows); i++) {
        Text word;

        for (size_t at = 0; text_next_part(meaning_rows[i].words, ' ', &at, &word);)
            enter(meanings, &meaning_rows[i], word);
    }
}

const Meaning *word_meaning_next(const WordMeanings *meanings, uint32_t word, size_t *at)
{
    for (; *at < ROWS; ++*at) {
        const Meaning *row = &meanings->rows[(word + *at) & (ROWS - 1)];

        if (!row->used)
            return NULL;
        if (row->word == word) {
            ++*at;
            return row;
        }
    }
    return NULL;
}

const Meaning *word_meaning(const WordMeanings *meanings, uint32_t word, MeaningKind kind)
{
    const Meaning *meaning;

    for (size_t at = 0; (meaning = word_meaning_next(meanings, word, &at));) {
        if (meaning->kind == kind)
            return meaning;
    }
    return NULL;
}
