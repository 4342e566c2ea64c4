/*
 * Which mentions of a document are one: what is found is held against the identities of the annotation.
 *
 * Two measures, as each hides something. B-cubed (Bagga and Baldwin 1998) asks of each mention which share of its own cluster is right, and
 * each mention counts the same: somebody who is named forty times weighs forty, not 780 as in pairs. Pairs of different spellings, each once a
 * document, tell what the joining is worth: that "Farrow" and "Farrow" are one needs no rule.
 *
 * A mention is right when its span is, whatever its kind. What is not found, or is none, is wrong with all of its cluster; so no joining can be
 * better than its mentions, and the bound of that is told too: all right spans joined as the annotation has them.
 */
#ifndef QUOIN_TESTS_EVAL_NAME_CLUSTERS_H
#define QUOIN_TESTS_EVAL_NAME_CLUSTERS_H

#include "analysis/analysis.h"
#include "eval/gold.h"

typedef struct ClusterCounts {
    double precise, recalled; /* sums of the shares of predicted, annotated mentions */
    size_t predicted, gold;   /* mentions, without misc */
} ClusterCounts;

typedef struct FormCounts {
    size_t right, predicted, gold; /* pairs of spellings */
} FormCounts;

typedef struct NameClusters {
    ClusterCounts found, bound;
    FormCounts forms;
} NameClusters;

typedef struct FormFailure {
    const GoldDocument *document;
    Text a, b;   /* spellings */
    bool joined; /* … though they are two; else they are one and were not */
} FormFailure;

typedef struct FormVisitor {
    void (*failure)(void *context, const FormFailure *failure);
    void *context;
} FormVisitor;

/* Add a document that has identities; one without adds nothing. `visitor` may be NULL. */
void name_clusters_add(NameClusters *clusters, const GoldDocument *gold, const Analysis *analysis,
                       const FormVisitor *visitor);

double cluster_f1(const ClusterCounts *counts); /* 0 of nothing is 0, as below */
double form_f1(const FormCounts *counts);

#endif
