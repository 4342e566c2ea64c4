#include "train/ranker_weights.h"

void calibration_begin(Calibration steps[CALIBRATION_STEPS])
{
    static const unsigned from[CALIBRATION_STEPS] = {0, 300, 400, 500, 600, 700, 800, 900, 950, 990};

    for (size_t i = 0; i < CALIBRATION_STEPS; i++)
        steps[i] = (Calibration){from[i], 0, 0};
}

void calibration_add(Calibration steps[CALIBRATION_STEPS], unsigned probability, bool right)
{
    size_t at = CALIBRATION_STEPS - 1;

    while (at > 0 && probability < steps[at].from)
        at--;
    steps[at].count++;
    steps[at].right += right;
}

/* Where a likelier step is right less often, both are taken together, until none is. */
static void make_monotone(const Calibration steps[CALIBRATION_STEPS], unsigned percent[CALIBRATION_STEPS])
{
    size_t right[CALIBRATION_STEPS], count[CALIBRATION_STEPS], first[CALIBRATION_STEPS], blocks = 0;

    for (size_t i = 0; i < CALIBRATION_STEPS; i++) {
        right[blocks] = steps[i].right;
        count[blocks] = steps[i].count;
        first[blocks++] = i;
        while (blocks > 1 && (count[blocks - 1] == 0 ||
                              right[blocks - 2] * count[blocks - 1] > right[blocks - 1] * count[blocks - 2])) {
            right[blocks - 2] += right[blocks - 1];
            count[blocks - 2] += count[blocks - 1];
            blocks--;
        }
    }
    for (size_t block = 0; block < blocks; block++) {
        size_t end = block + 1 < blocks ? first[block + 1] : CALIBRATION_STEPS;

        for (size_t i = first[block]; i < end; i++)
            percent[i] = count[block] ? (unsigned)((right[block] * 100 + count[block] / 2) / count[block]) : 0;
    }
}

static void write_weight(FILE *out, unsigned at, int weight)
{
    static const unsigned bases[FEATURE_COUNT] = {
#define FEATURE(ID, aspect, example, A, B, C, D) BASE_##ID,
#include "analysis/ranking/features.def"
#undef FEATURE
    };
    static const char *const names[FEATURE_COUNT] = {
#define FEATURE(ID, aspect, example, A, B, C, D) #ID,
#include "analysis/ranking/features.def"
#undef FEATURE
    };
    const char *values[FEATURE_DIMENSIONS], *between = "";
    FeatureId id = feature_at(at, values);

    (void)fprintf(out, "WEIGHT(%s, %u, %d, \"", names[id], at - bases[id], weight);
    for (int i = 0; i < FEATURE_DIMENSIONS; i++) {
        if (!values[i])
            continue;
        (void)fprintf(out, "%s%s", between, values[i]);
        between = ", ";
    }
    (void)fputs("\")\n", out);
}

void ranker_weights_write(FILE *out, const char *source, const signed char weights[WEIGHT_COUNT],
                          const Calibration steps[CALIBRATION_STEPS])
{
    unsigned percent[CALIBRATION_STEPS];

    make_monotone(steps, percent);
    (void)fprintf(out,
                  "/*\n * Made by `make ranker` from %s.\n *\n"
                  " * WEIGHT(FEATURE, at, twentieths, \"values of its dimensions\")\n"
                  " * RIGHT(probability of a thousand from which on, choices of a hundred that are right, by "
                  "cross-validation)\n */\n",
                  source);
    (void)fputs("#ifndef RIGHT\n#define RIGHT(from, percent)\n#endif\n#ifndef WEIGHT\n#define WEIGHT(ID, at, "
                "twentieths, words)\n#endif\n",
                out);
    (void)fputs("/* clang-format off */\n", out);
    for (size_t i = 0; i < CALIBRATION_STEPS; i++)
        (void)fprintf(out, "RIGHT(%u, %u) /* %zu of %zu */\n", steps[i].from, percent[i], steps[i].right,
                      steps[i].count);
    for (unsigned at = 0; at < WEIGHT_COUNT; at++) {
        if (weights[at])
            write_weight(out, at, weights[at]);
    }
    (void)fputs("/* clang-format on */\n#undef RIGHT\n#undef WEIGHT\n", out);
}
