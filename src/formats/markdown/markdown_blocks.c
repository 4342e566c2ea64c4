/*
 * md4c calls for each block and span that begins and ends, and for each piece of text, which mostly lies in the text that it was given: so is known
 * where it stands.
 *
 *     > We go.        QUOTE begins, P begins, "We go.", soft break, "— A", P ends, QUOTE ends      BLOCKQUOTE "We go.", CITE "A"
 *     > — A
 *
 * What is within others (items of lists in lists, paragraphs in items) is known from the containers that are open. What is given to md4c has been
 * through markdown_guard.h, and what comes of it is counted: it may not be many times as much as there is.
 */
#include "formats/markdown/markdown_blocks.h"

#include "config.h"

#ifdef HAVE_MD4C

#include <assert.h>
#include <md4c.h>

#include "formats/markup/html_words.h"
#include "formats/markdown/markdown_guard.h"
#include "formats/markdown/markdown_lines.h"
#include "formats/markdown/markdown_table.h"
#include "formats/text/forms/head.h"
#include "formats/text/signs/character_references.h"

/* A quotation, a list or an item of one, that is open. */
typedef struct Container {
    MD_BLOCKTYPE type;
    unsigned number; /* of a list: of its next item; of an item: its own, or 0 */
    unsigned indent; /* columns that what it contains is set in */
    bool tight;      /* no blank lines between its items */
    bool begun;      /* it has a block already */
} Container;

/* What a paragraph has, which tells what it is. */
typedef struct Contents {
    bool image; /* it began with one */
    bool plain; /* words that are neither set apart nor an image's */
    bool begun; /* words at all: whether it is a table is known */
} Contents;

typedef struct Parse {
    Text body;     /* as it is */
    Text guarded;  /* as md4c sees it: the same size */
    size_t offset; /* of the body in the source */
    MarkupWriter writer;
    ARRAY(Container) containers;
    MD_BLOCKTYPE leaf; /* what the words belong to; MD_BLOCK_DOC: a paragraph */
    Contents contents;
    bool begins_line;
    size_t passed;   /* of the body, up to where it is written or left out */
    unsigned images; /* that are open, in one another */
    bool muted;      /* the words of an image that has a title */
    HtmlWords html;
    MarkdownTable table;
    Range rule;          /* of the table, in the body: nothing of it is words */
    bool continues_note; /* an indented block below a footnote */
    Text title;          /* to be left out of the body; empty: it was, or there is none */
    bool finds_title;    /* nothing else is wanted */
    Range title_place;
    size_t events, attribute_bytes; /* so far */
    bool is_too_much;
} Parse;

bool markdown_is_built(void)
{
    return true;
}

static Arena *arena_of(const Parse *parse)
{
    return parse->writer.builder->article->arena;
}

static bool is_in_body(const Parse *parse, const char *bytes)
{
    uintptr_t at = (uintptr_t)bytes, start = (uintptr_t)parse->guarded.bytes;

    return at >= start && at < start + parse->guarded.size;
}

/* Where a piece of the guarded body stands in the source; UNMAPPED: it is none. */
static Range place_of(const Parse *parse, Text piece)
{
    size_t at;

    if (!is_in_body(parse, piece.bytes))
        return UNMAPPED;
    at = parse->offset + (size_t)(piece.bytes - parse->guarded.bytes);
    return (Range){at, at + piece.size};
}

/* ---- what is counted ---- */

/* Nothing that a person writes makes more calls than it has bytes. */
static int count_event(Parse *parse)
{
    parse->is_too_much = parse->is_too_much || ++parse->events > 4 * parse->body.size + 1024;
    return parse->is_too_much ? -1 : 0;
}

/* One address may be that of many links: "[a]: https://…" and "[a] [a] [a]". */
static void count_attribute(Parse *parse, const MD_ATTRIBUTE *attribute)
{
    parse->attribute_bytes += attribute->size;
    parse->is_too_much = parse->is_too_much || parse->attribute_bytes > 16 * parse->body.size + (1 << 20);
}

/* ---- texts of links and images ---- */

/* It lasts as long as the article. */
static Text attribute_text(Parse *parse, const MD_ATTRIBUTE *attribute)
{
    TextBuffer buffer = {0};

    count_attribute(parse, attribute);
    if (parse->is_too_much || attribute->size == 0)
        return (Text){0};
    if (is_in_body(parse, attribute->text) && attribute->substr_types[0] == MD_TEXT_NORMAL &&
        attribute->substr_offsets[1] == attribute->size)
        return (Text){attribute->text, attribute->size};
    for (size_t i = 0; attribute->substr_offsets[i] < attribute->size; i++) {
        Text part = {attribute->text + attribute->substr_offsets[i],
                     attribute->substr_offsets[i + 1] - attribute->substr_offsets[i]};
        uint32_t code_point = REPLACEMENT_CHARACTER;
        char bytes[4];

        if (attribute->substr_types[i] == MD_TEXT_NULLCHAR ||
            (attribute->substr_types[i] == MD_TEXT_ENTITY && character_reference(part, &code_point)))
            part = (Text){bytes, utf8_encode(code_point, bytes)};
        text_buffer_add(arena_of(parse), &buffer, part);
    }
    return text_buffer_text(&buffer);
}

/* ---- which block words belong to ---- */

static Container *innermost(const Parse *parse)
{
    return parse->containers.count ? &parse->containers.items[parse->containers.count - 1] : NULL;
}

static bool is_in_quotation(const Parse *parse)
{
    const Container *container = innermost(parse);

    return container && container->type == MD_BLOCK_QUOTE;
}

static Block block_of_paragraph(const Parse *parse)
{
    Container *item = innermost(parse);
    Block block = {.kind = BLOCK_PARAGRAPH};

    if (!item)
        return block;
    block.indent = item->indent & BLOCK_INDENT_MOST;
    if (item->type == MD_BLOCK_QUOTE) {
        block.kind = BLOCK_BLOCKQUOTE;
    } else if (item->type == MD_BLOCK_LI && !item->begun) {
        unsigned own = item->number ? 3 : 2; /* the layout sets items in by their marks */

        block.kind = item->number ? BLOCK_ORDERED_ITEM : BLOCK_LIST_ITEM;
        block.number = item->number & BLOCK_NUMBER_MOST;
        block.indent = (item->indent - own) & BLOCK_INDENT_MOST;
        block.tight = item->tight;
    }
    return block;
}

static Block block_of_leaf(const Parse *parse)
{
    const Container *container = innermost(parse);
    Block block = block_of_paragraph(parse);

    switch (parse->leaf) {
    case MD_BLOCK_H:
        return (Block){.kind = BLOCK_HEADING};
    case MD_BLOCK_CODE:
        block.kind = parse->continues_note ? BLOCK_NOTE : BLOCK_VERBATIM;
        break;
    case MD_BLOCK_TABLE:
        block.kind = BLOCK_VERBATIM;
        break;
    default:
        return block;
    }
    block.number = 0;
    block.indent = container ? container->indent & BLOCK_INDENT_MOST : 0;
    return block;
}

static void open_as(Parse *parse, Block block)
{
    for (size_t i = 0; i < parse->containers.count; i++) /* not many: see markdown_guard.c */
        parse->containers.items[i].begun = true;
    markup_open(&parse->writer, block);
    parse->begins_line = true;
}

static void open_leaf(Parse *parse)
{
    if (!parse->writer.is_open)
        open_as(parse, block_of_leaf(parse));
    if (parse->leaf == MD_BLOCK_TABLE)
        markdown_begin_words(&parse->table, &parse->writer);
}

/* ---- the first words of a line ---- */

/* "[^a]: The tide": a note "[a] The tide". */
static void begin_footnote(Parse *parse, size_t at, size_t end)
{
    Text label = text_slice(parse->body, (Range){at + 2, end - 1});

    open_as(parse, (Block){.kind = BLOCK_NOTE});
    markup_add(&parse->writer, TEXT("["), UNMAPPED);
    markup_add(&parse->writer, label, (Range){parse->offset + at + 2, parse->offset + end - 1});
    markup_add(&parse->writer, TEXT(" "), UNMAPPED);
    parse->passed = end;
}

/* Does a line of a quotation that begins so say whose it is? Something must have been said before, in no dialogue; and nobody's name is small. */
static bool is_cite(Parse *parse, size_t at)
{
    enum { LONGEST = 200 };
    const Block *last = markup_last_block(&parse->writer);
    Text rest = text_slice(parse->body, (Range){at, parse->body.size}), before = markup_words(&parse->writer);
    size_t end = text_find_byte(rest, '\n', 0), dash = markdown_dash_size(rest);

    if (!is_in_quotation(parse) || !dash || (end == TEXT_NOT_FOUND ? rest.size : end) > LONGEST ||
        !markdown_is_last_line(parse->body, at) || markdown_dash_size(before))
        return false;
    return (before.size || (last && last->kind == BLOCK_BLOCKQUOTE)) && dash < rest.size &&
           !ascii_is_lower(rest.bytes[dash]);
}

static void begin_cite(Parse *parse, size_t at)
{
    Block block = block_of_paragraph(parse);

    block.kind = BLOCK_CITE;
    open_as(parse, block);
    parse->passed = at + markdown_dash_size(text_slice(parse->body, (Range){at, parse->body.size}));
}

/* What a line begins with may be another block than the one that is open. `at`: in the body. */
static void begin_line(Parse *parse, size_t at)
{
    BlockKind kind = parse->writer.block.kind;
    size_t end = parse->leaf == MD_BLOCK_DOC ? markdown_footnote_end(parse->body, at) : 0;

    parse->begins_line = false;
    if (end && (kind == BLOCK_PARAGRAPH || kind == BLOCK_NOTE))
        begin_footnote(parse, at, end);
    else if (kind == BLOCK_BLOCKQUOTE && is_cite(parse, at))
        begin_cite(parse, at);
    parse->begins_line = false;
}

/* ---- words ---- */

/* Of the piece at `at` of the body, what is still to be written: "^" of "[^a]" is not. */
static void add_prose(Parse *parse, size_t at, size_t end)
{
    at = at > parse->passed ? at : parse->passed;
    while (at < end) {
        Text rest = text_slice(parse->body, (Range){at, end});
        size_t note = text_find(rest, TEXT("[^"), 0);
        Text words = text_slice(rest, (Range){0, note == TEXT_NOT_FOUND ? rest.size : note + 1});

        markup_add(&parse->writer, words, (Range){parse->offset + at, parse->offset + at + words.size});
        at += words.size + (note != TEXT_NOT_FOUND);
    }
    parse->passed = end > parse->passed ? end : parse->passed;
}

static void add_words(Parse *parse, Text words)
{
    bool in_body = is_in_body(parse, words.bytes);
    size_t at = in_body ? (size_t)(words.bytes - parse->guarded.bytes) : 0;

    open_leaf(parse);
    if (in_body && parse->begins_line)
        begin_line(parse, at);
    if (!parse->images && !parse->writer.emphasis.styles && text_trim(words).size)
        parse->contents.plain = true;
    if (in_body)
        add_prose(parse, at, at + words.size);
    else
        markup_add(&parse->writer, words, UNMAPPED);
}

/* ---- tables ---- */

/*
 * Those of md4c want longer rules than people write (before 0.5), and leave out cells that a row has more than the first one. So a paragraph is a
 * table whose second line is a rule: what md4c finds in its words stays, and the bars part them.
 */
static void begin_table(Parse *parse, size_t at)
{
    Text body = parse->body;
    size_t start = at, end = text_find_byte(body, '\n', at);

    parse->contents.begun = true;
    if (end == TEXT_NOT_FOUND || parse->leaf != MD_BLOCK_DOC)
        return;
    while (start > 0 && body.bytes[start - 1] != '\n')
        start--;
    parse->rule.start = end + 1;
    while (parse->rule.start < body.size && strchr(" \t>", body.bytes[parse->rule.start]) &&
           body.bytes[parse->rule.start])
        parse->rule.start++;
    parse->rule.end = text_find_byte(body, '\n', parse->rule.start);
    if (text_find_byte(text_slice(body, (Range){start, end}), '|', 0) == TEXT_NOT_FOUND ||
        markdown_footnote_end(body, at) || !markdown_is_table_rule(text_slice(body, parse->rule)))
        return;
    parse->leaf = MD_BLOCK_TABLE;
    parse->table = (MarkdownTable){.columns = 0};
    if (!parse->writer.is_open)
        return;
    parse->writer.block.kind = BLOCK_VERBATIM; /* it began with what is set apart, or links */
    markdown_begin_words(&parse->table, &parse->writer);
}

/* "\|" is none; of code the backslash is in the words. */
static size_t find_bar(const Parse *parse, Text words, size_t from)
{
    size_t at = from;

    while ((at = text_find_byte(words, '|', at)) != TEXT_NOT_FOUND) {
        const char *bar = words.bytes + at;
        bool is_first = at == 0 && (!is_in_body(parse, bar) || bar == parse->guarded.bytes);

        if (is_first || bar[-1] != '\\')
            return at;
        at++;
    }
    return words.size;
}

/* Of code in a cell "\|" is a bar: the backslash only keeps it from parting cells. */
static void add_cell(Parse *parse, Text words)
{
    for (size_t at = 0, end; at < words.size; at = end) {
        size_t escape = text_find(words, TEXT("\\|"), at);

        end = escape == TEXT_NOT_FOUND ? words.size : escape + 1;
        add_words(parse, text_slice(words, (Range){at, escape == TEXT_NOT_FOUND ? end : escape}));
    }
}

static void add_cells(Parse *parse, Text words)
{
    size_t offset = is_in_body(parse, words.bytes) ? (size_t)(words.bytes - parse->guarded.bytes) : NO_OFFSET;

    if (offset != NO_OFFSET && range_contains(parse->rule, offset))
        return;
    parse->begins_line = false;
    for (size_t at = 0, end; at < words.size; at = end + 1) {
        Text cell;

        end = find_bar(parse, words, at);
        cell = text_slice(words, (Range){at, end});
        while (!parse->table.in_cell && cell.size && ascii_is_blank(cell.bytes[0]))
            cell = text_slice(cell, (Range){1, cell.size});
        if (cell.size)
            add_cell(parse, cell);
        if (end < words.size) {
            if (!parse->writer.is_open)
                open_as(parse, block_of_leaf(parse));
            markdown_take_bar(&parse->table, &parse->writer);
        }
    }
}

static void add_text(Parse *parse, Text words)
{
    if (!parse->contents.begun && is_in_body(parse, words.bytes))
        begin_table(parse, (size_t)(words.bytes - parse->guarded.bytes));
    if (parse->leaf == MD_BLOCK_TABLE)
        add_cells(parse, words);
    else
        add_words(parse, words);
}

/* ---- words that stand for others, or as they are ---- */

/* "&amp;", or a name that is not known, which stays. */
static void add_reference(Parse *parse, Text words)
{
    uint32_t code_point;
    char bytes[4];

    if (!character_reference(words, &code_point)) {
        add_words(parse, words);
        return;
    }
    open_leaf(parse);
    parse->begins_line = false;
    parse->contents.plain = parse->contents.plain || !parse->images;
    markup_add(&parse->writer, (Text){bytes, utf8_encode(code_point, bytes)}, place_of(parse, words));
}

static void add_kept(Parse *parse, Text words)
{
    Range source = place_of(parse, words);

    if (!range_is_empty(source))
        words = text_slice(parse->body, (Range){source.start - parse->offset, source.end - parse->offset});
    open_leaf(parse);
    if (parse->continues_note)
        markup_add(&parse->writer, words, source);
    else
        markup_add_kept(&parse->writer, words, source);
}

static void add_markup(Parse *parse, Text words)
{
    if (parse->leaf == MD_BLOCK_HTML)
        html_words_add(arena_of(parse), &parse->html, words, place_of(parse, words));
    else if (words.size > 3 && text_equal_ignoring_case(text_slice(words, (Range){0, 3}), TEXT("<br")) &&
             parse->writer.is_open)
        markup_end_line(&parse->writer);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *data)
{
    Parse *parse = data;
    Text words = {bytes, size};

    if (count_event(parse))
        return -1;
    if (parse->muted)
        return 0;
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        if (parse->leaf == MD_BLOCK_TABLE)
            markdown_end_row(&parse->table, &parse->writer);
        else if (parse->writer.is_open)
            markup_end_line(&parse->writer);
        parse->begins_line = true;
        break;
    case MD_TEXT_NULLCHAR:
        add_words(parse, TEXT("\uFFFD"));
        break;
    case MD_TEXT_ENTITY:
        add_reference(parse, words);
        break;
    case MD_TEXT_HTML:
        add_markup(parse, words);
        break;
    case MD_TEXT_CODE:
        if (parse->leaf == MD_BLOCK_CODE) {
            add_kept(parse, words);
            break;
        }
        add_text(parse, words);
        break;
    default:
        add_text(parse, words);
        break;
    }
    return 0;
}

/* ---- spans ---- */

static void begin_image(Parse *parse, const MD_SPAN_IMG_DETAIL *image)
{
    Text title = attribute_text(parse, &image->title);
    bool alone = parse->leaf == MD_BLOCK_DOC && !parse->contents.plain && !markup_words(&parse->writer).size;

    if (parse->images++)
        return;
    if (alone) {
        Block block = block_of_paragraph(parse);

        block.kind = BLOCK_CAPTION;
        block.number = 0;
        if (parse->writer.is_open)
            parse->writer.block.kind = BLOCK_CAPTION; /* within a link that has begun */
        else
            open_as(parse, block);
        parse->contents.image = true;
    }
    open_leaf(parse);
    markup_begin_link(&parse->writer, attribute_text(parse, &image->src));
    parse->begins_line = false;
    if (title.size) {
        markup_add(&parse->writer, title, place_of(parse, title));
        parse->muted = true;
    }
}

static void begin_link(Parse *parse, const MD_SPAN_A_DETAIL *link)
{
    open_leaf(parse);
    count_attribute(parse, &link->title); /* which is not shown */
    markup_begin_link(&parse->writer, attribute_text(parse, &link->href));
}

static void end_image(Parse *parse)
{
    if (parse->images == 0 || --parse->images)
        return;
    parse->muted = false;
    markup_end_link(&parse->writer);
    if (parse->writer.block.kind == BLOCK_CAPTION && parse->writer.link_depth == 0)
        markup_close(&parse->writer);
}

static void end_link(Parse *parse)
{
    markup_end_link(&parse->writer);
    if (parse->writer.block.kind == BLOCK_CAPTION && parse->contents.image && !parse->contents.plain)
        markup_close(&parse->writer);
}

static int on_span_begin(MD_SPANTYPE type, void *detail, void *data)
{
    Parse *parse = data;

    if (count_event(parse))
        return -1;
    switch (type) {
    case MD_SPAN_IMG:
        begin_image(parse, detail);
        break;
    case MD_SPAN_A:
        begin_link(parse, detail);
        break;
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
        open_leaf(parse);
        markup_set_apart(&parse->writer, type == MD_SPAN_EM ? EMPHASIS_ITALIC : EMPHASIS_BOLD, true);
        break;
    default:
        break;
    }
    return parse->is_too_much ? -1 : 0;
}

static int on_span_end(MD_SPANTYPE type, void *detail, void *data)
{
    Parse *parse = data;

    (void)detail;
    if (count_event(parse))
        return -1;
    switch (type) {
    case MD_SPAN_IMG:
        end_image(parse);
        break;
    case MD_SPAN_A:
        end_link(parse);
        break;
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
        markup_set_apart(&parse->writer, type == MD_SPAN_EM ? EMPHASIS_ITALIC : EMPHASIS_BOLD, false);
        break;
    default:
        break;
    }
    return 0;
}

static void end_paragraph(Parse *parse)
{
    MarkupWriter *writer = &parse->writer;
    bool is_table = writer->is_open && parse->leaf == MD_BLOCK_TABLE;
    bool is_picture = parse->contents.image && !parse->contents.plain;
    bool is_plain = writer->is_open && writer->block.kind == BLOCK_PARAGRAPH && parse->containers.count == 0 &&
                    parse->leaf == MD_BLOCK_DOC;

    if (is_table) {
        markdown_end_row(&parse->table, writer);
        markdown_lay_out_table(&parse->table, writer);
        parse->leaf = MD_BLOCK_DOC;
    }
    if (is_plain && markdown_take_head_line(writer, markup_words(writer))) {
        markup_discard(writer);
    } else if (is_plain && writer->block.kind == BLOCK_PARAGRAPH && is_picture) {
        writer->block.kind = BLOCK_CAPTION;
    } else if (is_plain && writer->block.kind == BLOCK_PARAGRAPH) {
        writer->block.kind = markdown_kind_of_paragraph(markup_words(writer));
    }
    markup_close(writer);
    parse->contents = (Contents){0};
}

/* ---- blocks ---- */

/* The title itself is no heading of the body. */
static int end_heading(Parse *parse, unsigned level)
{
    Text words = markup_words(&parse->writer);

    if (!parse->writer.is_open || words.size == 0)
        return 0;
    if (!parse->finds_title) {
        if (parse->title.size && text_equal(arena_on_one_line(arena_of(parse), words), parse->title)) {
            parse->title = (Text){0};
            markup_discard(&parse->writer);
        }
        return 0;
    }
    if (level == 1 || !markup_last_block(&parse->writer)) {
        parse->title = arena_copy(arena_of(parse), words);
        parse->title_place =
            offset_map_range(&parse->writer.builder->article->source,
                             (Range){parse->writer.block.range.start, parse->writer.block.range.start + words.size});
    }
    return level == 1 ? -1 : 0;
}

static void begin_container(Parse *parse, Container container)
{
    assert(parse->containers.items || parse->containers.capacity == 0);
    ARRAY_PUSH(arena_of(parse), parse->containers, container);
}

static void begin_list(Parse *parse, MD_BLOCKTYPE type, unsigned number, bool tight)
{
    const Container *outer = innermost(parse);
    Container list = {.type = type, .number = number, .tight = tight, .indent = outer ? outer->indent : 0};

    begin_container(parse, list);
}

static void begin_item(Parse *parse)
{
    Container *list = innermost(parse);
    Container item = {.type = MD_BLOCK_LI};

    if (!list)
        return;
    item.number = list->type == MD_BLOCK_OL ? list->number++ : 0;
    item.indent = list->indent + (item.number ? 3 : 2);
    if (item.indent > BLOCK_INDENT_MOST)
        item.indent = BLOCK_INDENT_MOST;
    item.tight = list->tight && (list->begun || parse->containers.count > 1);
    list->begun = true;
    begin_container(parse, item);
}

static void begin_quotation(Parse *parse)
{
    const Container *outer = innermost(parse);
    Container quotation = {.type = MD_BLOCK_QUOTE, .indent = outer ? outer->indent : 0};

    begin_container(parse, quotation);
}

static void begin_leaf(Parse *parse, MD_BLOCKTYPE type, const void *detail)
{
    const Block *last = markup_last_block(&parse->writer);

    parse->leaf = type;
    parse->continues_note = type == MD_BLOCK_CODE && last && last->kind == BLOCK_NOTE &&
                            ((const MD_BLOCK_CODE_DETAIL *)detail)->fence_char == '\0';
}

static int on_block_begin(MD_BLOCKTYPE type, void *detail, void *data)
{
    Parse *parse = data;

    if (count_event(parse))
        return -1;
    end_paragraph(parse); /* of an item whose lines stand in no paragraph */
    switch (type) {
    case MD_BLOCK_QUOTE:
        begin_quotation(parse);
        break;
    case MD_BLOCK_UL:
        begin_list(parse, type, 0, ((MD_BLOCK_UL_DETAIL *)detail)->is_tight);
        break;
    case MD_BLOCK_OL:
        begin_list(parse, type, ((MD_BLOCK_OL_DETAIL *)detail)->start, ((MD_BLOCK_OL_DETAIL *)detail)->is_tight);
        break;
    case MD_BLOCK_LI:
        begin_item(parse);
        break;
    case MD_BLOCK_HR:
        markup_add_textless(&parse->writer, BLOCK_RULE);
        break;
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
        begin_leaf(parse, type, detail);
        break;
    default:
        break;
    }
    return 0;
}

static int on_block_end(MD_BLOCKTYPE type, void *detail, void *data)
{
    Parse *parse = data;

    if (count_event(parse))
        return -1;
    switch (type) {
    case MD_BLOCK_H:
        if (end_heading(parse, ((MD_BLOCK_H_DETAIL *)detail)->level))
            return -1;
        break;
    case MD_BLOCK_HTML:
        html_words_write(&parse->html, &parse->writer);
        break;
    default:
        break;
    }
    end_paragraph(parse);
    parse->leaf = MD_BLOCK_DOC;
    if ((type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI) &&
        parse->containers.count)
        parse->containers.count--;
    return 0;
}

/* ---- the whole ---- */

static MarkdownResult run(Parse *parse)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_WIKILINKS,
        .enter_block = on_block_begin,
        .leave_block = on_block_end,
        .enter_span = on_span_begin,
        .leave_span = on_span_end,
        .text = on_text,
    };
    char *guarded = markdown_guard(arena_of(parse), parse->body);
    bool ended;

    parse->guarded = (Text){guarded, parse->body.size};
    ended = md_parse(guarded, (MD_SIZE)parse->body.size, &parser, parse) == 0;
    memcpy(guarded, parse->body.bytes, parse->body.size); /* addresses are in it */
    if (parse->is_too_much)
        return MARKDOWN_TOO_MUCH;
    if (!ended && !(parse->finds_title && parse->title.size))
        memory_exhausted(); /* for nothing else it gives up */
    return MARKDOWN_READ;
}

MarkdownResult markdown_find_title(Arena *arena, Text body, Text *title, Range *place)
{
    Arena scratch = {0};
    ArticleBuilder builder = {.article = article_new(&scratch)};
    Parse parse = {.body = body, .finds_title = true, .writer = {.builder = &builder, .source = body}};
    MarkdownResult result = run(&parse);

    *title = arena_copy(arena, arena_on_one_line(&scratch, parse.title));
    *place = markup_last_block(&parse.writer) ? UNMAPPED : parse.title_place;
    arena_release(&scratch);
    return result;
}

MarkdownResult markdown_write_body(ArticleBuilder *builder, Text body, size_t offset)
{
    Article *article = builder->article;
    Parse parse = {.body = body, .offset = offset, .writer = {.builder = builder, .source = body}};
    MarkdownResult result;

    parse.title = arena_on_one_line(article->arena, article->fields[FIELD_TITLE]);
    result = run(&parse);
    markup_close(&parse.writer);
    article_build_end(builder);
    for (size_t i = 0; i < article->links.count; i++)
        article->links.items[i].text = text_slice(article->text, article->links.items[i].range);
    for (size_t i = 0; i < article->blocks.count; i++) {
        if (article->blocks.items[i].kind == BLOCK_PARAGRAPH) {
            head_take_dateline(article, article->blocks.items[i].range);
            break;
        }
    }
    return result;
}

#else

bool markdown_is_built(void)
{
    return false;
}

MarkdownResult markdown_find_title(Arena *arena, Text body, Text *title, Range *place)
{
    (void)arena;
    (void)body;
    *title = (Text){0};
    *place = (Range){0, 0};
    return MARKDOWN_NOT_BUILT;
}

MarkdownResult markdown_write_body(ArticleBuilder *builder, Text body, size_t offset)
{
    (void)builder;
    (void)body;
    (void)offset;
    return MARKDOWN_NOT_BUILT;
}

#endif
