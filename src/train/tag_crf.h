/*
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira, ICML 2001), trained. Part of the program that makes models.
 */
#ifndef QUOIN_ANALYSIS_TAG_CRF_H
#define QUOIN_ANALYSIS_TAG_CRF_H

#include "train/tag_corpus.h"

/* What a feature is worth for each label. */
typedef struct CrfRow {
    uint32_t feature;
    uint32_t seen;                                /* how often it was met since it was learnt, in all rounds and runs */
    float weights[TAG_COUNT], squares[TAG_COUNT]; /* of the run under way: and the sum of its squared gradients */
    int64_t sum[TAG_COUNT];                       /* of the weights of the runs so far, times CRF_SCALE */
} CrfRow;

enum { CRF_ROUNDS = 6 /* over all documents, in a run */, CRF_SCALE = 400 };

typedef struct CrfWork CrfWork;
typedef struct Crf {
    ARRAY(CrfRow) rows;
    int64_t moves[TAG_COUNT + 1][TAG_COUNT]; /* the same as `sum`: from a label, or the start, to a label */
    CrfWork *work;                           /* private to tag_crf.c */
} Crf;

/* In the arena, which it keeps using. */
Crf *crf_new(Arena *arena);

/* Train anew, from nothing and in another order for each number of a run, and add what was learnt to the sums. */
void crf_train(Crf *crf, const TagDocuments *documents, uint32_t run);

#endif
