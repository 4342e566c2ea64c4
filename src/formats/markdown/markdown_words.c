/*
 * What words are part of is known from what is open: in an item the first paragraph is the item's, and those behind it are set in below it; the last
 * line of a quotation may say whose it is, and is a block of its own.
 *
 *     - We go.        item begins, "We go."      LIST_ITEM "We go."
 *
 *       - Now.        item in it, "Now."         LIST_ITEM "Now.", set in
 */
#include "formats/markdown/markdown_words.h"

#include <string.h>

#include "formats/markdown/markdown_lines.h"
#include "formats/text/signs/character_references.h"

bool markdown_is_in_body(const MarkdownWriting *writing, const char *bytes)
{
    uintptr_t at = (uintptr_t)bytes, start = (uintptr_t)writing->guarded.bytes;

    return at >= start && at < start + writing->guarded.size;
}

/* Where a piece of the guarded body stands in the source; UNMAPPED: it is none. */
Range markdown_place_of(const MarkdownWriting *writing, Text piece)
{
    size_t at;

    if (!markdown_is_in_body(writing, piece.bytes))
        return UNMAPPED;
    at = writing->offset + (size_t)(piece.bytes - writing->guarded.bytes);
    return (Range){at, at + piece.size};
}

/* ---- which block words belong to ---- */

MarkdownContainer *markdown_innermost(const MarkdownWriting *writing)
{
    return writing->containers.count ? &writing->containers.items[writing->containers.count - 1] : NULL;
}

static bool is_in_quotation(const MarkdownWriting *writing)
{
    const MarkdownContainer *container = markdown_innermost(writing);

    return container && container->kind == CONTAINER_QUOTATION;
}

Block markdown_block_of_paragraph(const MarkdownWriting *writing)
{
    MarkdownContainer *item = markdown_innermost(writing);
    Block block = {.kind = BLOCK_PARAGRAPH};

    if (!item)
        return block;
    block.indent = item->indent & BLOCK_INDENT_MOST;
    if (item->kind == CONTAINER_QUOTATION) {
        block.kind = BLOCK_BLOCKQUOTE;
    } else if (item->kind == CONTAINER_ITEM && !item->begun) {
        unsigned own = item->number ? 3 : 2; /* the layout sets items in by their marks */

        block.kind = item->number ? BLOCK_ORDERED_ITEM : BLOCK_LIST_ITEM;
        block.number = item->number & BLOCK_NUMBER_MOST;
        block.indent = (item->indent - own) & BLOCK_INDENT_MOST;
        block.tight = item->tight;
    }
    return block;
}

static Block block_of_leaf(const MarkdownWriting *writing)
{
    const MarkdownContainer *container = markdown_innermost(writing);
    Block block = markdown_block_of_paragraph(writing);

    switch (writing->leaf) {
    case LEAF_HEADING:
        return (Block){.kind = BLOCK_HEADING};
    case LEAF_CODE:
        block.kind = writing->continues_note ? BLOCK_NOTE : BLOCK_VERBATIM;
        break;
    case LEAF_TABLE:
        block.kind = BLOCK_VERBATIM;
        break;
    default:
        return block;
    }
    block.number = 0;
    block.indent = container ? container->indent & BLOCK_INDENT_MOST : 0;
    return block;
}

void markdown_open_as(MarkdownWriting *writing, Block block)
{
    for (size_t i = 0; i < writing->containers.count; i++) /* not many: see markdown_guard.c */
        writing->containers.items[i].begun = true;
    markup_open(&writing->writer, block);
    writing->begins_line = true;
}

void markdown_open_leaf(MarkdownWriting *writing)
{
    if (!writing->writer.is_open)
        markdown_open_as(writing, block_of_leaf(writing));
    if (writing->leaf == LEAF_TABLE)
        markdown_begin_words(&writing->table, &writing->writer);
}

/* ---- the first words of a line ---- */

/* "[^a]: The tide": a note "[a] The tide". */
static void begin_footnote(MarkdownWriting *writing, size_t at, size_t end)
{
    Text label = text_slice(writing->body, (Range){at + 2, end - 1});

    markdown_open_as(writing, (Block){.kind = BLOCK_NOTE});
    markup_add(&writing->writer, TEXT("["), UNMAPPED);
    markup_add(&writing->writer, label, (Range){writing->offset + at + 2, writing->offset + end - 1});
    markup_add(&writing->writer, TEXT(" "), UNMAPPED);
    writing->passed = end;
}

/* Does a line of a quotation that begins so say whose it is? Something must have been said before, in no dialogue; and nobody's name is small. */
static bool is_cite(MarkdownWriting *writing, size_t at)
{
    enum { LONGEST = 200 };
    const Block *last = markup_last_block(&writing->writer);
    Text rest = text_slice(writing->body, (Range){at, writing->body.size}), before = markup_words(&writing->writer);
    size_t end = text_find_byte(rest, '\n', 0), dash = markdown_dash_size(rest);

    if (!is_in_quotation(writing) || !dash || (end == TEXT_NOT_FOUND ? rest.size : end) > LONGEST ||
        !markdown_is_last_line(writing->body, at) || markdown_dash_size(before))
        return false;
    return (before.size || (last && last->kind == BLOCK_BLOCKQUOTE)) && dash < rest.size &&
           !ascii_is_lower(rest.bytes[dash]);
}

static void begin_cite(MarkdownWriting *writing, size_t at)
{
    Block block = markdown_block_of_paragraph(writing);

    block.kind = BLOCK_CITE;
    markdown_open_as(writing, block);
    writing->passed = at + markdown_dash_size(text_slice(writing->body, (Range){at, writing->body.size}));
}

/* What a line begins with may be another block than the one that is open. `at`: in the body. */
static void begin_line(MarkdownWriting *writing, size_t at)
{
    BlockKind kind = writing->writer.block.kind;
    size_t end = writing->leaf == LEAF_PARAGRAPH ? markdown_footnote_end(writing->body, at) : 0;

    writing->begins_line = false;
    if (end && (kind == BLOCK_PARAGRAPH || kind == BLOCK_NOTE))
        begin_footnote(writing, at, end);
    else if (kind == BLOCK_BLOCKQUOTE && is_cite(writing, at))
        begin_cite(writing, at);
    writing->begins_line = false;
}

/* ---- words ---- */

/* Of the piece at `at` of the body, what is still to be written: "^" of "[^a]" is not. */
static void add_prose(MarkdownWriting *writing, size_t at, size_t end)
{
    at = at > writing->passed ? at : writing->passed;
    while (at < end) {
        Text rest = text_slice(writing->body, (Range){at, end});
        size_t note = text_find(rest, TEXT("[^"), 0);
        Text words = text_slice(rest, (Range){0, note == TEXT_NOT_FOUND ? rest.size : note + 1});

        markup_add(&writing->writer, words, (Range){writing->offset + at, writing->offset + at + words.size});
        at += words.size + (note != TEXT_NOT_FOUND);
    }
    writing->passed = end > writing->passed ? end : writing->passed;
}

void markdown_add_words(MarkdownWriting *writing, Text words)
{
    bool in_body = markdown_is_in_body(writing, words.bytes);
    size_t at = in_body ? (size_t)(words.bytes - writing->guarded.bytes) : 0;

    markdown_open_leaf(writing);
    if (in_body && writing->begins_line)
        begin_line(writing, at);
    if (!writing->images && !writing->writer.emphasis.styles && text_trim(words).size)
        writing->contents.plain = true;
    if (in_body)
        add_prose(writing, at, at + words.size);
    else
        markup_add(&writing->writer, words, UNMAPPED);
}

/* ---- tables ---- */

/*
 * Those of md4c want longer rules than people write (before 0.5), and leave out cells that a row has more than the first one. So a paragraph is a
 * table whose second line is a rule: what md4c finds in its words stays, and the bars part them.
 */
static void begin_table(MarkdownWriting *writing, size_t at)
{
    Text body = writing->body;
    size_t start = at, end = text_find_byte(body, '\n', at);

    writing->contents.begun = true;
    if (end == TEXT_NOT_FOUND || writing->leaf != LEAF_PARAGRAPH)
        return;
    while (start > 0 && body.bytes[start - 1] != '\n')
        start--;
    writing->rule.start = end + 1;
    while (writing->rule.start < body.size && strchr(" \t>", body.bytes[writing->rule.start]) &&
           body.bytes[writing->rule.start])
        writing->rule.start++;
    writing->rule.end = text_find_byte(body, '\n', writing->rule.start);
    if (text_find_byte(text_slice(body, (Range){start, end}), '|', 0) == TEXT_NOT_FOUND ||
        markdown_footnote_end(body, at) || !markdown_is_table_rule(text_slice(body, writing->rule)))
        return;
    writing->leaf = LEAF_TABLE;
    writing->table = (MarkdownTable){.columns = 0};
    if (!writing->writer.is_open)
        return;
    writing->writer.block.kind = BLOCK_VERBATIM; /* it began with what is set apart, or links */
    markdown_begin_words(&writing->table, &writing->writer);
}

/* "\|" is none; of code the backslash is in the words. */
static size_t find_bar(const MarkdownWriting *writing, Text words, size_t from)
{
    size_t at = from;

    while ((at = text_find_byte(words, '|', at)) != TEXT_NOT_FOUND) {
        const char *bar = words.bytes + at;
        bool is_first = at == 0 && (!markdown_is_in_body(writing, bar) || bar == writing->guarded.bytes);

        if (is_first || bar[-1] != '\\')
            return at;
        at++;
    }
    return words.size;
}

/* Of code in a cell "\|" is a bar: the backslash only keeps it from parting cells. */
static void add_cell(MarkdownWriting *writing, Text words)
{
    for (size_t at = 0, end; at < words.size; at = end) {
        size_t escape = text_find(words, TEXT("\\|"), at);

        end = escape == TEXT_NOT_FOUND ? words.size : escape + 1;
        markdown_add_words(writing, text_slice(words, (Range){at, escape == TEXT_NOT_FOUND ? end : escape}));
    }
}

static void add_cells(MarkdownWriting *writing, Text words)
{
    size_t offset =
        markdown_is_in_body(writing, words.bytes) ? (size_t)(words.bytes - writing->guarded.bytes) : NO_OFFSET;

    if (offset != NO_OFFSET && range_contains(writing->rule, offset))
        return;
    writing->begins_line = false;
    for (size_t at = 0, end; at < words.size; at = end + 1) {
        Text cell;

        end = find_bar(writing, words, at);
        cell = text_slice(words, (Range){at, end});
        while (!writing->table.in_cell && cell.size && ascii_is_blank(cell.bytes[0]))
            cell = text_slice(cell, (Range){1, cell.size});
        if (cell.size)
            add_cell(writing, cell);
        if (end < words.size) {
            if (!writing->writer.is_open)
                markdown_open_as(writing, block_of_leaf(writing));
            markdown_take_bar(&writing->table, &writing->writer);
        }
    }
}

void markdown_add_text(MarkdownWriting *writing, Text words)
{
    if (!writing->contents.begun && markdown_is_in_body(writing, words.bytes))
        begin_table(writing, (size_t)(words.bytes - writing->guarded.bytes));
    if (writing->leaf == LEAF_TABLE)
        add_cells(writing, words);
    else
        markdown_add_words(writing, words);
}

/* ---- words that stand for others, or as they are ---- */

/* "&amp;", or a name that is not known, which stays. */
void markdown_add_reference(MarkdownWriting *writing, Text words)
{
    uint32_t code_point;
    char bytes[4];

    if (!character_reference(words, &code_point)) {
        markdown_add_words(writing, words);
        return;
    }
    markdown_open_leaf(writing);
    writing->begins_line = false;
    writing->contents.plain = writing->contents.plain || !writing->images;
    markup_add(&writing->writer, (Text){bytes, utf8_encode(code_point, bytes)}, markdown_place_of(writing, words));
}

void markdown_add_kept(MarkdownWriting *writing, Text words)
{
    Range source = markdown_place_of(writing, words);

    if (!range_is_empty(source))
        words = text_slice(writing->body, (Range){source.start - writing->offset, source.end - writing->offset});
    markdown_open_leaf(writing);
    if (writing->continues_note)
        markup_add(&writing->writer, words, source);
    else
        markup_add_kept(&writing->writer, words, source);
}

/* ---- the end ---- */

void markdown_end_paragraph(MarkdownWriting *writing)
{
    MarkupWriter *writer = &writing->writer;
    bool is_table = writer->is_open && writing->leaf == LEAF_TABLE;
    bool is_picture = writing->contents.image && !writing->contents.plain;
    bool is_plain = writer->is_open && writer->block.kind == BLOCK_PARAGRAPH && writing->containers.count == 0 &&
                    writing->leaf == LEAF_PARAGRAPH;

    if (is_table) {
        markdown_end_row(&writing->table, writer);
        markdown_lay_out_table(&writing->table, writer);
        writing->leaf = LEAF_PARAGRAPH;
    }
    if (is_plain && markdown_take_head_line(writer, markup_words(writer))) {
        markup_discard(writer);
    } else if (is_plain && writer->block.kind == BLOCK_PARAGRAPH && is_picture) {
        writer->block.kind = BLOCK_CAPTION;
    } else if (is_plain && writer->block.kind == BLOCK_PARAGRAPH) {
        writer->block.kind = markdown_kind_of_paragraph(markup_words(writer));
    }
    markup_close(writer);
    writing->contents = (MarkdownContents){.image = false};
}
