/*
 * Numbers as they are written: "12", "twelve", "a dozen", "1.5 million", "two-thirds", "the 21st", "$5", "20 per cent". Two
 * phrases mean the same number when their keys are equal.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_WORDS_NUMBER_PHRASES_H
#define QUOIN_ARTICLE_ANCHORS_WORDS_NUMBER_PHRASES_H

#include "article/anchors/words/word_index.h"
#include "article/anchors/words/word_meanings.h"

typedef struct NumberPhrase {
    size_t words;  /* how many of them it has */
    uint32_t key;  /* of its value, its kind (12 is not the 12th) and its unit */
    bool is_fixed; /* one word that is written in no other way: "2020s", "9/11" */
} NumberPhrase;

/* The longest number that begins with word `at`. False: none begins there. */
bool number_phrase_read(const WordMeanings *meanings, Text text, IndexedWords words, size_t at, NumberPhrase *phrase);

#endif
