/*
 * C libraries and terminals know the Unicode of their year, and change their minds: the trigrams had one column up to Unicode 15 and have two
 * since, an interlinear sign none in one C library and one in the next. A program that goes by the library of its machine then sends what
 * the terminal, which may be on another machine, takes for more or less, and the rest of the row is astray. So a table (columns.def) has the
 * code points on which all agree that we know of, and only these are sent as they are. It is in order, and is searched by halves.
 */
#include "base/unicode/columns.h"

#include "base/count_of.h"
#include "base/lower_bound.h"

typedef struct ColumnRange {
    uint32_t first, last;
    unsigned char columns;
} ColumnRange;

static const ColumnRange ranges[] = {
#define COLUMN_RANGE(first, last, columns) {first, last, COLUMNS_##columns},
#include "base/unicode/columns.def"
#undef COLUMN_RANGE
};

Columns columns_settled(uint32_t code_point)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(ranges), ranges[at].last < code_point);
    return at < COUNT_OF(ranges) && ranges[at].first <= code_point ? (Columns)ranges[at].columns : COLUMNS_UNSETTLED;
}
