/* e^x in integers, so that it is the same everywhere. */
#include "analysis/ranking/probability.h"

enum { ONE = 1 << 16, MOST_BEHIND = 10 /* e^-11 of ONE is 1 */ };

/* e^(-steps / 20), of ONE. */
static uint32_t exponential_of(int steps)
{
    static const uint32_t whole[MOST_BEHIND + 1] = {65536, 24109, 8869, 3263, 1200, 442, 162, 60, 22, 8, 3};
    static const uint32_t parts[WEIGHT_UNIT] = {65536, 62340, 59299, 56407, 53656, 51039, 48550, 46182, 43930, 41788,
                                                39750, 37811, 35967, 34213, 32544, 30957, 29447, 28011, 26645, 25345};

    if (steps / WEIGHT_UNIT > MOST_BEHIND)
        return 0;
    return (uint32_t)((uint64_t)whole[steps / WEIGHT_UNIT] * parts[steps % WEIGHT_UNIT] / ONE);
}

void probabilities_find(Ranked *ranked, size_t count, int best)
{
    uint64_t sum = 0; /* the best alone is ONE */

    for (size_t i = 0; i < count; i++) {
        ranked[i].probability = exponential_of(best - ranked[i].score);
        sum += ranked[i].probability;
    }
    for (size_t i = 0; i < count && sum; i++)
        ranked[i].probability = (unsigned)((uint64_t)ranked[i].probability * 1000 / sum);
}

/* "Farrow, [who] said": the words right before it. */
static bool leads_to(const Candidate *words, const Candidate *who)
{
    unsigned nature = FIRST_NATURE + who->facts.values[IN_NATURE];

    return (nature == NATURE_WHO || nature == NATURE_WHICH) && words->end <= who->first && who->first <= words->end + 1;
}

bool candidate_is_same_person(const Candidate *a, const Candidate *b)
{
    return a == b || (a->person != NO_PERSON && a->person == b->person) || leads_to(a, b) || leads_to(b, a);
}

unsigned probability_of_person(const Ranked *ranked, size_t count, const Candidate *candidate)
{
    unsigned sum = 0;

    for (size_t i = 0; i < count; i++) {
        if (candidate_is_same_person(ranked[i].candidate, candidate))
            sum += ranked[i].probability;
    }
    return sum;
}
