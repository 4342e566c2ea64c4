/* How likely it is that a candidate is the one: the softmax of the scores, and how often what is so likely is right. */
#ifndef QUOIN_ANALYSIS_RANKING_PROBABILITY_H
#define QUOIN_ANALYSIS_RANKING_PROBABILITY_H

#include "analysis/ranking/ranker.h"

/* Of each its part of the exponentials, of a thousand; `best` is the highest score. */
void probabilities_find(Ranked *ranked, size_t count, int best);

/* Are two candidates one: by name, or as "who" is the name before it? */
bool candidate_is_same_person(const Candidate *a, const Candidate *b);

/* Those of all mentions of a candidate's person together. */
unsigned probability_of_person(const Ranked *ranked, size_t count, const Candidate *candidate);

#endif
