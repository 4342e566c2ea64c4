/*
 * Where the text of an article stands in its source, when a margin, line ends or written-out characters were taken out of it: for answers that
 * count the bytes of what was given. Spans of both, in their order.
 */
#ifndef QUOIN_ARTICLE_OFFSET_MAP_H
#define QUOIN_ARTICLE_OFFSET_MAP_H

#include "base/arena.h"

/* `text_size` bytes of the text that stand for `source_size` bytes of the source: the same bytes where both are equal, else a whole of its own. */
typedef struct OffsetSpan {
    uint32_t text, source; /* where they begin: texts have less than 4 GiB, when they are decoded too */
    uint32_t text_size, source_size;
} OffsetSpan;

/* All zero: the text is its source. */
typedef struct OffsetMap {
    ARRAY(OffsetSpan) spans;
} OffsetMap;

/* The next `text_size` bytes of the text come from `source_size` bytes at `source`. Text that comes from nothing, and source of which nothing
 * comes, are not added. */
void offset_map_add(Arena *arena, OffsetMap *map, OffsetSpan span);

/* A range of the text as one of the source: from where its first byte comes from to where its last byte ends. */
Range offset_map_range(const OffsetMap *map, Range range);

/* The other way: where the text has what stands at an offset of the source. `*is_there` false: nothing comes from there; it is the place of what
 * comes next, or where the last that came ends. */
size_t offset_map_text(const OffsetMap *map, size_t source, bool *is_there);

#endif
