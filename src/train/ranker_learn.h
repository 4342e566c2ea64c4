/*
 * Weights by which the right candidates of each quotation come first (a conditional log-linear model): of all features those that tell most,
 * as multiples of a twentieth. The same by every compiler.
 */
#ifndef QUOIN_TRAIN_RANKER_LEARN_H
#define QUOIN_TRAIN_RANKER_LEARN_H

#include "analysis/ranking/features.h"
#include "base/arena.h"

/* A candidate: its features are from `first` on, up to those of the next. */
typedef struct RankerRow {
    uint32_t first;
    bool right;
} RankerRow;

/* The candidates of a quotation, of which one is right at least: rows from `first` on. */
typedef struct RankerGroup {
    uint32_t first, count;
    unsigned fold, times; /* it counts as so many */
} RankerGroup;

typedef struct RankerSamples {
    ARRAY(uint16_t) features; /* where their weights stand */
    ARRAY(RankerRow) rows;
    ARRAY(RankerGroup) groups;
} RankerSamples;

enum { EVERY_GROUP = UINT32_MAX /* of no fold are they left out */ };

/* Learn from all groups but those of a fold; `most` weights are not 0. */
void ranker_learn(Arena *arena, const RankerSamples *samples, unsigned without, size_t most,
                  signed char weights[WEIGHT_COUNT]);

#endif
