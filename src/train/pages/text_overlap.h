/*
 * How far a text is the one that it should be: the method of scrapinghub's article-extraction-benchmark (github.com/scrapinghub/
 * article-extraction-benchmark, evaluate.py). Both are cut into words, the words into overlapping runs of four, and runs are counted.
 */
#ifndef QUOIN_TRAIN_PAGES_TEXT_OVERLAP_H
#define QUOIN_TRAIN_PAGES_TEXT_OVERLAP_H

#include "base/arena.h"

typedef struct TextOverlap {
    double hit, wrong, missed; /* shares of all runs of both; all 0: both are empty */
    double precision, recall, f1;
    bool has_words; /* what is measured has */
} TextOverlap;

TextOverlap text_overlap(Arena *arena, Text gold, Text found);

/* Are nine tenths of the runs of a paragraph among those of `found`? Capitals and small letters are one here. */
bool text_has_paragraph(Arena *arena, Text paragraph, Text found);

/* The first and the last line of a text that have words; empty: there are none. */
Text text_first_paragraph(Text text);
Text text_last_paragraph(Text text);

/* Are they the same words? Capitals and small letters of ASCII are one. */
bool text_same_words(Text a, Text b);

/* The next word: letters, digits and "_" in a row. False: there are no more. */
bool overlap_next_word(Text text, size_t *at, Text *word);

#endif
