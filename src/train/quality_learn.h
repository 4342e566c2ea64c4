/* How good what was found of a page is, told by what can be seen of it. */
#ifndef QUOIN_TRAIN_QUALITY_LEARN_H
#define QUOIN_TRAIN_QUALITY_LEARN_H

#include "html/body/choice/body_quality.h"

typedef struct QualityExample {
    float terms[QUALITY_TERM_COUNT];
    double f1;
    unsigned fold;
    float sum; /* of the terms, by weights that were learned of the other folds */
} QualityExample;

typedef ARRAY(QualityExample) QualityExamples;

/*
 * Weights of the terms, and the anchors of the scale: of examples above the second one 95 of 100 are good; of those below the first one
 * most are not.
 */
void quality_learn(QualityExamples *examples, float weights[QUALITY_TERM_COUNT], float anchors[2]);

#endif
