/* Logistic regression over sparse features. */
#ifndef QUOIN_TRAIN_BODY_LEARN_H
#define QUOIN_TRAIN_BODY_LEARN_H

#include "base/arena.h"

/* A block: which features it has, what it is, how much it counts. */
typedef struct Example {
    const uint32_t *features;
    uint32_t feature_count;
    float weight;
    unsigned char label, fold;
} Example;

typedef ARRAY(Example) Examples;

enum { NO_FOLD = 255 };

/* Weights of `feature_count` features, in `arena`, learned of all examples but those of fold `without`. */
float *body_learn(Arena *arena, const Examples *examples, size_t feature_count, unsigned without);

static inline float example_score(const Example *example, const float *weights)
{
    float score = 0;

    for (uint32_t i = 0; i < example->feature_count; i++)
        score += weights[example->features[i]];
    return score;
}

#endif
