/*
 * What the ranker sees of a candidate for a quotation: values of dimensions (dimensions.def), and features, which are combinations of them
 * (features.def). A feature's values have a weight each, in twentieths; the sum of those that a candidate has is its score.
 */
#ifndef QUOIN_ANALYSIS_RANKING_FEATURES_H
#define QUOIN_ANALYSIS_RANKING_FEATURES_H

#include "base/text.h"

/* All values of all dimensions in one row: FIRST_NATURE is 0 of its dimension, NATURE_PERSON 1. */
enum {
    FIRST_ALWAYS,
    END_ALWAYS,
#define DIMENSION(ID) FIRST_##ID,
#define VALUE(ID, VALUE, name) ID##_##VALUE,
#define END(ID) END_##ID,
#include "analysis/ranking/dimensions.def"
#undef DIMENSION
#undef VALUE
#undef END
    VALUES_OF_ALL
};

typedef enum DimensionId {
    IN_ALWAYS, /* of the features that have fewer dimensions: its only value is 0 */
#define DIMENSION(ID) IN_##ID,
#define VALUE(ID, VALUE, name)
#define END(ID)
#include "analysis/ranking/dimensions.def"
#undef DIMENSION
#undef VALUE
#undef END
    DIMENSION_COUNT
} DimensionId;

/* How many values each has, 0 among them. */
enum {
    SIZE_ALWAYS = 1,
#define DIMENSION(ID) SIZE_##ID = END_##ID - FIRST_##ID,
#define VALUE(ID, VALUE, name)
#define END(ID)
#include "analysis/ranking/dimensions.def"
#undef DIMENSION
#undef VALUE
#undef END
};

typedef enum FeatureId {
#define FEATURE(ID, aspect, example, A, B, C, D) FEATURE_##ID,
#include "analysis/ranking/features.def"
#undef FEATURE
    FEATURE_COUNT
} FeatureId;

/* What a feature is about; readers are told of each once. */
typedef enum Aspect {
    ASPECT_VERB,   /* the verb of saying that the candidate is the subject of */
    ASPECT_SPOKE,  /* who spoke before */
    ASPECT_PLACE,  /* how far it is from the quotation */
    ASPECT_BESIDE, /* where in its sentence it stands */
    ASPECT_NATURE, /* what words they are */
    ASPECT_PERSON, /* what the article tells of the person */
    ASPECT_COUNT
} Aspect;

/* Where the weights of each begin; the values of its dimensions count like digits from there on. */
enum {
#define FEATURE(ID, aspect, example, A, B, C, D) \
    BASE_##ID, TOP_##ID = BASE_##ID + SIZE_##A * SIZE_##B * SIZE_##C * SIZE_##D - 1,
#include "analysis/ranking/features.def"
#undef FEATURE
    WEIGHT_COUNT
};

enum { WEIGHT_UNIT = 20 /* of a weight of 1 */, FEATURE_DIMENSIONS = 4 };

/* What is known of a candidate: of each dimension a value, 0 where it does not apply. */
typedef struct Facts {
    unsigned char values[DIMENSION_COUNT];
} Facts;

/* Set one: SET_FACT(facts, NATURE, NATURE_PERSON). */
#define SET_FACT(facts, ID, value) ((facts)->values[IN_##ID] = (unsigned char)((value)-FIRST_##ID))

/* A feature that a candidate has, and where its weight stands. */
typedef struct SeenFeature {
    FeatureId feature;
    unsigned at;
} SeenFeature;

int features_score(const signed char *weights, const Facts *facts);

/* Those that a candidate has, in order; how many. */
size_t features_seen(const Facts *facts, SeenFeature seen[FEATURE_COUNT]);

Aspect ranker_feature_aspect(FeatureId feature);
const char *ranker_feature_example(FeatureId feature);

/* The names of the values of a feature whose weight stands at `at`, the first `count` of them not NULL; which it is. */
FeatureId feature_at(unsigned at, const char *values[FEATURE_DIMENSIONS]);

#endif
