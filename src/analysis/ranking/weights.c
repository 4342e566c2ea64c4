#include "analysis/ranking/weights.h"

const signed char ranker_weights[WEIGHT_COUNT] = {
#define WEIGHT(ID, at, weight, words) [BASE_##ID + (at)] = (weight),
#include "analysis/ranking/weights.def"
#undef WEIGHT
};

unsigned ranker_percent_right(unsigned probability)
{
    static const struct {
        unsigned from, percent;
    } steps[] = {
#define RIGHT(from, percent) {from, percent},
#include "analysis/ranking/weights.def"
#undef RIGHT
    };
    size_t at = COUNT_OF(steps) - 1;

    while (at > 0 && probability < steps[at].from)
        at--;
    return steps[at].percent;
}
