/*
 * A group is what stands between blank lines. Its lines are one paragraph each, or go on in one another, or are kept as they are:
 *
 *     The council voted on Tuesday to close the      cut at 45, the text's width: goes on
 *     old ferry line.                                "Tolls" had room: ends
 *     Tolls rise in May.
 *
 *     Hallam    2    Dunmere    1                    columns: kept
 *     Marsh     0    Quill      0
 */
#include "formats/text/passages.h"

#include <string.h>

#include "formats/text/forms/furniture.h"
#include "formats/text/kept_lines.h"
#include "formats/text/printed_lines.h"
#include "formats/text/words/line_label.h"

enum { GROUP_LINES_LOOKED_AT = 40, HARDLY_WRAPPED = 45, SURELY_WRAPPED = 110 };

void passage_reader_init(PassageReader *reader, Arena *arena, const Shape *shape, Text source, bool whole)
{
    *reader =
        (PassageReader){.source = source, .shape = shape, .at = utf8_mark_size(source), .whole = whole, .arena = arena};
}

/* The line `index` lines ahead; NULL: the source ends before. */
const SourceLine *passage_line_ahead(PassageReader *reader, size_t index)
{
    while (reader->ahead.count - reader->used <= index) {
        size_t at = reader->ahead.count > reader->used ? reader->ahead.items[reader->ahead.count - 1].next : reader->at;
        SourceLine line;

        if (at >= reader->source.size) {
            reader->unsure = !reader->whole;
            return NULL;
        }
        if (reader->used == reader->ahead.count)
            reader->used = reader->ahead.count = 0;
        line = source_line(reader->source, at, reader->shape->form);
        reader->unsure = reader->unsure || (line.ends_text && !reader->whole);
        ARRAY_PUSH(reader->arena, reader->ahead, line);
    }
    return &reader->ahead.items[reader->used + index];
}

void passage_take_lines(PassageReader *reader, size_t count)
{
    enum { KEPT_MOST = 256 };
    SourceLines *ahead = &reader->ahead;

    reader->used += count;
    reader->at = ahead->items[reader->used - 1].next;
    if (reader->used > KEPT_MOST) {
        memmove(ahead->items, ahead->items + reader->used, (ahead->count - reader->used) * sizeof *ahead->items);
        ahead->count -= reader->used;
        reader->used = 0;
    }
}

static Text words_of(const PassageReader *reader, const SourceLine *line)
{
    return text_slice(reader->source, line->range);
}

static bool is_page_line(const PassageReader *reader, const SourceLine *line)
{
    return shape_is_page_line(reader->shape, reader->source, line);
}

/* Is it no part of a passage? */
static bool is_between(const PassageReader *reader, const SourceLine *line)
{
    return source_line_is_blank(line) || is_page_line(reader, line);
}

/* Lines that stand between the one before and the next passage, where that is near. Was any of them the end of a page? */
static size_t count_between(PassageReader *reader, bool *page)
{
    enum { PAGE_GAP_MOST = 64 };
    const SourceLine *line;
    size_t count = 0;

    *page = false;
    while (count < PAGE_GAP_MOST && (line = passage_line_ahead(reader, count)) != NULL && is_between(reader, line)) {
        *page = *page || !source_line_is_blank(line) || line->ends_page;
        count++;
    }
    return count;
}

/* ---- what lines are ---- */

static bool is_item(Text line)
{
    size_t marker_size;
    unsigned number;

    return list_item(line, &marker_size, &number);
}

/* "# The tide": a heading of Markdown; "#tide" is none. */
static bool is_marked_heading(Text line)
{
    size_t signs = 0;

    while (signs < line.size && line.bytes[signs] == '#')
        signs++;
    return signs && signs <= 6 && signs + 1 < line.size && line.bytes[signs] == ' ';
}

static bool is_blank_at(Text line, size_t at)
{
    return at < line.size && line.bytes[at] == ' ';
}

/* Three blanks or a tab: one of any three bytes in a row is looked at, so most of a line of prose is not. */
static bool has_wide_gap(Text line)
{
    enum { WIDE = 3 };

    if (text_find_byte(line, '\t', 0) != TEXT_NOT_FOUND)
        return true;
    for (size_t i = WIDE - 1; i < line.size; i += WIDE) {
        if (line.bytes[i] == ' ' &&
            ((is_blank_at(line, i - 1) && (is_blank_at(line, i - 2) || is_blank_at(line, i + 1))) ||
             (is_blank_at(line, i + 1) && is_blank_at(line, i + 2))))
            return true;
    }
    return false;
}

/* Columns as in tables: three blanks or a tab between words, but not between most of them, and not to fill the line (two are enough there). */
static bool is_spaced(Text line)
{
    size_t gaps = 0, wide = 0;

    if (!has_wide_gap(line))
        return false;
    for (size_t i = 0; i + 1 < line.size;) {
        size_t end = i;

        while (end < line.size && (line.bytes[end] == ' ' || line.bytes[end] == '\t'))
            end++;
        gaps += end > i;
        wide += end >= i + 3 || (end > i && line.bytes[i] == '\t');
        i = end > i ? end : i + 1;
    }
    return wide && (wide * 2 <= gaps || gaps < 8);
}

/* Lines of a group are that far apart. */
static size_t line_step(const PassageReader *reader)
{
    return reader->shape->double_spaced ? 2 : 1;
}

static LineGroup group_ahead(PassageReader *reader)
{
    LineGroup group = {.indent = UINT32_MAX};
    const SourceLine *line;
    unsigned level = passage_line_ahead(reader, 0)->level;

    while (group.count < GROUP_LINES_LOOKED_AT &&
           (line = passage_line_ahead(reader, group.count * line_step(reader))) != NULL && !is_between(reader, line) &&
           line->level == level) {
        unsigned right = source_line_right(line);

        group.count++;
        group.end = line->next;
        group.over += reader->shape->width && right > reader->shape->width;
        group.longest = right > group.longest ? right : group.longest;
        group.indent = line->indent < group.indent ? line->indent : group.indent;
        group.deepest = line->indent > group.deepest ? line->indent : group.deepest;
        group.unfinished += !line_may_end_paragraph(words_of(reader, line));
        group.small += line_begins_small(words_of(reader, line));
        group.turns += line_begins_turn(words_of(reader, line));
        group.timed_turns += line_has_timed_label(words_of(reader, line));
        group.lettered += line_is_lettered(words_of(reader, line), group.lettered + 1);
    }
    return group;
}

/* ---- which lines go on ---- */

/* "… is safe, said" + "Ole Brandt": the last word is a small one, with nothing behind it. */
static bool ends_small(Text line)
{
    size_t start = line.size;

    while (start && !ascii_is_blank(line.bytes[start - 1]))
        start--;
    return line.size && ascii_is_lower(line.bytes[start]) && ascii_is_alpha(line.bytes[line.size - 1]);
}

/* Where the whole text tells nothing, its own group may: the first word of `next` would not have fitted. */
static bool goes_on_in_group(const PassageReader *reader, const SourceLine *line, const SourceLine *next,
                             const LineGroup *group)
{
    unsigned word = line_first_word_columns(words_of(reader, next), reader->shape->form);

    if (group->longest > WRAPPED_WIDEST || group->unfinished == 0)
        return false;
    if (line_begins_small(words_of(reader, next)) && !line_may_end_paragraph(words_of(reader, line)))
        return true;
    if (group->small == 0 && line_may_end_paragraph(words_of(reader, line)))
        return false;
    if (group->longest < HARDLY_WRAPPED && group->small == 0) /* scores, names, verse */
        return group->count == 2 && ends_small(words_of(reader, line));
    if (group->longest > SURELY_WRAPPED && line_may_end_paragraph(words_of(reader, line)))
        return false;
    return line->columns * 2 > group->longest - group->indent && source_line_right(line) + 1 + word > group->longest;
}

/* Does it begin with what had room on hardly any line? "](https://example.com/a-long-way)," */
static bool is_long_word(const PassageReader *reader, const SourceLine *line)
{
    return line_first_word_columns(words_of(reader, line), reader->shape->form) * 2 > reader->shape->width;
}

static bool goes_on_in_shape(const PassageReader *reader, const SourceLine *line, const SourceLine *next)
{
    const Shape *shape = reader->shape;
    bool ends = line_may_end_paragraph(words_of(reader, line));
    unsigned right = source_line_right(line);

    if (shape_is_filled(shape, reader->source, line, next))
        return right * 2 > shape->width || ((!ends || shape->separated) && is_long_word(reader, next));
    if (!ends && line_begins_small(words_of(reader, next)) && right * 2 > shape->width)
        return true;
    return shape->ragged && right * 4 > shape->width * 3 && (!ends || shape->separated || shape->first_indent);
}

/* "… the boat on Route" + "16. He was late": a full line that ends inside a sentence goes on, whatever its next word looks like. */
static bool begins_item(const PassageReader *reader, const SourceLine *line, const SourceLine *next)
{
    Text words = words_of(reader, line);

    if (!is_item(words_of(reader, next)))
        return false;
    return !reader->shape->width || is_item(words) || line_may_end_paragraph(words) ||
           text_ends_with(words, TEXT(":")) || !shape_is_filled(reader->shape, reader->source, line, next);
}

/* Is it an item of the list that letters count in its group? */
static bool is_lettered(const PassageReader *reader, const SourceLine *line, const LineGroup *group)
{
    for (size_t place = 0; group->lettered > 1 && place <= group->lettered; place++) {
        if (line_is_lettered(words_of(reader, line), place))
            return true;
    }
    return false;
}

/* Does somebody else speak in it? One label alone is a word before a colon. */
static bool begins_turn(const PassageReader *reader, const SourceLine *line, const SourceLine *next,
                        const LineGroup *group)
{
    Text words = words_of(reader, line);

    /* "[10:03] Anna Reed: and then": whoever writes times before names writes no paragraphs over lines. */
    if (group->timed_turns > 1 && line_has_time(words_of(reader, next)))
        return true;
    return group->turns > 1 && line_begins_turn(words_of(reader, next)) &&
           (line_may_end_paragraph(words) || text_ends_with(words, TEXT("-")) || text_ends_with(words, TEXT("—")));
}

static bool goes_on(const PassageReader *reader, const SourceLine *line, const SourceLine *next, const LineGroup *group)
{
    const Shape *shape = reader->shape;
    Text words = words_of(reader, next);

    if (next->level != line->level || line->ends_block || begins_item(reader, line, next) || line_is_fence(words) ||
        is_lettered(reader, next, group) || begins_turn(reader, line, next, group) || is_marked_heading(words) ||
        is_marked_heading(words_of(reader, line)))
        return false;
    if (shape->printed)
        return printed_goes_on(shape, reader->source, line, next, group->longest);
    if (shape->first_indent && next->indent > group->indent && next->indent > line->indent)
        return false;
    if (shape->first_indent && next->indent > group->indent && line->indent == next->indent)
        return false; /* one line was all of the paragraph before */
    if (shape->hanging && next->indent == group->indent && line->indent > next->indent)
        return false;
    if (shape->hanging && shape->width && next->indent > group->indent && next->indent == group->deepest &&
        source_line_right(line) * 4 > shape->width * 3)
        return true;
    if (shape->width && group->over * 3 <= group->count)
        return goes_on_in_shape(reader, line, next);
    return goes_on_in_group(reader, line, next, group);
}

/* Does the paragraph that ends with `line` go on behind the page's foot and the next one's head? Then how many lines stand between; else 0. */
static size_t goes_on_over_page(PassageReader *reader, const SourceLine *line, const LineGroup *group)
{
    bool page;
    size_t between = count_between(reader, &page);
    const SourceLine *next = page ? passage_line_ahead(reader, between) : NULL;

    if (!next || !goes_on(reader, line, next, group))
        return 0;
    if (line_may_end_paragraph(words_of(reader, line)) && group->turns && line_begins_turn(words_of(reader, next)))
        return 0; /* of the group behind the page, the second turn */
    if (line_may_end_paragraph(words_of(reader, line)) &&
        !(reader->shape->width && shape_is_filled(reader->shape, reader->source, line, next)))
        return 0;
    return between;
}

/* ---- lines that stay lines ---- */

/* The line `index` of the group that begins ahead. */
static const SourceLine *group_line(PassageReader *reader, size_t index)
{
    return passage_line_ahead(reader, index * line_step(reader));
}

static bool none_goes_on(PassageReader *reader, const LineGroup *group)
{
    for (size_t i = 0; i + 1 < group->count; i++) {
        if (goes_on(reader, group_line(reader, i), group_line(reader, i + 1), group))
            return false;
    }
    return true;
}

static bool has_item(PassageReader *reader, const LineGroup *group)
{
    for (size_t i = 0; i < group->count; i++) {
        if (is_item(words_of(reader, group_line(reader, i))))
            return true;
    }
    return false;
}

static bool is_most_spaced(PassageReader *reader, const LineGroup *group)
{
    size_t spaced = 0;

    for (size_t i = 0; i < group->count; i++)
        spaced += is_spaced(words_of(reader, group_line(reader, i)));
    return spaced * 2 > group->count;
}

static bool is_of_records(PassageReader *reader, const LineGroup *group)
{
    Text lines[GROUP_LINES_LOOKED_AT];

    if (group->unfinished * 5 < group->count * 4)
        return false;
    for (size_t i = 0; i < group->count; i++)
        lines[i] = words_of(reader, group_line(reader, i));
    return lines_are_records(lines, group->count);
}

/* Tables, code, verse, addresses, scores: what was not set as prose is. */
static bool is_verbatim(PassageReader *reader, const LineGroup *group)
{
    enum { SHORT_LINE = 60, CODE_INDENT = 4 };

    if (group->count < 2 || has_item(reader, group) || reader->shape->printed ||
        group->timed_turns * 2 > group->count) /* a chat, as many lines as there are */
        return false;
    if (is_most_spaced(reader, group) || is_of_records(reader, group))
        return true;
    if (group->indent > reader->shape->margin + 1 && !reader->shape->first_indent && none_goes_on(reader, group))
        return true;
    if (group->indent >= reader->shape->margin + CODE_INDENT && group->deepest > group->indent &&
        !reader->shape->first_indent && !reader->shape->hanging)
        return true;
    return group->longest <= SHORT_LINE && group->unfinished * 3 >= group->count * 2 && none_goes_on(reader, group);
}

/* ---- verse ---- */

/*
 * How many lines from the next on are verse in the middle of prose: set in, and none fills the width or ends a sentence but the last of them. 0: it
 * is prose.
 */
static size_t verse_ahead(PassageReader *reader)
{
    enum { LINES_LEAST = 3, LINES_MOST = 40 };
    const Shape *shape = reader->shape;
    const SourceLine *line = passage_line_ahead(reader, 0);
    unsigned indent = line->indent, level = line->level;
    unsigned width = shape->width ? shape->width : reader->group.longest;
    size_t count = 0, unfinished = 0;

    if (width < HARDLY_WRAPPED || shape->printed || shape->double_spaced || indent <= reader->group.indent)
        return 0;
    for (; count < LINES_MOST && (line = passage_line_ahead(reader, count)) != NULL && !source_line_is_blank(line) &&
           line->level == level && line->indent >= indent && source_line_right(line) * 4 <= width * 3;
         count++) {
        if (is_item(words_of(reader, line)) || is_page_line(reader, line))
            return 0;
        unfinished += !line_may_end_paragraph(words_of(reader, line));
    }
    return count >= LINES_LEAST && unfinished * 2 >= count ? count : 0;
}

/* ---- taking passages ---- */

static void push_line(PassageReader *reader, const SourceLine *line)
{
    SourceLine copy = *line; /* the list may move */

    ARRAY_PUSH(reader->arena, reader->passage.lines, copy);
}

/* To the end of the group, or at most `most` lines. */
static void collect_verbatim(PassageReader *reader, size_t most)
{
    const SourceLine *line;
    unsigned level = passage_line_ahead(reader, 0)->level;

    reader->passage.kind = BLOCK_VERBATIM;
    while (reader->passage.lines.count < most && (line = passage_line_ahead(reader, 0)) != NULL &&
           !source_line_is_blank(line) && line->level == level) {
        push_line(reader, line);
        passage_take_lines(reader, 1);
    }
}

/* Up to the fence that closes it, which is no part of it; an open one has all that comes. */
static void collect_fenced(PassageReader *reader)
{
    const SourceLine *line;
    SourceLine fence = *passage_line_ahead(reader, 0);

    reader->passage.kind = BLOCK_VERBATIM;
    passage_take_lines(reader, 1);
    while ((line = passage_line_ahead(reader, 0)) != NULL && !line_is_fence(words_of(reader, line))) {
        push_line(reader, line);
        passage_take_lines(reader, 1);
    }
    if (reader->passage.lines.count == 0) /* it holds nothing: it is what it is */
        push_line(reader, &fence);
    if (line)
        passage_take_lines(reader, 1);
}

/* What a program printed keeps its place, and its columns where it has some. */
static void keep_printed(PassageReader *reader, const SourceLine *line)
{
    const SourceLine *next = passage_line_ahead(reader, 1);
    Passage *passage = &reader->passage;

    passage->printed = true;
    passage->indent = line->indent < BLOCK_INDENT_MOST ? line->indent : BLOCK_INDENT_MOST;
    if (next && !source_line_is_blank(next) && printed_is_term(reader->source, reader->shape->form, line, next))
        passage->joined = true;
    if (passage->joined)
        passage->kind = BLOCK_VERBATIM;
}

/* A line by itself, of several columns. */
static void keep_columns(PassageReader *reader)
{
    Passage *passage = &reader->passage;

    if (passage->printed && passage->lines.count == 1 &&
        printed_is_spaced(reader->shape, reader->source, &passage->lines.items[0], 2))
        passage->kind = BLOCK_VERBATIM;
}

static void collect_paragraph(PassageReader *reader, LineGroup *group)
{
    const SourceLine *next;
    SourceLine line = *passage_line_ahead(reader, 0);

    reader->passage.kind = line.level > reader->shape->level ? BLOCK_BLOCKQUOTE : BLOCK_PARAGRAPH;
    if (reader->shape->printed)
        keep_printed(reader, &line);
    push_line(reader, &line);
    passage_take_lines(reader, 1);
    for (;;) {
        size_t between = goes_on_over_page(reader, &line, group);

        next = passage_line_ahead(reader, between);
        if (!between && reader->shape->double_spaced && next && source_line_is_blank(next)) {
            next = passage_line_ahead(reader, 1);
            between = 1;
        }
        if (!next || source_line_is_blank(next) || is_page_line(reader, next) || !goes_on(reader, &line, next, group))
            return;
        line = *next;
        push_line(reader, &line);
        passage_take_lines(reader, between + 1);
    }
}

static void collect(PassageReader *reader)
{
    bool begins = passage_line_ahead(reader, 0)->start >= reader->group.end;
    size_t verse;

    if (begins)
        reader->group = group_ahead(reader);
    if (line_is_fence(words_of(reader, passage_line_ahead(reader, 0))))
        collect_fenced(reader);
    else if (begins && is_verbatim(reader, &reader->group))
        collect_verbatim(reader, SIZE_MAX);
    else if ((verse = verse_ahead(reader)) > 0)
        collect_verbatim(reader, verse);
    else
        collect_paragraph(reader, &reader->group);
    keep_columns(reader);
}

/* To be read again, when more is loaded. */
static void put_back(PassageReader *reader, size_t start)
{
    reader->at = start;
    reader->ahead.count = reader->used = 0;
    reader->group = (LineGroup){0};
}

bool passage_skip(PassageReader *reader)
{
    size_t start = reader->at;
    const SourceLine *line;

    while ((line = passage_line_ahead(reader, 0)) != NULL && is_between(reader, line))
        passage_take_lines(reader, 1);
    if (!line)
        put_back(reader, start);
    return line != NULL;
}

bool passage_next(PassageReader *reader, Passage **passage)
{
    size_t start = reader->at;
    bool read;

    reader->unsure = false;
    ARRAY_CLEAR(reader->arena, reader->passage.lines);
    reader->passage = (Passage){.lines = reader->passage.lines};
    read = passage_skip(reader);
    if (read)
        collect(reader);
    reader->passage.tight =
        read && reader->passage.lines.items[0].start == start &&
        (reader->passage.printed || is_lettered(reader, &reader->passage.lines.items[0], &reader->group));
    *passage = &reader->passage;
    if (read && !reader->unsure)
        return true;
    put_back(reader, start);
    return false;
}

void passage_forget(PassageReader *reader)
{
    ARRAY_CLEAR(reader->arena, reader->passage.lines);
}
