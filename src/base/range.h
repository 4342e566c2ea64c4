/* A half-open stretch of bytes [start, end) of one text: a quotation, a mention, a match, a line. */
#ifndef QUOIN_BASE_RANGE_H
#define QUOIN_BASE_RANGE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Range {
    size_t start;
    size_t end;
} Range;

static inline size_t range_size(Range range)
{
    return range.end - range.start;
}

static inline bool range_is_empty(Range range)
{
    return range.end <= range.start;
}

static inline bool range_contains(Range range, size_t offset)
{
    return range.start <= offset && offset < range.end;
}

static inline bool range_overlaps(Range a, Range b)
{
    return a.start < b.end && b.start < a.end;
}

#endif
