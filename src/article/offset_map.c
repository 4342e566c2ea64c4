/*
 * `We &amp; they` of which the text is `We & they`:
 *
 *     text 0, source 0, 3 = 3     "We "
 *     text 3, source 3, 1 < 5     "&" from "&amp;": a range that begins or ends with it has all five bytes
 *     text 4, source 8, 5 = 5     " they"
 */
#include "article/offset_map.h"

#include "base/lower_bound.h"

static bool is_same(const OffsetSpan *span)
{
    return span->text_size == span->source_size;
}

/* Is `next` as far from `last` in the text as in the source, so that one span can have both and what lies between? */
static bool goes_on(const OffsetSpan *last, const OffsetSpan *next)
{
    return is_same(last) && is_same(next) && next->text - last->text == next->source - last->source;
}

void offset_map_add(Arena *arena, OffsetMap *map, OffsetSpan span)
{
    if (map->spans.count) {
        OffsetSpan *last = &map->spans.items[map->spans.count - 1];

        if (goes_on(last, &span)) {
            last->text_size = last->source_size = span.text + span.text_size - last->text;
            return;
        }
    }
    ARRAY_PUSH(arena, map->spans, span);
}

/* The last span that begins at `offset` or before it; NULL: there is none. */
static const OffsetSpan *span_at(const OffsetMap *map, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, map->spans.count, map->spans.items[at].text <= offset);
    return at ? &map->spans.items[at - 1] : NULL;
}

/* Bytes behind the end of a span come from nothing: they stand where it ends. */
static size_t source_start(const OffsetMap *map, size_t offset)
{
    const OffsetSpan *span = span_at(map, offset);
    size_t within = span ? offset - span->text : 0;

    if (!span)
        return 0;
    if (within >= span->text_size)
        return span->source + span->source_size;
    return span->source + (is_same(span) ? within : 0);
}

static size_t source_end(const OffsetMap *map, size_t offset)
{
    const OffsetSpan *span = offset ? span_at(map, offset - 1) : NULL;
    size_t within = span ? offset - span->text : 0;

    if (!span)
        return 0;
    return span->source + (is_same(span) && within < span->text_size ? within : span->source_size);
}

Range offset_map_range(const OffsetMap *map, Range range)
{
    if (map->spans.count == 0)
        return range;
    return (Range){source_start(map, range.start), source_end(map, range.end)};
}

size_t offset_map_text(const OffsetMap *map, size_t source, bool *is_there)
{
    const OffsetSpan *spans = map->spans.items, *span;
    size_t at;

    *is_there = true;
    if (map->spans.count == 0)
        return source;
    LOWER_BOUND(at, map->spans.count, spans[at].source <= source);
    span = at ? &spans[at - 1] : NULL;
    if (span && source - span->source < span->source_size)
        return span->text + (is_same(span) ? source - span->source : 0);
    *is_there = false;
    return at < map->spans.count ? spans[at].text : span->text + span->text_size;
}
