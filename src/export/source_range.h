/* Where something stands for whoever has the source of an article. */
#ifndef QUOIN_EXPORT_SOURCE_RANGE_H
#define QUOIN_EXPORT_SOURCE_RANGE_H

#include "analysis/result/result.h"

/* A range as answers have it: in bytes of what was given, where that is plain text; else of the article's text. */
static inline Range range_in_source(const Analysis *analysis, ShortRange range)
{
    return offset_map_range(&analysis->article->source, range_widen(range));
}

#endif
