#include "html/body/choice/body_trees.h"

float body_trees_score(const TreeNode *nodes, size_t count, const float *measures)
{
    float score = 0;

    for (size_t at = 0; at < count;) {
        size_t node = at;

        while (nodes[node].measure >= 0)
            node += (size_t)(measures[nodes[node].measure] > nodes[node].number ? nodes[node].above : nodes[node].below);
        score += nodes[node].number;
        while (nodes[node].measure >= 0 || nodes[node].below)
            node++;
        at = node + 1;
    }
    return score;
}
