/*
 * A table of pictures: each row has a line of 1000 units, the length of the text, in which what somebody says is a full piece and what names them
 * a light one. It is drawn by the page itself (SVG); who sees no pictures has the numbers in words.
 */
#include "export/forms/page_map.h"

#include "analysis/result/article_map.h"
#include "base/lower_bound.h"
#include "export/markup.h"

enum {
    UNITS = 1000,
    LEAST_UNITS = 3, /* of a place, so that it is seen */
    MAP_ROWS = 30    /* more are counted */
};

/* The number of a quotation in the list; 0: it is not there. */
static size_t number_of(const ExportSource *source, size_t quote)
{
    size_t at;

    LOWER_BOUND(at, source->quote_count, source->quotes[at] < quote);
    return at < source->quote_count && source->quotes[at] == quote ? at + 1 : 0;
}

static void put_attribute(Sink *out, const char *name, size_t number)
{
    SINK_TEXTS(out, TEXT(" "), text_from(name), TEXT("=\""));
    sink_number(out, number, 0);
    sink_byte(out, '"');
}

/* What is named is drawn first, and what is said over it. */
static void put_place(PageWriting *writing, const ArticleMap *map, const MapPlace *place)
{
    size_t start = article_map_column(map, place->range.start, UNITS);
    size_t end = article_map_column(map, place->range.end, UNITS);
    size_t number = place->speaks ? number_of(writing->source, place->index) : 0;
    Sink *out = writing->out;

    if (end < start + LEAST_UNITS)
        end = start + LEAST_UNITS;
    sink_string(out, place->speaks ? "<rect" : "<rect class=\"named\"");
    put_attribute(out, "x", start);
    put_attribute(out, "width", end - start);
    sink_string(out, " height=\"10\"");
    if (number) {
        sink_string(out, "><title>quotation ");
        sink_number(out, number, 0);
        sink_string(out, "</title></rect>");
    } else {
        sink_string(out, "/>");
    }
}

static void put_count(Sink *out, size_t count, const char *once, const char *often)
{
    sink_string(out, count == 1 ? once : often);
    if (count == 1)
        return;
    sink_number(out, count, 0);
    sink_string(out, " times");
}

static void put_picture(PageWriting *writing, const ArticleMap *map, const MapRow *row)
{
    size_t named = row->places.count - row->speech_count;
    Sink *out = writing->out;

    sink_string(out, "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
    if (row->speech_count)
        put_count(out, row->speech_count, "speaks once", "speaks ");
    sink_string(out, row->speech_count && named ? ", " : "");
    if (named)
        put_count(out, named, "is named once", "is named ");
    sink_string(out, "\">");
    for (int speaks = 0; speaks <= 1; speaks++) {
        for (size_t i = 0; i < row->places.count; i++) {
            if (row->places.items[i].speaks == (speaks == 1))
                put_place(writing, map, &row->places.items[i]);
        }
    }
    sink_string(out, "</svg>");
}

static void put_row(PageWriting *writing, const ArticleMap *map, const MapRow *row)
{
    Sink *out = writing->out;

    sink_string(out, "<tr class=\"s");
    sink_number(out, row->speaker == NO_INDEX ? 0 : 1 + row->speaker % SPEAKER_HUES, 0);
    sink_string(out, "\"><th scope=\"row\"><bdi>");
    if (row->name.size)
        markup_write(out, row->name);
    else
        sink_string(out, "Not attributed");
    sink_string(out, "</bdi></th><td>");
    put_picture(writing, map, row);
    sink_string(out, "</td></tr>\n");
}

void page_put_map(PageWriting *writing)
{
    ArticleMap map = article_map(&writing->scratch, writing->source->analysis, &writing->speakers, MAP_LISTED_SPEECH);

    if (map.rows.count == 0)
        return;
    sink_string(writing->out, "<table class=\"map\"><caption>Who speaks where</caption>\n");
    for (size_t i = 0; i < map.rows.count && i < MAP_ROWS; i++)
        put_row(writing, &map, &map.rows.items[i]);
    if (map.rows.count > MAP_ROWS) {
        sink_string(writing->out, "<tr class=\"s0\"><td colspan=\"2\">");
        sink_number(writing->out, map.rows.count - MAP_ROWS, 0);
        sink_string(writing->out, " more speak or are named</td></tr>\n");
    }
    sink_string(writing->out, "</table>\n");
}
