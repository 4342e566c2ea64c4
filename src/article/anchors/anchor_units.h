/*
 * Units: the words of a text as a quotation is compared by them. A number is one unit, however it is written ("twenty-five percent",
 * "25%"); a contraction is two ("don’t" is "do" and "not"); and each unit knows whether it is a name, a number or a negation, which may
 * not change.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_ANCHOR_UNITS_H
#define QUOIN_ARTICLE_ANCHORS_ANCHOR_UNITS_H

#include "article/anchors/words/word_index.h"
#include "article/anchors/words/word_meanings.h"

typedef enum UnitKind { UNIT_PLAIN, UNIT_NAME, UNIT_NUMBER, UNIT_NEGATION } UnitKind;

typedef struct Unit {
    Range range;  /* of the text; the two of a contraction share it */
    uint32_t key; /* of two units with equal keys one may stand for the other */
    UnitKind kind;
    bool is_fixed;     /* a number that is written in no other way */
    size_t first, end; /* the words that it has */
} Unit;

typedef struct Units {
    Text text;
    IndexedWords words;
    const Unit *items;
    size_t count;
} Units;

/* The units of some words of a text. What stands in the text before them tells whether a sentence begins with the first. */
Units units_split(Arena *arena, const WordMeanings *meanings, Text text, IndexedWords words);

#endif
