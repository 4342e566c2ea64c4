/*
 * How well names were found: exact spans with their type; spans alone; and the list of entities that a reader sees
 * (name_clusters.h: which of them are one). The misc type is not counted: its guidelines differ too much.
 */
#ifndef QUOIN_TESTS_EVAL_NAME_SCORE_H
#define QUOIN_TESTS_EVAL_NAME_SCORE_H

#include "analysis/analysis.h"
#include "eval/gold.h"

typedef struct NameCounts {
    size_t right, predicted, gold;
} NameCounts;

typedef struct NameScore {
    size_t documents;
    NameCounts types[ENTITY_MISC]; /* people, organisations, places: exact span and type */
    NameCounts spans;              /* whatever the type */
    NameCounts list; /* distinct entities of a document: right when some mention or identity of that type is called so */
} NameScore;

typedef enum NameFailureKind {
    NAME_MISSED,
    NAME_SPURIOUS,
    NAME_WRONG_TYPE,
    NAME_WRONG_SPAN, /* of the predicted one that overlaps */
    NAME_FAILURE_KINDS
} NameFailureKind;

typedef struct NameFailure {
    NameFailureKind kind;
    const GoldDocument *document;
    const GoldName *gold;     /* NULL for a spurious one */
    const Mention *predicted; /* NULL for a missed one */
} NameFailure;

typedef struct NameVisitor {
    void (*failure)(void *context, const NameFailure *failure);
    void (*found)(void *context, const Mention *predicted, bool right); /* each mention that is counted */
    void *context;
} NameVisitor;

/* Add a document. `visitor` may be NULL. */
void name_score_add(NameScore *score, const GoldDocument *gold, const Analysis *analysis, const NameVisitor *visitor);

double name_f1(NameCounts counts);                   /* 0 of nothing is 0 */
NameCounts name_score_typed(const NameScore *score); /* of all types */

#endif
