/* A half-open stretch of bytes [start, end) of one text: a quotation, a mention, a match, a line. */
#ifndef QUOIN_BASE_RANGE_H
#define QUOIN_BASE_RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Range {
    size_t start;
    size_t end;
} Range;

/* The same for long lists, in half the space: offsets of less than 4 GiB. */
typedef struct ShortRange {
    uint32_t start;
    uint32_t end;
} ShortRange;

static inline Range range_widen(ShortRange range)
{
    return (Range){range.start, range.end};
}

static inline ShortRange range_shorten(Range range)
{
    return (ShortRange){(uint32_t)range.start, (uint32_t)range.end};
}

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
