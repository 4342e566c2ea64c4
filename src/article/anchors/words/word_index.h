/*
 * The words of a text and where each of them stands. A word is a run of letters, marks and digits; what joins its parts is taken in
 * ("don't", "3.5", "U.S."), hyphens separate. A character of a script without blanks between words (Han, Kana, Thai, Hangul) is
 * a word of its own, and so is a sign that means something ("$", "%", a minus, an emoji).
 */
#ifndef QUOIN_ARTICLE_ANCHORS_WORDS_WORD_INDEX_H
#define QUOIN_ARTICLE_ANCHORS_WORDS_WORD_INDEX_H

#include "base/arena.h"

typedef struct IndexedWord {
    uint32_t start, end; /* bytes of the text, which is shorter than 4 GiB */
    uint32_t hash;       /* of its folding, so that case, accents and typography do not matter */
} IndexedWord;

typedef struct IndexedWords {
    const IndexedWord *items;
    size_t count;
} IndexedWords;

typedef struct PlaceTable {
    const uint32_t *rows;   /* for each row where its places begin, and the end of the last */
    const uint32_t *places; /* numbers of words, row by row, in the order of the text */
    size_t row_count;       /* a power of two; 0: the table is not made yet */
} PlaceTable;

typedef struct WordIndex {
    Arena *arena;
    Text text;
    IndexedWords words;
    PlaceTable by_word, by_pair; /* the second of each word and the next one; made when somebody asks */
} WordIndex;

typedef struct WordPlaces {
    const uint32_t *items;
    size_t count;
} WordPlaces;

/* The words of `text` from byte `from` on. */
IndexedWords words_split(Arena *arena, Text text, size_t from);

/* Linear; some 20 bytes a word, and 8 more with the pairs. */
void word_index_init(WordIndex *index, Arena *arena, Text text, size_t from);

/* Where the words with this hash stand; a few others may be among them. */
WordPlaces word_index_places(const WordIndex *index, uint32_t hash);

/* The same of two words that follow each other: where the first of them stands. */
WordPlaces word_index_pair_places(WordIndex *index, uint32_t hash, uint32_t next);

/* Does nothing but a hyphen stand between the two neighbours: "non-violent"? */
bool words_are_joined(Text text, const IndexedWord *word, const IndexedWord *next);

/* Are there only blanks, or such a hyphen, between them: no mark, so that they may be of one phrase? */
bool words_are_near(Text text, const IndexedWord *word, const IndexedWord *next);

/* Hash of a word as of `IndexedWord`; `folded` is folded already: for tables of words. */
uint32_t word_hash(Text folded);

#endif
