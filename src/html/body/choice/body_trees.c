#include "html/body/choice/body_trees.h"

float body_trees_score(const TreeNode *nodes, size_t count, const float *measures)
{
    float score = 0;

    for (size_t at = 0; at < count; at += (size_t)nodes[at].below) {
        while (nodes[at].measure >= 0)
            at += (size_t)(measures[nodes[at].measure] > nodes[at].number ? nodes[at].above : nodes[at].below);
        score += nodes[at].number;
    }
    return score;
}
