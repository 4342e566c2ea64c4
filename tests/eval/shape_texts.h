/* Articles that are written in shapes, with what is found in the plain form of each. */
#ifndef QUOIN_TESTS_EVAL_SHAPE_TEXTS_H
#define QUOIN_TESTS_EVAL_SHAPE_TEXTS_H

#include "shape_compare.h"

typedef struct ShapeText {
    Text id;
    ShapeSource source;
    Found plain[WAY_COUNT];
} ShapeText;

typedef struct ShapeTexts {
    ShapeText *items;
    size_t count, capacity;
    const struct TagModel *model;
} ShapeTexts;

/* Every `step`th text of a folder of texts, marked (gold.h) or not; what is no plain text but a page in HTML is left out. False: it cannot be read;
 * stderr says why. */
bool shape_texts_add_folder(Arena *arena, const char *path, size_t step, ShapeTexts *texts);

/* An article in YAML. False: likewise. */
bool shape_texts_add_article(Arena *arena, const char *path, ShapeTexts *texts);

/* The project's own: every `step`th of the texts with quotations marked, and the bundled articles; `root` is the folder of the sources. */
bool shape_texts_add_own(Arena *arena, const char *root, size_t step, ShapeTexts *texts);

/* Find what the plain forms have. Once, when all are there. */
void shape_texts_prepare(Arena *arena, ShapeTexts *texts);

/* All of them in one shape, or in two (`other` may be NULL), added to the tally; `loss` may be NULL, and is given `context`. */
void shape_texts_compare(const ShapeTexts *texts, const Shape *shape, const Shape *other, ShapeWay way,
                         ShapeTally *tally, ShapeLoss *loss, void *context);

#endif
