/*
 * Logistic regression, learned one block at a time in an order that is drawn anew in each round. How far a weight goes at once depends on
 * how far it went before (AdaGrad: Duchi, Hazan, Singer, JMLR 12, 2011); some features are left out at random each time (dropout); the
 * mean over the later rounds is the result.
 */
#include "train/body_learn.h"

#include "train/arithmetic.h"

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif

enum { ROUNDS = 8, LATER_ROUNDS = 4, LEFT_OUT = 20 /* features of a hundred */, FEATURES_OF_ONE = 512 };

static const float rate = 0.02F, damping = 0.1F, shrinking = 0.02F;
static const float least_doubt = 0.02F; /* a block that is surer than that teaches nothing */

typedef struct Learning {
    float *weights, *squares, *mean;
    uint32_t random;
} Learning;

/* A linear congruential generator (Numerical Recipes); its upper bits. */
static uint32_t draw(Learning *learning, uint32_t below)
{
    learning->random = learning->random * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)learning->random * below) >> 32);
}

static void shuffle(Learning *learning, uint32_t *order, size_t count)
{
    for (size_t i = count; i-- > 1;) {
        size_t other = draw(learning, (uint32_t)i + 1);
        uint32_t kept = order[i];

        order[i] = order[other];
        order[other] = kept;
    }
}

static void learn_one(Learning *learning, const Example *example)
{
    uint32_t features[FEATURES_OF_ONE], count = 0;
    float score = 0, error, gradient;

    for (uint32_t i = 0; i < example->feature_count && count < FEATURES_OF_ONE; i++) {
        if (draw(learning, 100) < LEFT_OUT)
            continue;
        features[count++] = example->features[i];
        score += learning->weights[example->features[i]];
    }
    error = (float)example->label - 1.0F / (1.0F + exponential(-score));
    if (error < least_doubt && error > -least_doubt)
        return;
    gradient = error * example->weight;
    for (uint32_t i = 0; i < count; i++) {
        float *weight = &learning->weights[features[i]], *square = &learning->squares[features[i]];
        float step = gradient - shrinking * *weight;

        *square += step * step;
        *weight += rate * step / (square_root(*square) + damping);
    }
}

float *body_learn(Arena *arena, const Examples *examples, size_t feature_count, unsigned without)
{
    Learning learning = {.random = 1};
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, examples->count + 1);
    size_t count = 0;

    learning.weights = ARENA_ARRAY(arena, float, feature_count + 1);
    learning.squares = ARENA_ARRAY(arena, float, feature_count + 1);
    learning.mean = ARENA_ARRAY(arena, float, feature_count + 1);
    for (size_t i = 0; i < examples->count; i++) {
        if (examples->items[i].fold != without && examples->items[i].weight > 0)
            order[count++] = (uint32_t)i;
    }
    for (int round = 0; round < ROUNDS; round++) {
        shuffle(&learning, order, count);
        for (size_t i = 0; i < count; i++)
            learn_one(&learning, &examples->items[order[i]]);
        for (size_t i = 0; i < feature_count && round >= ROUNDS - LATER_ROUNDS; i++)
            learning.mean[i] += learning.weights[i] / (float)LATER_ROUNDS * (100 - LEFT_OUT) / 100;
    }
    return learning.mean;
}
