/* The weights of the features, of which each has one in twentieths; most have none. weights.def is made by `make ranker`. */
#ifndef QUOIN_ANALYSIS_RANKING_WEIGHTS_H
#define QUOIN_ANALYSIS_RANKING_WEIGHTS_H

#include "analysis/ranking/features.h"

/* Of a hundred choices of such a probability, of a thousand, so many are right: by cross-validation. */
unsigned ranker_percent_right(unsigned probability);

extern const signed char ranker_weights[WEIGHT_COUNT];

#endif
