/*
 * The loss is the logarithm of the share of the right candidates in the softmax of all, with squares of the weights against large ones. Each
 * weight has a step of its own, longer while the sign of its gradient stays and shorter when it turns (iRprop-: Igel, Hüsken, 2000): all
 * groups at once, in their order, so that nothing is drawn. What tells least is left out by and by.
 */
#include "train/ranker_learn.h"

#include <stdlib.h>
#include <string.h>

#include "train/arithmetic.h"

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF /* a fused product and sum would be rounded once, on some machines */
#endif

enum {
    ROUNDS = 70,       /* between two choices of what is left out */
    LAST_ROUNDS = 300, /* until weights hardly move any more: a change of the rules elsewhere then changes few of them */
    LEAST_ROWS = 20,   /* that have a feature, so that it is learned */
    MOST_WEIGHT = 127
};

static const float shrinking = 4;
static const float first_step = 0.1F, least_step = 0.0005F, longest_step = 1.0F;

typedef struct Learning {
    const RankerSamples *samples;
    unsigned without;
    float *weights, *gradients, *signs, *steps;
    uint32_t *used; /* rows that have each feature; 0: it is not learned */
    float *scores;  /* of the rows of a group */
} Learning;

/* What news has too little of to learn from: dialogue, clauses parted by semicolons, quotations that go on in the next paragraph. */
#define SPEAKS(speaker, turn) (BASE_SPEAKER_TURN + (speaker - FIRST_SPEAKER) * SIZE_TURN + (turn - FIRST_TURN))
#define GOES_ON(speaker) (BASE_SPEAKER_WHERE + (speaker - FIRST_SPEAKER) * SIZE_WHERE + (WHERE_OPEN - FIRST_WHERE))

static const struct {
    uint32_t at;
    float weight;
} given[] = {
    {SPEAKS(SPEAKER_SAME, TURN_ANSWER), -1.5F},
    {SPEAKS(SPEAKER_SAME, TURN_TURN), -2.0F},
    {SPEAKS(SPEAKER_PERSON, TURN_ANSWER), -1.5F},
    {SPEAKS(SPEAKER_PERSON, TURN_TURN), -2.0F},
    {SPEAKS(SPEAKER_SECOND, TURN_ANSWER), 1.0F},
    {SPEAKS(SPEAKER_SECOND, TURN_TURN), 1.0F},
    {SPEAKS(SPEAKER_ASKED, TURN_ANSWER), 1.5F},
    {GOES_ON(SPEAKER_SAME), 2.0F},
    {GOES_ON(SPEAKER_PERSON), 1.0F},
    {BASE_SEMICOLON + 1, -2.0F},
};

static bool is_given(uint32_t at)
{
    for (size_t i = 0; i < COUNT_OF(given); i++) {
        if (given[i].at == at)
            return true;
    }
    return false;
}

static uint32_t row_end(const RankerSamples *samples, uint32_t row)
{
    return row + 1 < samples->rows.count ? samples->rows.items[row + 1].first : (uint32_t)samples->features.count;
}

static float row_score(const Learning *learning, uint32_t row)
{
    const uint16_t *features = learning->samples->features.items;
    uint32_t end = row_end(learning->samples, row);
    float sum = 0;

    for (uint32_t i = learning->samples->rows.items[row].first; i < end; i++)
        sum += learning->weights[features[i]];
    return sum;
}

static void add_gradient(const Learning *learning, uint32_t row, float error)
{
    const uint16_t *features = learning->samples->features.items;
    uint32_t end = row_end(learning->samples, row);

    for (uint32_t i = learning->samples->rows.items[row].first; i < end; i++)
        learning->gradients[features[i]] += error;
}

static void learn_group(const Learning *learning, const RankerGroup *group)
{
    const RankerRow *rows = learning->samples->rows.items + group->first;
    float best = -1e9F, all = 0, right = 0;

    for (uint32_t i = 0; i < group->count; i++) {
        learning->scores[i] = row_score(learning, group->first + i);
        best = learning->scores[i] > best ? learning->scores[i] : best;
    }
    for (uint32_t i = 0; i < group->count; i++) {
        learning->scores[i] = exponential(learning->scores[i] - best);
        all += learning->scores[i];
        right += rows[i].right ? learning->scores[i] : 0;
    }
    right = right > 1e-9F ? right : 1e-9F;
    for (uint32_t i = 0; i < group->count; i++) {
        float error = learning->scores[i] / all - (rows[i].right ? learning->scores[i] / right : 0);

        error *= (float)group->times;
        if (error > 1e-4F || error < -1e-4F)
            add_gradient(learning, group->first + i, error);
    }
}

static void step(Learning *learning, size_t i)
{
    float gradient = learning->gradients[i] + shrinking * learning->weights[i];
    float product = gradient * learning->signs[i];

    if (product > 0) {
        learning->steps[i] = learning->steps[i] * 1.2F < longest_step ? learning->steps[i] * 1.2F : longest_step;
    } else if (product < 0) {
        learning->steps[i] = learning->steps[i] * 0.5F > least_step ? learning->steps[i] * 0.5F : least_step;
        gradient = 0;
    }
    learning->signs[i] = gradient;
    if (gradient > 0)
        learning->weights[i] -= learning->steps[i];
    else if (gradient < 0)
        learning->weights[i] += learning->steps[i];
}

static void fit(Learning *learning, int rounds)
{
    for (size_t i = 0; i < WEIGHT_COUNT; i++) {
        if (!learning->used[i] && !is_given((uint32_t)i))
            learning->weights[i] = 0;
    }
    for (int round = 0; round < rounds; round++) {
        memset(learning->gradients, 0, WEIGHT_COUNT * sizeof *learning->gradients);
        for (size_t i = 0; i < learning->samples->groups.count; i++) {
            if (learning->samples->groups.items[i].fold != learning->without)
                learn_group(learning, &learning->samples->groups.items[i]);
        }
        for (size_t i = 0; i < WEIGHT_COUNT; i++) {
            if (learning->used[i])
                step(learning, i);
        }
    }
}

/* ---- which features ---- */

static void count_used(Learning *learning)
{
    for (size_t i = 0; i < learning->samples->groups.count; i++) {
        const RankerGroup *group = &learning->samples->groups.items[i];
        uint32_t end;

        if (group->fold == learning->without)
            continue;
        end = group->first + group->count < learning->samples->rows.count
                  ? learning->samples->rows.items[group->first + group->count].first
                  : (uint32_t)learning->samples->features.count;
        for (uint32_t k = learning->samples->rows.items[group->first].first; k < end; k++)
            learning->used[learning->samples->features.items[k]]++;
    }
    for (size_t i = 0; i < WEIGHT_COUNT; i++)
        learning->used[i] = learning->used[i] >= LEAST_ROWS && !is_given((uint32_t)i) ? learning->used[i] : 0;
}

typedef struct Worth {
    float worth; /* weight times the root of the rows */
    uint32_t at;
} Worth;

static int compare_worth(const void *a, const void *b)
{
    const Worth *first = a, *second = b;

    if (first->worth > second->worth || first->worth < second->worth)
        return first->worth > second->worth ? -1 : 1;
    return (first->at > second->at) - (first->at < second->at);
}

static void keep_best(Learning *learning, Arena *arena, size_t most)
{
    Worth *worth = ARENA_ARRAY(arena, Worth, WEIGHT_COUNT);

    for (uint32_t i = 0; i < WEIGHT_COUNT; i++) {
        float size = learning->weights[i] < 0 ? -learning->weights[i] : learning->weights[i];

        worth[i] = (Worth){is_given(i) ? 0 : size * square_root((float)learning->used[i]), i};
    }
    qsort(worth, WEIGHT_COUNT, sizeof *worth, compare_worth);
    for (size_t i = most - COUNT_OF(given); i < WEIGHT_COUNT; i++)
        learning->used[worth[i].at] = 0;
}

static signed char rounded(float weight)
{
    int twentieths = (int)(weight * WEIGHT_UNIT + (weight < 0 ? -0.5F : 0.5F));

    return (signed char)(twentieths > MOST_WEIGHT    ? MOST_WEIGHT
                         : twentieths < -MOST_WEIGHT ? -MOST_WEIGHT
                                                     : twentieths);
}

void ranker_learn(Arena *arena, const RankerSamples *samples, unsigned without, size_t most,
                  signed char weights[WEIGHT_COUNT])
{
    static const size_t sizes[] = {800, 600, 500, 420, 360, 310, 270};
    Arena *scratch = arena_within(arena);
    Learning learning = {.samples = samples, .without = without};
    uint32_t largest = 0;

    for (size_t i = 0; i < samples->groups.count; i++)
        largest = samples->groups.items[i].count > largest ? samples->groups.items[i].count : largest;
    learning.weights = ARENA_ARRAY(scratch, float, WEIGHT_COUNT);
    learning.gradients = ARENA_ARRAY(scratch, float, WEIGHT_COUNT);
    learning.signs = ARENA_ARRAY(scratch, float, WEIGHT_COUNT);
    learning.steps = ARENA_ARRAY(scratch, float, WEIGHT_COUNT);
    learning.used = ARENA_ARRAY(scratch, uint32_t, WEIGHT_COUNT);
    learning.scores = ARENA_ARRAY(scratch, float, largest + 1);
    for (size_t i = 0; i < WEIGHT_COUNT; i++)
        learning.steps[i] = first_step;
    for (size_t i = 0; i < COUNT_OF(given); i++)
        learning.weights[given[i].at] = given[i].weight;
    count_used(&learning);
    fit(&learning, ROUNDS);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        keep_best(&learning, scratch, sizes[i] > most ? sizes[i] : most);
        fit(&learning, ROUNDS);
    }
    keep_best(&learning, scratch, most);
    fit(&learning, LAST_ROUNDS);
    for (size_t i = 0; i < WEIGHT_COUNT; i++)
        weights[i] = rounded(learning.weights[i]);
    arena_release(scratch);
}
