/* What a block is judged by: features, each with a weight in body-weights.tsv. */
#ifndef QUOIN_HTML_BODY_CHOICE_BODY_FEATURES_H
#define QUOIN_HTML_BODY_CHOICE_BODY_FEATURES_H

#include "html/body/choice/page_rules.h"

typedef enum FeatureKind {
#define FEATURE(ID, name) FEATURE_##ID,
#include "html/body/choice/features.def"
#undef FEATURE
    FEATURE_KIND_COUNT
} FeatureKind;

enum { FEATURES_MOST = 400 /* of a block */, FEATURE_BITS = 2048 };

typedef struct Feature {
    uint64_t key; /* by which the table finds it: feature_key_of_name of its name */
    unsigned char kind;
    short numbers[3]; /* -1: no number */
    Text word;        /* or empty; lives as long as the page's facts */
} Feature;

typedef struct Features {
    Feature items[FEATURES_MOST];
    size_t count;
    uint32_t seen[FEATURE_BITS / 32]; /* bits of the keys of those that are said once: where one is not set, it is new */
    uint64_t keys[FEATURE_KIND_COUNT]; /* of "length=" and the like; 0: not worked out yet */
} Features;

/* The features of a block by the page and its rules. `features` is all zero at first, and may be used again for the next block. */
void body_features_of(const PageFacts *facts, const PageRules *rules, size_t block, Features *features);

/* What the first look said of all blocks, for the second one. */
typedef struct BodyScores {
    const float *scores;    /* of blocks: above 0 for body */
    float *parents, *looks; /* of elements, of looks: what those in it say together, from 0 to 1 */
    size_t first, last;     /* blocks that are surely of the body; NO_INDEX: there are none */
} BodyScores;

void body_scores_read(Arena *arena, const PageFacts *facts, const float *scores, BodyScores *sums);

/* As it stands in the table: "length.linked=3.0", "word-first=by". In `arena`. */
Text feature_name(Arena *arena, const Feature *feature);

uint64_t feature_key_of_name(Text name);

#endif
