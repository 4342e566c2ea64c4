/*
 *     cells "Line", "Boats", "North", "12"         Line   Boats
 *                                                  -----  -----
 *                                                  North  12
 *
 * The cells are taken out of the text and written again with blanks between; what is known of them (where they stand in the source, what in them
 * is set apart or links) moves with them.
 */
#include "formats/markdown/markdown_table.h"

#include "base/unicode/printable.h"

/* A cell that is wider stands as it is, and those behind it move; so no cell costs more than that many bytes. */
enum { WIDEST = 30, COLUMNS_MOST = 64 };

/* "---", ":-:" */
static bool is_rule_of_column(Text part)
{
    size_t at = text_starts_with(part, TEXT(":")), hyphens = at;

    while (at < part.size && part.bytes[at] == '-')
        at++;
    return at > hyphens && (at == part.size || (at + 1 == part.size && part.bytes[at] == ':'));
}

bool markdown_is_table_rule(Text line)
{
    Text part;

    line = text_trim(line);
    if (text_find_byte(line, '|', 0) == TEXT_NOT_FOUND)
        return false;
    for (size_t at = text_starts_with(line, TEXT("|")); text_next_part(line, '|', &at, &part);) {
        if (!is_rule_of_column(text_trim(part)))
            return false;
    }
    return line.size > 1;
}

/* ---- cells, as they come ---- */

static void begin_cell(MarkdownTable *table, MarkupWriter *writer)
{
    Arena *arena = writer->builder->article->arena;
    size_t at = table->cells.count ? writer->builder->text.count : writer->block.range.start;

    ARRAY_PUSH(arena, table->cells, ((MarkdownCell){{at, at}, table->in_row == 0}));
    table->in_cell = true;
    if (++table->in_row > table->columns)
        table->columns = table->in_row;
}

static void end_cell(MarkdownTable *table, MarkupWriter *writer)
{
    Range *range;

    if (!table->in_cell)
        return;
    range = &table->cells.items[table->cells.count - 1].range;
    range->end = writer->builder->text.count;
    while (range->end > range->start && writer->builder->text.items[range->end - 1] == ' ')
        range->end--;
    table->in_cell = false;
}

void markdown_begin_words(MarkdownTable *table, MarkupWriter *writer)
{
    if (!table->in_cell)
        begin_cell(table, writer);
}

/* The first one stands before a cell, the others behind one. */
void markdown_take_bar(MarkdownTable *table, MarkupWriter *writer)
{
    if (!table->in_cell && table->in_row == 0 && !table->has_bar) {
        table->has_bar = true;
        return;
    }
    markdown_begin_words(table, writer);
    end_cell(table, writer);
}

void markdown_end_row(MarkdownTable *table, MarkupWriter *writer)
{
    end_cell(table, writer);
    table->in_row = 0;
    table->has_bar = false;
}

/* ---- columns ---- */

/* What was known of the block. */
typedef struct Known {
    Arena arena;
    Text text;
    size_t start; /* of the block, which `text` is */
    ARRAY(OffsetSpan) spans;
    ARRAY(Emphasis) emphases;
    ARRAY(Link) links;
    size_t span, emphasis, link; /* the next of each */
    size_t widths[COLUMNS_MOST];
} Known;

static void take_out(Known *known, const MarkupWriter *writer)
{
    const Article *article = writer->builder->article;
    size_t first = article->source.spans.count;

    known->start = writer->block.range.start;
    known->text = arena_copy(&known->arena, text_slice(text_buffer_text(&writer->builder->text),
                                                       (Range){known->start, writer->builder->text.count}));
    while (first && article->source.spans.items[first - 1].text + article->source.spans.items[first - 1].text_size >
                        known->start)
        first--;
    for (; first < article->source.spans.count; first++)
        ARRAY_PUSH(&known->arena, known->spans, article->source.spans.items[first]);
    for (size_t i = writer->emphases_count; i < article->emphases.count; i++)
        ARRAY_PUSH(&known->arena, known->emphases, article->emphases.items[i]);
    for (size_t i = writer->links_count; i < article->links.count; i++)
        ARRAY_PUSH(&known->arena, known->links, article->links.items[i]);
}

static void find_widths(Known *known, const MarkdownTable *table)
{
    size_t column = 0;

    for (size_t i = 0; i < table->cells.count; i++) {
        const MarkdownCell *cell = &table->cells.items[i];
        size_t width;

        column = cell->begins_row ? 0 : column + 1;
        width = printable_width(
            text_slice(known->text, (Range){cell->range.start - known->start, cell->range.end - known->start}),
            CHARSET_UTF8);
        if (column < COLUMNS_MOST && width <= WIDEST && width > known->widths[column])
            known->widths[column] = width;
    }
}

static void add_times(MarkupWriter *writer, Text text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        markup_add_kept(writer, text, UNMAPPED);
}

/* The part of a span that is in `cell`. */
static void add_span(const MarkupWriter *writer, const OffsetSpan *span, Range cell, size_t moved)
{
    Article *article = writer->builder->article;
    size_t start = span->text > cell.start ? span->text : cell.start;
    size_t end = span->text + span->text_size < cell.end ? span->text + span->text_size : cell.end;
    bool same = span->text_size == span->source_size;
    OffsetSpan part = *span;

    if (start >= end)
        return;
    if (same)
        part = (OffsetSpan){0, (uint32_t)(span->source + (start - span->text)), (uint32_t)(end - start),
                            (uint32_t)(end - start)};
    part.text = (uint32_t)((same ? start : span->text) - cell.start + moved);
    offset_map_add(article->arena, &article->source, part);
}

/* What begins in a cell ends there at the latest. */
static Range moved_range(Range range, Range cell, size_t moved)
{
    size_t start = range.start > cell.start ? range.start : cell.start,
           end = range.end < cell.end ? range.end : cell.end;

    return (Range){start - cell.start + moved, (end > start ? end : start) - cell.start + moved};
}

static void move_known(Known *known, const MarkupWriter *writer, Range cell, size_t moved)
{
    Article *article = writer->builder->article;

    while (known->span < known->spans.count && known->spans.items[known->span].text < cell.end) {
        const OffsetSpan *span = &known->spans.items[known->span];

        add_span(writer, span, cell, moved);
        if (span->text + span->text_size > cell.end)
            break;
        known->span++;
    }
    for (; known->emphasis < known->emphases.count && known->emphases.items[known->emphasis].range.start < cell.end;
         known->emphasis++) {
        Emphasis emphasis = known->emphases.items[known->emphasis];

        emphasis.range = moved_range(emphasis.range, cell, moved);
        ARRAY_PUSH(article->arena, article->emphases, emphasis);
    }
    for (; known->link < known->links.count && known->links.items[known->link].range.start < cell.end; known->link++) {
        Link link = known->links.items[known->link];

        link.range = moved_range(link.range, cell, moved);
        ARRAY_PUSH(article->arena, article->links, link);
    }
}

/* A cell, and blanks up to the next one, if there is one. */
static void put_cell(Known *known, MarkupWriter *writer, const MarkdownCell *cell, size_t column, bool is_last)
{
    Text words = text_slice(known->text, (Range){cell->range.start - known->start, cell->range.end - known->start});
    size_t width = printable_width(words, CHARSET_UTF8), moved = writer->builder->text.count;
    size_t wanted = column < COLUMNS_MOST ? known->widths[column] : 0;

    markup_add_kept(writer, words, UNMAPPED);
    move_known(known, writer, cell->range, moved);
    if (!is_last)
        add_times(writer, TEXT(" "), (wanted > width ? wanted - width : 0) + 2);
}

static void put_rule(const Known *known, MarkupWriter *writer, size_t columns)
{
    for (size_t i = 0; i < columns && i < COLUMNS_MOST; i++) {
        if (i)
            markup_add_kept(writer, TEXT("  "), UNMAPPED);
        add_times(writer, TEXT("-"), known->widths[i] ? known->widths[i] : 1);
    }
    markup_add_kept(writer, TEXT("\n"), UNMAPPED);
}

void markdown_lay_out_table(MarkdownTable *table, MarkupWriter *writer)
{
    Known known = {.start = 0};
    size_t column = 0, rows = 0;

    take_out(&known, writer);
    find_widths(&known, table);
    markup_empty(writer);
    for (size_t i = 0; i < table->cells.count; i++) {
        const MarkdownCell *cell = &table->cells.items[i];
        bool is_last = i + 1 == table->cells.count || table->cells.items[i + 1].begins_row;

        column = cell->begins_row ? 0 : column + 1;
        if (cell->begins_row && rows++)
            markup_add_kept(writer, TEXT("\n"), UNMAPPED);
        if (cell->begins_row && rows == 2)
            put_rule(&known, writer, table->columns);
        put_cell(&known, writer, cell, column, is_last);
    }
    arena_release(&known.arena);
}
