/* What is known while the shape of a text is told: for shape.c and the files that answer its questions. */
#ifndef QUOIN_FORMATS_TEXT_SHAPE_WORK_H
#define QUOIN_FORMATS_TEXT_SHAPE_WORK_H

#include "formats/text/shape.h"

typedef ARRAY(SourceLine) ShapeLines;

typedef struct ShapeWork {
    Shape *shape;
    Text source;
    Arena arena;
    ShapeLines lines;
    size_t words; /* lines that are not blank */
} ShapeWork;

/* More than `per_cent` of 100 of `all`. */
static inline bool shape_is_most(size_t count, size_t all, size_t per_cent)
{
    return all && count * 100 >= all * per_cent;
}

static inline Text shape_words(const ShapeWork *work, const SourceLine *line)
{
    return text_slice(work->source, line->range);
}

#endif
