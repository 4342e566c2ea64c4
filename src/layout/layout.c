/*
 * Sections are found block by block, in order, as far as somebody asks; the lines of a section when somebody looks at it.
 *
 *     blocks     title | meta | paragraph | a paragraph of 40 KB                 | paragraph …
 *     sections   0     | 1    | 2         | 3 (16 KB) | 4 (16 KB) | 5 (8 KB)     | 6 …
 *     lines      2     | 1    | -         | -         | 240       | -            |        - : not yet laid out
 *
 * The end of a long text costs one look at each block (for its sections) and the lines of the last section. A blank line
 * belongs to the section below it.
 */
#include "layout/layout.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/lower_bound.h"
#include "base/unicode/unicode.h"

enum {
    CUT_SEARCH_BYTES = 4096, /* how far before its limit a section may end for the sake of a sentence */
    INDEX_STEP_BYTES = 256 * 1024
};

typedef struct Section {
    uint32_t start;            /* in article->text; it ends where the next of its block starts, or with the block */
    uint32_t block;            /* index into article->blocks */
    unsigned lines : 29;       /* 1 + index into layout->laid_out; 0: not laid out */
    unsigned first : 1;        /* of its block */
    unsigned blanks_above : 2; /* lines */
} Section;

/* Few sections have their lines at a time, so these are not kept in it. */
typedef struct SectionLines {
    size_t section;
    Line *items;
    size_t count;
} SectionLines;

struct Layout {
    Arena *arena;
    Article *article;
    int columns;
    Charset charset;
    LinkSpans *numbers; /* links that are numbered; NULL: none are */
    ARRAY(Section) sections;
    size_t block_count; /* blocks that have sections */
    bool has_next;      /* the section behind them, which names the next part, is there */
    Arena *lines;       /* of the sections that are laid out: */
    ARRAY(SectionLines) laid_out;
};

/* An article without blocks still has a line to stand on. */
static const Block no_block = {.kind = BLOCK_PARAGRAPH};

/* What stands behind the last block is of no block, and has no text. */
static const Block behind_text = {.kind = BLOCK_RULE};

Layout *layout_new(Arena *arena, Article *article, int columns, Charset charset)
{
    Layout *layout = ARENA_NEW(arena, Layout);

    layout->arena = arena;
    layout->lines = arena_within(arena);
    layout->article = article;
    layout->columns = columns > 1 ? columns : 1;
    layout->charset = charset;
    return layout;
}

void layout_number_links(Layout *layout, LinkSpans *links)
{
    layout->numbers = links;
}

const LinkSpans *layout_numbers(const Layout *layout)
{
    return layout->numbers;
}

int layout_columns(const Layout *layout)
{
    return layout->columns;
}

/* ---- sections ---- */

/* Blocks that stand together, the second directly below the first. */
static bool is_tight(BlockKind above, BlockKind below)
{
    static const struct {
        unsigned char above, below;
    } tight[] = {
        {BLOCK_KICKER, BLOCK_TITLE},    {BLOCK_TITLE, BLOCK_SUBTITLE},      {BLOCK_TITLE, BLOCK_META},
        {BLOCK_TITLE, BLOCK_BYLINE},    {BLOCK_SUBTITLE, BLOCK_META},       {BLOCK_SUBTITLE, BLOCK_BYLINE},
        {BLOCK_META, BLOCK_BYLINE},     {BLOCK_BYLINE, BLOCK_META},         {BLOCK_CAPTION, BLOCK_CREDIT},
        {BLOCK_BLOCKQUOTE, BLOCK_CITE}, {BLOCK_LIST_ITEM, BLOCK_LIST_ITEM}, {BLOCK_ORDERED_ITEM, BLOCK_ORDERED_ITEM},
    };

    for (size_t i = 0; i < COUNT_OF(tight); i++) {
        if (tight[i].above == above && tight[i].below == below)
            return true;
    }
    return false;
}

static bool is_of_head(BlockKind kind)
{
    return kind == BLOCK_KICKER || kind == BLOCK_TITLE || kind == BLOCK_SUBTITLE || kind == BLOCK_META ||
           kind == BLOCK_BYLINE || kind == BLOCK_STANDFIRST;
}

/* Air stands above a headline, and twice as much above a heading as below. */
static unsigned blanks_above(const Article *article, size_t index)
{
    const Block *block = &article->blocks.items[index];
    BlockKind above = index ? block[-1].kind : BLOCK_TITLE;

    if (article->is_source || block->tight)
        return 0;
    if (index == 0)
        return block->kind == BLOCK_KICKER || block->kind == BLOCK_TITLE;
    if (is_tight(above, block->kind))
        return 0;
    return block->kind == BLOCK_HEADING && above != BLOCK_HEADING && !is_of_head(above) ? 2 : 1;
}

/* Does a sentence end before the blank at `at`? ". " and "?” " and the like. */
static bool ends_sentence(Text text, size_t at)
{
    static const char *const closing[] = {"\"", "'", ")", "”", "’", "»"};
    enum { MOST_CLOSING = 3 };

    for (int closed = 0; closed <= MOST_CLOSING && at > 0; closed++) {
        char before = text.bytes[at - 1];
        size_t size = 0;

        if (before == '.' || before == '?' || before == '!')
            return true;
        for (size_t i = 0; i < COUNT_OF(closing) && size == 0; i++) {
            if (text_ends_with((Text){text.bytes, at}, text_from(closing[i])))
                size = strlen(closing[i]);
        }
        if (size == 0)
            return false;
        at -= size;
    }
    return false;
}

/* Where to cut when there is nothing better: before a character that is not a mark. */
static size_t character_before(Text text, size_t at, size_t least)
{
    size_t size;

    for (at = utf8_previous(text, at + 1); at > least; at = utf8_previous(text, at)) {
        if (!unicode_is_mark(utf8_decode(text, at, &size)))
            return at;
    }
    return at;
}

/* The end of the section of `block` that starts at `start`: after a sentence, else a blank, else a character. */
static size_t section_end(Text text, Range block, size_t start, bool verbatim)
{
    static const char ideographic_stop[] = "。";
    size_t limit = start + SECTION_BYTES;
    size_t blank = 0;

    if (block.end - start <= SECTION_BYTES + CUT_SEARCH_BYTES)
        return block.end;
    for (size_t at = limit; at > limit - CUT_SEARCH_BYTES; at--) {
        if (text.bytes[at - 1] == '\n' && verbatim)
            return at;
        if (ascii_is_blank(text.bytes[at - 1]) && !verbatim) {
            if (ends_sentence(text, at - 1))
                return at;
            if (!blank)
                blank = at;
        } else if (text_ends_with((Text){text.bytes, at}, TEXT(ideographic_stop))) {
            return at;
        }
    }
    return blank ? blank : character_before(text, limit, limit - CUT_SEARCH_BYTES);
}

static void add_section(Layout *layout, Section section)
{
    ARRAY_PUSH(layout->arena, layout->sections, section);
}

static void add_sections_of(Layout *layout, size_t index)
{
    const Block *blocks = layout->article->blocks.items;
    Range range = blocks[index].range;
    Section section = {.start = (uint32_t)range.start, .block = (uint32_t)index, .first = true};

    section.blanks_above = blanks_above(layout->article, index) & 3U;
    do {
        add_section(layout, section);
        section.start =
            (uint32_t)section_end(layout->article->text, range, section.start, blocks[index].kind == BLOCK_VERBATIM);
        section.first = false;
        section.blanks_above = 0;
    } while (section.start < range.end);
}

/* Of a page in parts: the line that says so. False: there is none to add. */
static bool add_next_part(Layout *layout)
{
    const Article *article = layout->article;

    if (layout->has_next || article->next_page.size == 0 || article->blocks.count == 0)
        return false;
    layout->has_next = true;
    add_section(layout, (Section){.start = (uint32_t)article->blocks.items[article->blocks.count - 1].range.end,
                                  .block = (uint32_t)article->blocks.count,
                                  .first = true,
                                  .blanks_above = 1});
    return true;
}

/* Add the sections of one more block. False: there is no more. */
static bool add_block(Layout *layout)
{
    Article *article = layout->article;

    while (layout->block_count == article->blocks.count) {
        size_t indexed = article->indexed;

        if (article->complete)
            return add_next_part(layout);
        if (!article_index(article, indexed + INDEX_STEP_BYTES) && layout->block_count == article->blocks.count)
            return false;
    }
    add_sections_of(layout, layout->block_count++);
    return true;
}

/* Is there a section `index`? Adds it when it is not there yet. */
static bool has_section(Layout *layout, size_t index)
{
    while (index >= layout->sections.count) {
        if (!add_block(layout)) {
            if (layout->sections.count == 0)
                add_section(layout, (Section){.first = true});
            return index < layout->sections.count;
        }
    }
    return true;
}

static bool is_next_part(const Layout *layout, const Section *section)
{
    return layout->has_next && section->block >= layout->article->blocks.count;
}

static const Block *block_of(const Layout *layout, const Section *section)
{
    const Article *article = layout->article;

    if (is_next_part(layout, section))
        return &behind_text;
    return section->block < article->blocks.count ? &article->blocks.items[section->block] : &no_block;
}

static Range section_range(const Layout *layout, size_t index)
{
    const Section *section = &layout->sections.items[index], *next = section + 1;
    bool is_last = index + 1 == layout->sections.count || next->block != section->block;

    if (is_next_part(layout, section))
        return (Range){section->start, section->start};
    return (Range){section->start, is_last ? block_of(layout, section)->range.end : next->start};
}

static bool has_text(const Layout *layout, const Section *section)
{
    return block_has_text(block_of(layout, section)->kind);
}

/* ---- lines of a section ---- */

/* Columns for the number of an ordered item: as many as the last of its list needs. */
static int number_columns(const Layout *layout, size_t index)
{
    const Article *article = layout->article;
    size_t number = article->blocks.items[index].number;
    int digits = 1;

    for (size_t power = 10; power <= 100000; power *= 10) {
        size_t sibling = index + (power - number);

        if (power > number && (sibling >= article->blocks.count || article->blocks.items[sibling].number != power ||
                               article->blocks.items[sibling].kind != BLOCK_ORDERED_ITEM))
            break;
        digits++;
    }
    return digits + 2; /* "1. " */
}

static int indent_of(const Layout *layout, const Section *section)
{
    int indent = (int)block_of(layout, section)->indent;

    switch (block_of(layout, section)->kind) {
    case BLOCK_CAPTION:
    case BLOCK_CREDIT:
    case BLOCK_LIST_ITEM:
    case BLOCK_BLOCKQUOTE:
    case BLOCK_CITE:
        indent += 2;
        break;
    case BLOCK_ORDERED_ITEM:
        indent += number_columns(layout, section->block);
        break;
    default:
        break;
    }
    return indent <= layout->columns / 4 ? indent : layout->columns / 4;
}

static void break_section(Layout *layout, Arena *scratch, size_t index, LineList *lines)
{
    const Section *section = &layout->sections.items[index];
    Range range = section_range(layout, index);
    Text text = layout->article->text;
    int indent = indent_of(layout, section);
    size_t above = lines->count;

    if (layout->numbers)
        link_spans_cover(layout->numbers, range.end);
    switch (block_of(layout, section)->kind) {
    case BLOCK_KICKER:
        ARRAY_PUSH(scratch, *lines, (Line){.kind = LINE_KICKER});
        break;
    case BLOCK_META:
        ARRAY_PUSH(scratch, *lines, (Line){.kind = LINE_META});
        break;
    case BLOCK_RULE:
        ARRAY_PUSH(scratch, *lines, (Line){.kind = is_next_part(layout, section) ? LINE_NEXT : LINE_RULE});
        break;
    case BLOCK_VERBATIM:
        break_verbatim(scratch, text, range, indent, layout->columns, layout->charset, layout->numbers, lines);
        indent = 0; /* they have it */
        break;
    default:
        break_lines(scratch, text, range, layout->columns - indent, layout->charset, layout->numbers, lines);
        break;
    }
    if (lines->count == above) /* nothing but blanks */
        ARRAY_PUSH(scratch, *lines, (Line){.kind = LINE_TEXT});
    for (size_t i = above; i < lines->count; i++) {
        lines->items[i].indent += (unsigned char)indent;
        if (lines->items[i].range.end == 0)
            lines->items[i].range = (Range){section->start, section->start};
    }
    lines->items[above].first = section->first;
}

/* The lines of a section; good until another is laid out. */
static const SectionLines *laid_out(Layout *layout, size_t index)
{
    Section *section = &layout->sections.items[index];
    SectionLines fresh = {.section = index};
    Arena scratch = {0};
    LineList lines = {0};

    assert(index < layout->sections.count);
    if (section->lines)
        return &layout->laid_out.items[section->lines - 1];
    for (unsigned i = 0; i < section->blanks_above; i++)
        ARRAY_PUSH(&scratch, lines, ((Line){.kind = LINE_BLANK, .range = {section->start, section->start}}));
    break_section(layout, &scratch, index, &lines);
    fresh.count = lines.count;
    fresh.items = ARENA_ARRAY(layout->lines, Line, lines.count);
    memcpy(fresh.items, lines.items, lines.count * sizeof *lines.items);
    ARRAY_PUSH(layout->lines, layout->laid_out, fresh);
    section->lines = (unsigned)layout->laid_out.count & INT32_MAX >> 2;
    arena_release(&scratch);
    return &layout->laid_out.items[section->lines - 1];
}

void layout_forget_lines(Layout *layout)
{
    for (size_t i = 0; i < layout->laid_out.count; i++)
        layout->sections.items[layout->laid_out.items[i].section].lines = 0;
    memset(&layout->laid_out, 0, sizeof layout->laid_out);
    arena_reset(layout->lines);
}

const Line *layout_line(Layout *layout, LinePosition position)
{
    return &laid_out(layout, position.section)->items[position.line];
}

const Block *layout_block(Layout *layout, LinePosition position)
{
    return block_of(layout, &layout->sections.items[position.section]);
}

size_t layout_block_index(Layout *layout, LinePosition position)
{
    size_t block = layout->sections.items[position.section].block, count = layout->article->blocks.count;

    return block < count || count == 0 ? block : count - 1;
}

/* ---- movement ---- */

LinePosition layout_first(Layout *layout)
{
    (void)has_section(layout, 0);
    return (LinePosition){0, 0};
}

static LinePosition last_of(Layout *layout, size_t section)
{
    return (LinePosition){section, laid_out(layout, section)->count - 1};
}

LinePosition layout_last(Layout *layout)
{
    while (add_block(layout))
        ;
    (void)has_section(layout, 0);
    return last_of(layout, layout->sections.count - 1);
}

static long move_down(Layout *layout, LinePosition *position, long lines)
{
    long moved = 0;

    for (;;) {
        long left = (long)laid_out(layout, position->section)->count - 1 - (long)position->line;

        if (lines - moved <= left || !has_section(layout, position->section + 1)) {
            long step = lines - moved < left ? lines - moved : left;

            position->line += (size_t)step;
            return moved + step;
        }
        moved += left + 1;
        *position = (LinePosition){position->section + 1, 0};
    }
}

static long move_up(Layout *layout, LinePosition *position, long lines)
{
    long moved = 0;

    for (;;) {
        long left = (long)position->line;

        if (lines - moved <= left || position->section == 0) {
            long step = lines - moved < left ? lines - moved : left;

            position->line -= (size_t)step;
            return moved + step;
        }
        moved += left + 1;
        *position = last_of(layout, position->section - 1);
    }
}

long layout_move(Layout *layout, LinePosition *position, long lines)
{
    if (!has_section(layout, position->section))
        *position = layout_last(layout);
    if (lines >= 0)
        return move_down(layout, position, lines);
    return -move_up(layout, position, lines == LONG_MIN ? LONG_MAX : -lines);
}

int layout_compare(LinePosition a, LinePosition b)
{
    if (a.section != b.section)
        return a.section < b.section ? -1 : 1;
    return (a.line > b.line) - (a.line < b.line);
}

/* ---- positions and offsets ---- */

/* Known sections that start before `offset` (or at it, too). */
static size_t sections_before(const Layout *layout, size_t offset, bool at_too)
{
    const Section *sections = layout->sections.items;
    size_t at;

    LOWER_BOUND(at, layout->sections.count, sections[at].start < offset || (at_too && sections[at].start == offset));
    return at;
}

/*
 * The last section that starts at or before `offset` and has text; the first with text when there is none. Sections without text are
 * where the text before them ends, however many stand there: all start at one offset.
 */
static size_t section_at(const Layout *layout, size_t offset)
{
    const Section *sections = layout->sections.items;
    size_t index = sections_before(layout, offset, true);

    if (index && !has_text(layout, &sections[index - 1]))
        index = sections_before(layout, sections[index - 1].start, false);
    if (index)
        return index - 1;
    index = layout->sections.count ? sections_before(layout, sections[0].start, true) : 0;
    if (layout->sections.count && has_text(layout, &sections[0]))
        return 0;
    return index < layout->sections.count ? index : layout->sections.count - 1;
}

/* Sections until one ends behind `offset`. False: there is none, `offset` is past the end. */
static bool cover(Layout *layout, size_t offset)
{
    (void)has_section(layout, 0);
    while (section_range(layout, layout->sections.count - 1).end <= offset) {
        if (!add_block(layout))
            return false;
    }
    return true;
}

LinePosition layout_locate(Layout *layout, size_t offset)
{
    size_t index, first, after;
    const SectionLines *lines;

    if (!cover(layout, offset))
        return layout_last(layout);
    index = section_at(layout, offset);
    lines = laid_out(layout, index);
    first = layout->sections.items[index]
                .blanks_above; /* the first line of text, which is the one if it starts behind `offset`, too */
    LOWER_BOUND(after, lines->count - first, lines->items[first + after].range.start <= offset);
    return (LinePosition){index, after ? first + after - 1 : first};
}

size_t layout_offset(Layout *layout, LinePosition position)
{
    const Line *line = layout_line(layout, position);
    size_t index = position.section;

    if (line->kind == LINE_TEXT)
        return line->range.start;
    if (!has_text(layout, &layout->sections.items[index]))
        index = sections_before(layout, layout->sections.items[index].start, true);
    while (!has_section(layout, index) || !has_text(layout, &layout->sections.items[index])) {
        if (!has_section(layout, index++))
            return layout->article->text.size;
    }
    return laid_out(layout, index)->items[layout->sections.items[index].blanks_above].range.start;
}
