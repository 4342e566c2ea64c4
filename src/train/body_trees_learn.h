/* Boosted decision trees over the measures of blocks. */
#ifndef QUOIN_TRAIN_BODY_TREES_LEARN_H
#define QUOIN_TRAIN_BODY_TREES_LEARN_H

#include "html/body/choice/body_trees.h"

/* A block to learn of. */
typedef struct TreeExample {
    const float *measures;
    float weight; /* 0: nothing is learned of it */
    unsigned char label, fold;
} TreeExample;

typedef ARRAY(TreeExample) TreeExamples;

typedef ARRAY(TreeNode) TreeNodes;

/* The trees that are learned of all examples but those of fold `without`, one after another; `nodes` is empty before. */
void body_trees_learn(Arena *arena, const TreeExamples *examples, unsigned without, TreeNodes *nodes);

#endif
