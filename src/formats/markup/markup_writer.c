/*
 *     open PARAGRAPH, "The ", bold on, "tide" (at 6), bold off, " was", close
 *
 * makes the block "The tide was" with "tide" set apart. A block without words leaves nothing behind, nor does one that is discarded: all that was
 * noted since it was opened is taken back.
 */
#include "formats/markup/markup_writer.h"

static void add_same(MarkupWriter *writer, Text text, Range source)
{
    if (!range_is_empty(source) && source.start >= writer->mapped && text.size) {
        offset_map_add(writer->builder->article->arena, &writer->builder->article->source,
                       (OffsetSpan){(uint32_t)writer->builder->text.count, (uint32_t)source.start, (uint32_t)text.size,
                                    (uint32_t)range_size(source)});
        writer->mapped = source.end;
    }
    text_buffer_add(writer->builder->article->arena, &writer->builder->text, text);
}

void markup_open(MarkupWriter *writer, Block block)
{
    markup_close(writer);
    writer->is_open = true;
    writer->before = writer->builder->text.count;
    if (writer->builder->text.count)
        text_buffer_add(writer->builder->article->arena, &writer->builder->text, TEXT("\n\n"));
    writer->block = block;
    writer->block.range.start = writer->line_start = writer->builder->text.count;
    writer->emphases_count = writer->builder->article->emphases.count;
    writer->links_count = writer->builder->article->links.count;
    writer->emphasis = (Emphasis){{writer->builder->text.count, writer->builder->text.count}, 0};
    writer->bold = writer->italic = writer->link_depth = 0;
    writer->line_ended = false;
    writer->link = (Text){0};
}

void markup_add_kept(MarkupWriter *writer, Text text, Range source)
{
    add_same(writer, text, source);
}

static bool is_at_blank(const MarkupWriter *writer)
{
    return writer->builder->text.count == writer->block.range.start ||
           ascii_is_blank(writer->builder->text.items[writer->builder->text.count - 1]);
}

void markup_add_blank(MarkupWriter *writer)
{
    if (!is_at_blank(writer))
        add_same(writer, TEXT(" "), UNMAPPED);
}

/* The bytes before the next blank, or all. */
static size_t word_end(Text text, size_t at)
{
    while (at < text.size && !ascii_is_blank(text.bytes[at]))
        at++;
    return at;
}

/* ---- what is taken back ---- */

static void cut_map(OffsetMap *map, size_t size)
{
    while (map->spans.count) {
        OffsetSpan *last = &map->spans.items[map->spans.count - 1];
        bool same = last->text_size == last->source_size;

        if (last->text + last->text_size <= size)
            return;
        if (last->text < size && same) {
            last->text_size = last->source_size = (uint32_t)(size - last->text);
            return;
        }
        map->spans.count--;
    }
}

static void cut_emphases(Article *article, size_t least, size_t size)
{
    for (; article->emphases.count > least; article->emphases.count--) {
        Range *range = &article->emphases.items[article->emphases.count - 1].range;

        range->end = range->end < size ? range->end : size;
        if (range->start < range->end)
            return;
    }
}

static void cut_links(Article *article, size_t least, size_t size)
{
    for (; article->links.count > least; article->links.count--) {
        Range *range = &article->links.items[article->links.count - 1].range;

        range->end = range->end < size ? range->end : size;
        if (range->start < range->end)
            return;
    }
}

/* Blanks at its end are no part of a block, nor of what is set apart in it. */
static void cut_text(MarkupWriter *writer, size_t size)
{
    writer->builder->text.count = size;
    cut_map(&writer->builder->article->source, size);
    cut_emphases(writer->builder->article, writer->emphases_count, size);
    cut_links(writer->builder->article, writer->links_count, size);
}

/* ---- words ---- */

/* A blank, or nothing where the line was broken at a hyphen, or in Chinese. */
static void join_lines(MarkupWriter *writer, Text next)
{
    Text line = text_trim(
        text_slice(text_buffer_text(&writer->builder->text), (Range){writer->line_start, writer->builder->text.count}));
    Arena *arena = writer->builder->article->arena;
    LineJoint joint = line_joint(arena, &writer->breaks, writer->source, line, next);
    size_t before = writer->builder->text.count;

    writer->line_ended = false;
    if (joint == JOINT_BLANK)
        markup_add_blank(writer);
    else if (joint == JOINT_DROP_HYPHEN && !is_at_blank(writer))
        cut_text(writer, writer->builder->text.count - line_hyphen_size(line));
    writer->line_start = writer->builder->text.count;
    if (writer->emphasis.range.start == before) /* what begins with the line */
        writer->emphasis.range.start = writer->line_start;
    if (writer->link_start == before)
        writer->link_start = writer->line_start;
}

void markup_add(MarkupWriter *writer, Text text, Range source)
{
    bool same = range_size(source) == text.size;

    if (writer->line_ended && text_trim(text).size)
        join_lines(writer, text_trim(text));
    for (size_t at = 0, end; at < text.size; at = end) {
        end = word_end(text, at);
        if (end == at) {
            markup_add_blank(writer);
            end = at + 1;
            continue;
        }
        add_same(writer, text_slice(text, (Range){at, end}),
                 same ? (Range){source.start + at, source.start + end} : source);
    }
}

void markup_end_line(MarkupWriter *writer)
{
    writer->line_ended = true;
}

/* ---- what is set apart, and links ---- */

static void set_styles(MarkupWriter *writer)
{
    Article *article = writer->builder->article;
    unsigned styles = (writer->bold ? EMPHASIS_BOLD : 0) | (writer->italic ? EMPHASIS_ITALIC : 0);

    if (styles == writer->emphasis.styles)
        return;
    writer->emphasis.range.end = writer->builder->text.count;
    if (writer->emphasis.styles && !range_is_empty(writer->emphasis.range))
        ARRAY_PUSH(article->arena, article->emphases, writer->emphasis);
    writer->emphasis = (Emphasis){{writer->builder->text.count, writer->builder->text.count}, styles};
}

void markup_set_apart(MarkupWriter *writer, unsigned style, bool begins)
{
    unsigned *depth = style == EMPHASIS_BOLD ? &writer->bold : &writer->italic;

    *depth += begins ? 1 : 0;
    *depth -= !begins && *depth ? 1 : 0;
    set_styles(writer);
}

void markup_begin_link(MarkupWriter *writer, Text url)
{
    if (writer->link_depth++)
        return;
    writer->link = url;
    writer->link_start = writer->builder->text.count;
}

void markup_end_link(MarkupWriter *writer)
{
    Article *article = writer->builder->article;
    Range range = {writer->link_start, writer->builder->text.count};

    if (writer->link_depth == 0 || --writer->link_depth)
        return;
    if (writer->link.size && !range_is_empty(range))
        ARRAY_PUSH(article->arena, article->links,
                   ((Link){.url = writer->link, .range = range, .block = article->blocks.count + 1}));
    writer->link = (Text){0};
}

/* ---- the ends of a block ---- */

Text markup_words(MarkupWriter *writer)
{
    return text_trim(text_slice(text_buffer_text(&writer->builder->text),
                                (Range){writer->block.range.start, writer->builder->text.count}));
}

static void finish(MarkupWriter *writer)
{
    writer->bold = writer->italic = 0;
    set_styles(writer);
    writer->link_depth = writer->link_depth ? 1 : 0;
    markup_end_link(writer);
    writer->is_open = false;
}

void markup_close(MarkupWriter *writer)
{
    size_t end = writer->builder->text.count, start = writer->block.range.start;

    if (!writer->is_open)
        return;
    finish(writer);
    while (end > start && ascii_is_blank(writer->builder->text.items[end - 1]))
        end--;
    if (end == start) {
        cut_text(writer, writer->before);
        return;
    }
    cut_text(writer, end);
    writer->block.range.end = end;
    article_add_block(writer->builder->article, writer->block,
                      text_slice(text_buffer_text(&writer->builder->text), writer->block.range));
}

void markup_discard(MarkupWriter *writer)
{
    if (!writer->is_open)
        return;
    finish(writer);
    cut_text(writer, writer->before);
}

void markup_empty(MarkupWriter *writer)
{
    cut_text(writer, writer->block.range.start);
}

void markup_add_textless(MarkupWriter *writer, BlockKind kind)
{
    markup_close(writer);
    article_add_block(writer->builder->article,
                      (Block){.range = {writer->builder->text.count, writer->builder->text.count}, .kind = kind},
                      (Text){0});
}

const Block *markup_last_block(const MarkupWriter *writer)
{
    const Article *article = writer->builder->article;

    return article->blocks.count ? &article->blocks.items[article->blocks.count - 1] : NULL;
}
