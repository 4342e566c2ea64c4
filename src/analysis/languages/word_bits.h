/* A table from words to bits or numbers, by their hashes: of a few thousand words two have the same hash once in a thousand texts. */
#ifndef QUOIN_ANALYSIS_LANGUAGES_WORD_BITS_H
#define QUOIN_ANALYSIS_LANGUAGES_WORD_BITS_H

#include "base/arena.h"

typedef struct WordSlot {
    uint32_t hash, bits; /* bits 0: free */
} WordSlot;

typedef struct WordBits {
    Arena *arena;
    WordSlot *slots;
    size_t count, capacity; /* the capacity: a power of two, or 0 */
} WordBits;

/* The hash of a word in small letters. */
uint32_t language_word_hash(Text word);

/* Where the bits of a word are; new ones are 0, and must be set to something else. Good until the next call. */
uint32_t *word_bits_enter(WordBits *table, uint32_t hash);

uint32_t word_bits_find(const WordBits *table, uint32_t hash); /* 0: it is not there */

/* Set a bit for all words of a list, apart by blanks. */
void word_bits_add_list(WordBits *table, Text list, uint32_t bit);

#endif
