/* What words mean for a quotation that is found with changes: rows of word_meanings.def. */
#ifndef QUOIN_ARTICLE_ANCHORS_WORDS_WORD_MEANINGS_H
#define QUOIN_ARTICLE_ANCHORS_WORDS_WORD_MEANINGS_H

#include "base/arena.h"

typedef enum MeaningKind {
    MEANING_COMMON,
    MEANING_NEGATION,
    MEANING_SIDE,
    MEANING_CARDINAL,
    MEANING_ORDINAL,
    MEANING_SCALE,
    MEANING_PARTS,
    MEANING_AMOUNT,
    MEANING_UNIT
} MeaningKind;

/* The axes of SIDE: the first is told as who acts, labels as names, the last as a measure, the others as opposites. */
typedef enum MeaningAxis {
    AXIS_WHO,
    AXIS_MORE,
    AXIS_MANY,
    AXIS_ALL,
    AXIS_RISE,
    AXIS_WIN,
    AXIS_FOR,
    AXIS_ALLOW,
    AXIS_BEFORE,
    AXIS_WHEN,
    AXIS_LAST,
    AXIS_START,
    AXIS_TRUE,
    AXIS_GUILTY,
    AXIS_YES,
    AXIS_GOOD,
    AXIS_LIFE,
    AXIS_LOVE,
    AXIS_BUY,
    AXIS_GIVE,
    AXIS_FIRST,
    AXIS_RICH,
    AXIS_SIZE,
    AXIS_SPEED,
    AXIS_HOT,
    AXIS_OLD,
    AXIS_SEX,
    AXIS_COMPASS,
    AXIS_HAND,
    AXIS_MUST,
    AXIS_INNER,
    AXIS_WITH,
    AXIS_MINOR,
    AXIS_LATER,
    AXIS_LEGAL,
    AXIS_PEACE,
    AXIS_HEALTH,
    AXIS_LABEL,
    AXIS_MEASURE
} MeaningAxis;

typedef struct Meaning {
    uint32_t word;      /* its hash (see word_index.h) */
    unsigned char kind; /* MeaningKind */
    unsigned char axis; /* of a SIDE */
    bool used;          /* this row of the table is taken */
    uint32_t value;     /* the side, the number, the power of ten, the denominator, the number of the unit */
} Meaning;

typedef struct WordMeanings {
    Meaning *rows; /* open addressing; a word with several meanings has several rows */
    size_t row_count;
    uint32_t minus, a, an; /* the hashes of "-", "a", "an", by which a number may begin as well */
} WordMeanings;

/* Builds the table in `arena`: some 1,500 words. */
void word_meanings_init(WordMeanings *meanings, Arena *arena);

/* The meanings of a word one after the other: `*at` is 0 at first. NULL: there are no more. */
const Meaning *word_meaning_next(const WordMeanings *meanings, uint32_t word, size_t *at);

/* The meaning of this kind, or NULL. */
const Meaning *word_meaning(const WordMeanings *meanings, uint32_t word, MeaningKind kind);

#endif
