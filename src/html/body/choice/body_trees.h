/* Decision trees that judge a block by its measures. Each says a number; their sum is the score, above 0 for what is of the body. */
#ifndef QUOIN_HTML_BODY_CHOICE_BODY_TREES_H
#define QUOIN_HTML_BODY_CHOICE_BODY_TREES_H

#include "html/body/choice/block_measures.h"

/*
 * A question, and how many nodes further on the one is that its answer leads to; or what is said in the end. The nodes of a tree follow one another,
 * and the next tree follows them.
 */
typedef struct TreeNode {
    short measure; /* -1: it asks nothing more */
    short below,
        above; /* where the measure is not above the bound, and where it is. 0 in an end that is the last node of its tree, else 1 */
    float number; /* the bound; or what is said */
} TreeNode;

float body_trees_score(const TreeNode *nodes, size_t count, const float *measures);

#endif
