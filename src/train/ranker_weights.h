/* What was learned, as the file that the ranker is compiled with. */
#ifndef QUOIN_TRAIN_RANKER_WEIGHTS_H
#define QUOIN_TRAIN_RANKER_WEIGHTS_H

#include <stdio.h>

#include "analysis/ranking/features.h"

enum { CALIBRATION_STEPS = 10 };

/* How often a choice of some probability is right. */
typedef struct Calibration {
    unsigned from;       /* probability, of a thousand */
    size_t right, count; /* choices that were so likely */
} Calibration;

/* The lowest probability of each step. */
void calibration_begin(Calibration steps[CALIBRATION_STEPS]);
void calibration_add(Calibration steps[CALIBRATION_STEPS], unsigned probability, bool right);

/* What was learned from which texts, in the words of `source`. */
void ranker_weights_write(FILE *out, const char *source, const signed char weights[WEIGHT_COUNT],
                          const Calibration steps[CALIBRATION_STEPS]);

#endif
