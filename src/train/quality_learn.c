/*
 * Logistic regression on whether the F1 is .9 and more, with all examples at once. The anchors are found where each example is judged by the others.
 */
#include "train/quality_learn.h"

#include <math.h>
#include <stdlib.h>

#include "train/arithmetic.h"

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif

enum { ROUNDS = 4000, FOLDS = 4, EVERY_FOLD = 255 };

static const double good = 0.9; /* of F1 */
static const double right_at_90 =
    0.95; /* of examples at 90 and more, at least: by the lower end of a confidence interval */
static const double deviations = 2;       /* that the interval is wide on each side: the bound was chosen among many */
static const double wrong_below_50 = 0.6; /* of those below 50 */
static const float rate = 1.0F, shrinking = 0.002F;

static float sum_of(const QualityExample *example, const float *weights)
{
    float sum = 0;

    for (size_t i = 0; i < QUALITY_TERM_COUNT; i++)
        sum += example->terms[i] * weights[i];
    return sum;
}

static void learn(const QualityExamples *examples, unsigned without, float *weights)
{
    memset(weights, 0, QUALITY_TERM_COUNT * sizeof *weights);
    for (int round = 0; round < ROUNDS; round++) {
        float gradients[QUALITY_TERM_COUNT] = {0};

        for (size_t i = 0; i < examples->count; i++) {
            const QualityExample *example = &examples->items[i];
            float error;

            if (example->fold == without)
                continue;
            error = (float)(example->f1 >= good) - 1.0F / (1.0F + exponential(-sum_of(example, weights)));
            for (size_t k = 0; k < QUALITY_TERM_COUNT; k++)
                gradients[k] += error * example->terms[k] / (float)examples->count;
        }
        for (size_t k = 0; k < QUALITY_TERM_COUNT; k++)
            weights[k] += rate * (gradients[k] - shrinking * weights[k]);
    }
}

static int compare_sums(const void *a, const void *b)
{
    const QualityExample *first = a, *second = b;

    return (first->sum < second->sum) - (first->sum > second->sum);
}

/* The lower end of Wilson's interval of a share (E. B. Wilson, Journal of the American Statistical Association 22, 1927). */
static double share_at_least(double part, double all)
{
    double share = part / all, z = deviations * deviations / all;

    return (share + z / 2 - deviations * sqrt(share * (1 - share) / all + z / (4 * all))) / (1 + z);
}

/* The examples from the highest sum on: how far down those above are good often enough, how far up those below are not. */
static void find_anchors(QualityExamples *examples, float anchors[2])
{
    size_t right = 0, wrong = 0;

    qsort(examples->items, examples->count, sizeof *examples->items, compare_sums);
    anchors[0] = examples->items[examples->count - 1].sum;
    anchors[1] = examples->items[0].sum;
    for (size_t i = 0; i < examples->count; i++) {
        right += examples->items[i].f1 >= good;
        if (share_at_least((double)right, (double)(i + 1)) >= right_at_90)
            anchors[1] = examples->items[i].sum;
    }
    for (size_t i = examples->count; i-- > 0;) {
        wrong += examples->items[i].f1 < good;
        if ((double)wrong >= wrong_below_50 * (double)(examples->count - i))
            anchors[0] = examples->items[i].sum;
    }
    if (anchors[0] >= anchors[1] - 0.1F)
        anchors[0] = anchors[1] - 0.1F;
}

void quality_learn(QualityExamples *examples, float weights[QUALITY_TERM_COUNT], float anchors[2])
{
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        learn(examples, fold, weights);
        for (size_t i = 0; i < examples->count; i++)
            examples->items[i].sum =
                examples->items[i].fold == fold ? sum_of(&examples->items[i], weights) : examples->items[i].sum;
    }
    find_anchors(examples, anchors);
    learn(examples, EVERY_FOLD, weights);
}
