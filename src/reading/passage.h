/*
 * A passage: what a reader has selected in the text, from where it was begun to where the selection is now. Both are offsets of the text, so that a
 * passage stays what it is at another width.
 */
#ifndef QUOIN_READING_PASSAGE_H
#define QUOIN_READING_PASSAGE_H

#include "article/article.h"

typedef enum PassageUnit {
    PASSAGE_NONE,       /* nothing is selected */
    PASSAGE_CHARACTERS, /* from one character to another, both of them included */
    PASSAGE_PARAGRAPHS  /* the whole blocks that these stand in */
} PassageUnit;

/* All zero: none. */
typedef struct Passage {
    PassageUnit unit;
    size_t anchor, head; /* starts of characters: where it was begun, and the end that moves; either may be the first */
    int column; /* 1 + where it came from when it is moved over lines that are shorter than that; 0: where the head is */
} Passage;

/* Its end goes there, if there is one. */
void passage_move_head(Passage *passage, size_t offset);

/* What of the article's text it is, whole characters; empty: there is none. As far as blocks are indexed. */
Range passage_range(const Passage *passage, const Article *article);

/* The sentence of a block around an offset of the text, without the blanks at its ends; empty where there are no blocks. */
Range passage_sentence(const Article *article, size_t offset);

#endif
