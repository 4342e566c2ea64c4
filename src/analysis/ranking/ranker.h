/*
 * Who said what: each quotation takes the candidate near it whose features have the highest sum of weights, from the first quotation to the
 * last, since who spoke before is one of them.
 */
#ifndef QUOIN_ANALYSIS_RANKING_RANKER_H
#define QUOIN_ANALYSIS_RANKING_RANKER_H

#include "analysis/ranking/candidates.h"

/* A candidate as it was judged. */
typedef struct Ranked {
    const Candidate *candidate;
    Facts facts;
    int score;            /* in twentieths */
    unsigned probability; /* of a thousand, among the candidates of the quotation */
} Ranked;

enum { RANKED_MOST = 64, NOBODY_RANKED = -1 };

/* Told of each quotation that candidates were judged for; the index of the one to take, mostly `best`. */
typedef int RankerWatch(void *context, const Attribution *attribution, size_t span, const Ranked *ranked, size_t count,
                        int best);

/* How to rank. */
typedef struct Ranking {
    const signed char *weights; /* WEIGHT_COUNT of them; NULL: those of weights.def */
    RankerWatch *watch;         /* or NULL */
    void *context;
    bool everybody; /* judge all candidates near a quotation, also where few are enough: it is learned from them */
} Ranking;

/* Decide about all quotations that nothing has decided about yet. */
void ranker_decide(Attribution *attribution, const Ranking *ranking);

#endif
