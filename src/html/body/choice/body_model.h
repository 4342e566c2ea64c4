/* What was learned of blocks, as the tables body-weights.tsv and body-trees.tsv say it: made by src/train/body_train.c. */
#ifndef QUOIN_HTML_BODY_CHOICE_BODY_MODEL_H
#define QUOIN_HTML_BODY_CHOICE_BODY_MODEL_H

#include "html/body/choice/body_trees.h"

typedef struct BodyModel {
    struct WeightSlot *slots; /* an open-addressing table of the rows of body-weights.tsv */
} BodyModel;

void body_model_init(Arena *arena, BodyModel *model);

/* The first look: the sum of the weights of a block's features. */
float body_model_score(const BodyModel *model, const Features *features);

/* The second look: what the trees say of its measures. */
float body_model_second_score(const float *measures);

/* What both say together: where they differ, a part is the chance of what each was learned from. */
float body_model_both(float first, float second);

/* A block that the first look is so sure of gets no second one. */
#define BODY_SURELY_NOT (-6.0F)

#endif
