/*
 * Marks that may be quotation marks, one by one: each with its level and shape, and what it costs, by its neighbours, that it opens, that it
 * closes, or that it is none. An apostrophe inside a word, an attribute's quotation marks and fences ("```") are not among them.
 */
#ifndef QUOIN_ANALYSIS_WORDS_MARKS_H
#define QUOIN_ANALYSIS_WORDS_MARKS_H

#include "base/arena.h"

typedef enum MarkCost {
#define MARK_COST(id, cost, example) COST_##id,
#include "analysis/words/data/mark_costs.def"
    MARK_COST_COUNT
} MarkCost;

/* Which marks belong together. */
typedef enum MarkLevel {
    LEVEL_DOUBLE, /* “ ” " „ '' `` */
    LEVEL_SINGLE, /* ‘ ’ ' ‚ */
    LEVEL_GUILLEMET,
    LEVEL_SINGLE_GUILLEMET,
    LEVEL_CORNER, /* 「 」 */
    LEVEL_WHITE_CORNER
} MarkLevel;

typedef enum MarkShape { SHAPE_STRAIGHT, SHAPE_OPENING, SHAPE_CLOSING, SHAPE_LOW } MarkShape;

typedef struct Mark {
    uint32_t start, end;
    unsigned char level, shape;         /* MarkLevel, MarkShape */
    unsigned char open, close, nothing; /* what it costs that it is that */
    bool after_stop;                    /* or at the beginning: a sentence may begin with it */
    bool before_capital;
    bool attribute; /* class="…" */
} Mark;

typedef struct MarkList {
    Mark *items;
    size_t count, capacity;
} MarkList;

/* How a text uses its marks, as far as its beginning tells. */
typedef struct MarkStyle {
    bool single;       /* ‘ ’ or ' are those of its first level, as in British print */
    uint64_t left_out; /* costs that are not asked for, as bits, so that their worth can be told */
} MarkStyle;

extern const unsigned char mark_costs[MARK_COST_COUNT];

static inline unsigned mark_cost(const MarkStyle *style, MarkCost cost)
{
    return style->left_out >> cost & 1 ? 0 : mark_costs[cost];
}

/* Append the marks of a paragraph. */
void marks_list(Arena *arena, Text text, Range paragraph, const MarkStyle *style, MarkList *marks);

/* The code point at `at` as a mark's level and shape, with its size in bytes; false: it is none. */
bool mark_kind(uint32_t code_point, unsigned char *level, unsigned char *shape);

#endif
