/* What the second look at a block measures: numbers, of which the trees in body-trees.tsv ask whether they are above a bound. */
#ifndef QUOIN_HTML_BODY_CHOICE_BLOCK_MEASURES_H
#define QUOIN_HTML_BODY_CHOICE_BLOCK_MEASURES_H

#include "html/body/choice/body_features.h"

typedef enum Measure {
#define MEASURE(ID, name) MEASURE_##ID,
#include "html/body/choice/measures.def"
#undef MEASURE
    MEASURE_COUNT
} Measure;

/* The measures of all blocks, MEASURE_COUNT for each one after another, by what the first look said of them. */
float *block_measures_read(Arena *arena, const PageFacts *facts, const PageRules *rules, const float *scores);

#endif
