/*
 * Gradient boosting (Friedman 2001) with the second derivative (Chen and Guestrin 2016): each tree says, of what those before it got wrong, how
 * much of it lies on which side of which bounds. Measures are cut into a few dozen steps first, so that the best bound of a node is found
 * in the sums of its steps; of two new nodes the smaller is summed, the other one is the difference. The node where a question helps most
 * is parted next.
 */
#include "train/body_trees_learn.h"

#include <stdlib.h>

#include "train/arithmetic.h"

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif

enum {
    TREES = 110,
    LEAVES = 12,
    STEPS = 48,      /* of a measure */
    LEAST_ROWS = 60, /* of a leaf */
    SAMPLE = 5       /* of so many rows one is looked at to find the steps */
};

static const float rate = 0.1F;
static const double damping = 5.0; /* added to a node's second derivatives */

typedef struct Sum {
    double gradient, curvature;
    uint32_t rows;
} Sum;

typedef struct Leaf {
    size_t from, count;  /* of work->order */
    Sum (*steps)[STEPS]; /* of each measure */
    Sum all;
    double gain; /* of the best question; 0: there is none */
    int measure, step;
    size_t node; /* of the tree that is grown */
} Leaf;

/* A node while its tree grows: below and above are indexes in it. */
typedef struct GrownNode {
    int measure, below, above;
    float number;
} GrownNode;

typedef struct TreeWork {
    size_t count; /* rows */
    float bounds[MEASURE_COUNT][STEPS];
    int bound_count[MEASURE_COUNT];
    unsigned char *steps[MEASURE_COUNT]; /* of each row */
    float *labels, *weights, *scores, *gradients, *curvatures;
    uint32_t *order, *spare;
    Leaf leaves[LEAVES];
    size_t leaf_count;
    GrownNode nodes[LEAVES * 2];
    size_t node_count;
} TreeWork;

/* ---- steps ---- */

static int compare_floats(const void *a, const void *b)
{
    const float *first = a, *second = b;

    return (*first > *second) - (*first < *second);
}

/* Bounds that part the rows as evenly as they can be. */
static void find_bounds(Arena *arena, TreeWork *work, const TreeExample *const *rows, int measure)
{
    size_t count = work->count / SAMPLE;
    float *values = ARENA_ARRAY(arena, float, count + 1);

    for (size_t i = 0; i < count; i++)
        values[i] = rows[i * SAMPLE]->measures[measure];
    qsort(values, count, sizeof *values, compare_floats);
    for (size_t i = 1; i < STEPS && count; i++) {
        float bound = values[i * count / STEPS];
        int *known = &work->bound_count[measure];

        if (bound < values[count - 1] && (*known == 0 || bound > work->bounds[measure][*known - 1]))
            work->bounds[measure][(*known)++] = bound;
    }
    work->steps[measure] = ARENA_ARRAY(arena, unsigned char, work->count + 1);
    for (size_t i = 0; i < work->count; i++) {
        int step = 0;

        while (step < work->bound_count[measure] && rows[i]->measures[measure] > work->bounds[measure][step])
            step++;
        work->steps[measure][i] = (unsigned char)step;
    }
}

/* ---- leaves ---- */

static void sum_leaf(const TreeWork *work, Leaf *leaf)
{
    memset(leaf->steps, 0, sizeof(Sum[MEASURE_COUNT][STEPS]));
    for (int measure = 0; measure < MEASURE_COUNT; measure++) {
        for (size_t i = leaf->from; i < leaf->from + leaf->count; i++) {
            uint32_t row = work->order[i];
            Sum *sum = &leaf->steps[measure][work->steps[measure][row]];

            sum->gradient += (double)work->gradients[row];
            sum->curvature += (double)work->curvatures[row];
            sum->rows++;
        }
    }
}

static void subtract(Leaf *leaf, const Leaf *part)
{
    for (int measure = 0; measure < MEASURE_COUNT; measure++) {
        for (int step = 0; step < STEPS; step++) {
            leaf->steps[measure][step].gradient -= part->steps[measure][step].gradient;
            leaf->steps[measure][step].curvature -= part->steps[measure][step].curvature;
            leaf->steps[measure][step].rows -= part->steps[measure][step].rows;
        }
    }
}

static double worth(Sum sum)
{
    return sum.gradient * sum.gradient / (sum.curvature + damping);
}

static Sum sum_of(Sum a, Sum b, double sign)
{
    return (Sum){a.gradient + sign * b.gradient, a.curvature + sign * b.curvature,
                 sign < 0 ? a.rows - b.rows : a.rows + b.rows};
}

static void find_question(const TreeWork *work, Leaf *leaf)
{
    leaf->all = (Sum){0, 0, 0};
    leaf->gain = 0;
    for (int step = 0; step < STEPS; step++)
        leaf->all = sum_of(leaf->all, leaf->steps[0][step], 1);
    for (int measure = 0; measure < MEASURE_COUNT; measure++) {
        Sum below = {0, 0, 0};

        for (int step = 0; step < work->bound_count[measure]; step++) {
            Sum above;
            double gain;

            below = sum_of(below, leaf->steps[measure][step], 1);
            above = sum_of(leaf->all, below, -1);
            if (below.rows < LEAST_ROWS || above.rows < LEAST_ROWS)
                continue;
            gain = worth(below) + worth(above) - worth(leaf->all);
            if (gain > leaf->gain + 1e-9) {
                leaf->gain = gain;
                leaf->measure = measure;
                leaf->step = step;
            }
        }
    }
}

/* Rows below the bound first; how many they are. The order stays otherwise. */
static size_t part_rows(TreeWork *work, const Leaf *leaf)
{
    const unsigned char *steps = work->steps[leaf->measure];
    size_t below = 0, above = 0;

    for (size_t i = leaf->from; i < leaf->from + leaf->count; i++) {
        uint32_t row = work->order[i];

        if (steps[row] <= leaf->step)
            work->order[leaf->from + below++] = row;
        else
            work->spare[above++] = row;
    }
    memcpy(work->order + leaf->from + below, work->spare, above * sizeof *work->spare);
    return below;
}

static void part_leaf(TreeWork *work, Leaf *leaf)
{
    Leaf *other = &work->leaves[work->leaf_count++];
    size_t below = part_rows(work, leaf);
    GrownNode *node = &work->nodes[leaf->node];
    bool below_is_smaller = below * 2 <= leaf->count;

    *node = (GrownNode){leaf->measure, (int)work->node_count, (int)work->node_count + 1,
                        work->bounds[leaf->measure][leaf->step]};
    other->from = below_is_smaller ? leaf->from : leaf->from + below;
    other->count = below_is_smaller ? below : leaf->count - below;
    leaf->from = below_is_smaller ? leaf->from + below : leaf->from;
    leaf->count -= other->count;
    leaf->node = work->node_count + below_is_smaller;
    other->node = work->node_count + !below_is_smaller;
    work->node_count += 2;
    sum_leaf(work, other);
    subtract(leaf, other);
    find_question(work, leaf);
    find_question(work, other);
}

/* ---- trees ---- */

static void find_gradients(TreeWork *work)
{
    for (size_t i = 0; i < work->count; i++) {
        float likely = 1.0F / (1.0F + exponential(-work->scores[i]));

        work->gradients[i] = (work->labels[i] - likely) * work->weights[i];
        work->curvatures[i] = likely * (1.0F - likely) * work->weights[i];
        work->order[i] = (uint32_t)i;
    }
}

static void finish_leaves(TreeWork *work)
{
    for (size_t k = 0; k < work->leaf_count; k++) {
        const Leaf *leaf = &work->leaves[k];
        float value = rate * (float)(leaf->all.gradient / (leaf->all.curvature + damping));

        work->nodes[leaf->node] = (GrownNode){-1, 0, 0, value};
        for (size_t i = leaf->from; i < leaf->from + leaf->count; i++)
            work->scores[work->order[i]] += value;
    }
}

static void grow_tree(TreeWork *work)
{
    Leaf *first = &work->leaves[0];

    find_gradients(work);
    work->leaf_count = work->node_count = 1;
    first->from = first->node = 0;
    first->count = work->count;
    sum_leaf(work, first);
    find_question(work, first);
    while (work->leaf_count < LEAVES) {
        size_t best = 0;

        for (size_t i = 1; i < work->leaf_count; i++)
            best = work->leaves[i].gain > work->leaves[best].gain ? i : best;
        if (!(work->leaves[best].gain > 0))
            break;
        part_leaf(work, &work->leaves[best]);
    }
    finish_leaves(work);
}

static void add_tree(Arena *arena, const TreeWork *work, TreeNodes *nodes)
{
    for (size_t i = 0; i < work->node_count; i++) {
        const GrownNode *node = &work->nodes[i];
        TreeNode added = {(short)node->measure, (short)(node->below - (int)i), (short)(node->above - (int)i),
                          node->number};

        if (node->measure < 0)
            added.below = (short)(work->node_count - i);
        ARRAY_PUSH(arena, *nodes, added);
    }
}

static void prepare(Arena *arena, TreeWork *work, const TreeExample *const *rows)
{
    float **lists[] = {&work->labels, &work->weights, &work->scores, &work->gradients, &work->curvatures};

    for (size_t i = 0; i < COUNT_OF(lists); i++)
        *lists[i] = ARENA_ARRAY(arena, float, work->count + 1);
    work->order = ARENA_ARRAY(arena, uint32_t, work->count + 1);
    work->spare = ARENA_ARRAY(arena, uint32_t, work->count + 1);
    for (size_t i = 0; i < LEAVES; i++)
        work->leaves[i].steps = arena_alloc(arena, sizeof(Sum[MEASURE_COUNT][STEPS]));
    for (int measure = 0; measure < MEASURE_COUNT; measure++)
        find_bounds(arena, work, rows, measure);
    for (size_t i = 0; i < work->count; i++) {
        work->labels[i] = rows[i]->label;
        work->weights[i] = rows[i]->weight;
    }
}

void body_trees_learn(Arena *arena, const TreeExamples *examples, unsigned without, TreeNodes *nodes)
{
    Arena *scratch = arena_within(arena);
    const TreeExample **rows = ARENA_ARRAY(scratch, const TreeExample *, examples->count + 1);
    TreeWork *work = ARENA_NEW(scratch, TreeWork);

    for (size_t i = 0; i < examples->count; i++) {
        if (examples->items[i].weight > 0 && examples->items[i].fold != without)
            rows[work->count++] = &examples->items[i];
    }
    prepare(scratch, work, rows);
    for (int tree = 0; tree < TREES; tree++) {
        grow_tree(work);
        add_tree(arena, work, nodes);
    }
    arena_release(scratch);
}
