/* The features that pages have: each with a number, from 0, and how many pages have it. */
#ifndef QUOIN_TRAIN_FEATURE_TABLE_H
#define QUOIN_TRAIN_FEATURE_TABLE_H

#include "html/body/choice/body_features.h"

typedef struct FeatureRow {
    Feature feature; /* the first one that was seen; its words live as long as its page's facts */
    uint64_t key;
    uint32_t pages, last_page;
    uint32_t number; /* NO_FEATURE: it is not learned */
    float weight;
} FeatureRow;

#define NO_FEATURE UINT32_MAX

typedef struct FeatureTable {
    ARRAY(FeatureRow) rows;
    uint32_t *slots; /* 1 + index of a row */
    size_t slot_count;
    uint32_t learned; /* rows with a number */
} FeatureTable;

/* The row of a feature; NULL: it was not counted. */
FeatureRow *feature_table_find(const FeatureTable *table, const Feature *feature);

/* Count a feature of a page; pages come one after another. */
void feature_table_count(Arena *arena, FeatureTable *table, const Feature *feature, uint32_t page);

#endif
