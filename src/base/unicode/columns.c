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

/* Characters with Emoji_Presentation of https://www.unicode.org/Public/17.0.0/emoji/emoji-data.txt, by their age. In order. */
static const struct {
    uint32_t first, last;
    int unicode;
} newer_emoji[] = {
    {0x1F6D8, 0x1F6D8, 17}, {0x1F6DC, 0x1F6DC, 15}, {0x1FA75, 0x1FA77, 15}, {0x1FA87, 0x1FA88, 15},
    {0x1FA89, 0x1FA89, 16}, {0x1FA8A, 0x1FA8A, 17}, {0x1FA8E, 0x1FA8E, 17}, {0x1FA8F, 0x1FA8F, 16},
    {0x1FAAD, 0x1FAAF, 15}, {0x1FABB, 0x1FABD, 15}, {0x1FABE, 0x1FABE, 16}, {0x1FABF, 0x1FABF, 15},
    {0x1FAC6, 0x1FAC6, 16}, {0x1FAC8, 0x1FAC8, 17}, {0x1FACD, 0x1FACD, 17}, {0x1FACE, 0x1FACF, 15},
    {0x1FADA, 0x1FADB, 15}, {0x1FADC, 0x1FADC, 16}, {0x1FADF, 0x1FADF, 16}, {0x1FAE8, 0x1FAE8, 15},
    {0x1FAE9, 0x1FAE9, 16}, {0x1FAEA, 0x1FAEA, 17}, {0x1FAEF, 0x1FAEF, 17}, {0x1FAF7, 0x1FAF8, 15},
};

int columns_emoji_unicode(uint32_t code_point)
{
    size_t at;

    if (code_point < newer_emoji[0].first)
        return 0;
    LOWER_BOUND(at, COUNT_OF(newer_emoji), newer_emoji[at].last < code_point);
    return at < COUNT_OF(newer_emoji) && newer_emoji[at].first <= code_point ? newer_emoji[at].unicode : 0;
}
