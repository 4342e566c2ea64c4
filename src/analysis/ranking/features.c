/* Scores are sums without a branch: what does not apply is value 0 of its dimension, and all weights there are 0. */
#include "analysis/ranking/features.h"

#define DIGITS(values, A, B, C, D) \
    ((((values)[IN_##A] * SIZE_##B + (values)[IN_##B]) * SIZE_##C + (values)[IN_##C]) * SIZE_##D + (values)[IN_##D])

typedef struct FeatureInfo {
    const char *example;
    Aspect aspect;
    unsigned base;
    DimensionId dimensions[FEATURE_DIMENSIONS];
} FeatureInfo;

static const FeatureInfo features[FEATURE_COUNT] = {
#define FEATURE(ID, aspect, example, A, B, C, D) \
    {example, ASPECT_##aspect, BASE_##ID, {IN_##A, IN_##B, IN_##C, IN_##D}},
#include "analysis/ranking/features.def"
#undef FEATURE
};

static const struct {
    unsigned first, size;
} dimensions[DIMENSION_COUNT] = {
    {FIRST_ALWAYS, SIZE_ALWAYS},
#define DIMENSION(ID) {FIRST_##ID, SIZE_##ID},
#define VALUE(ID, VALUE, name)
#define END(ID)
#include "analysis/ranking/dimensions.def"
#undef DIMENSION
#undef VALUE
#undef END
};

static const char *const value_names[VALUES_OF_ALL] = {
#define DIMENSION(ID)
#define VALUE(ID, VALUE, name) [ID##_##VALUE] = name,
#define END(ID)
#include "analysis/ranking/dimensions.def"
#undef DIMENSION
#undef VALUE
#undef END
};

int features_score(const signed char *weights, const Facts *facts)
{
    const unsigned char *values = facts->values;
    int score = 0;

#define FEATURE(ID, aspect, example, A, B, C, D) score += weights[BASE_##ID + DIGITS(values, A, B, C, D)];
#include "analysis/ranking/features.def"
#undef FEATURE
    return score;
}

size_t features_seen(const Facts *facts, SeenFeature seen[FEATURE_COUNT])
{
    size_t count = 0;

    for (FeatureId id = 0; id < FEATURE_COUNT; id++) {
        unsigned at = 0;
        bool applies = true;

        for (int i = 0; i < FEATURE_DIMENSIONS; i++) {
            DimensionId dimension = features[id].dimensions[i];

            applies = applies && (dimension == IN_ALWAYS || facts->values[dimension]);
            at = at * dimensions[dimension].size + facts->values[dimension];
        }
        if (applies)
            seen[count++] = (SeenFeature){id, features[id].base + at};
    }
    return count;
}

Aspect ranker_feature_aspect(FeatureId feature)
{
    return features[feature].aspect;
}

const char *ranker_feature_example(FeatureId feature)
{
    return features[feature].example;
}

FeatureId feature_at(unsigned at, const char *values[FEATURE_DIMENSIONS])
{
    FeatureId id = FEATURE_COUNT - 1;

    while (features[id].base > at)
        id--;
    at -= features[id].base;
    for (int i = FEATURE_DIMENSIONS; i-- > 0;) {
        DimensionId dimension = features[id].dimensions[i];

        values[i] = value_names[dimensions[dimension].first + at % dimensions[dimension].size];
        at /= dimensions[dimension].size;
    }
    return id;
}
