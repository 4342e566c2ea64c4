/*
 * md4c calls for each block and span that begins and ends, and for each piece of text, which mostly lies in the text that it was given: so is known
 * where it stands.
 *
 *     > We go.        QUOTE begins, P begins, "We go.", soft break, "— A", P ends, QUOTE ends      BLOCKQUOTE "We go.", CITE "A"
 *     > — A
 *
 * What becomes of the words is in markdown_words.c. What is given to md4c has been through markdown_guard.h, and what comes of it is counted: it may
 * not be many times as much as there is.
 */
#include "formats/markdown/markdown_blocks.h"

#include "config.h"

#ifdef HAVE_MD4C

#include <assert.h>
#include <md4c.h>

#include "formats/markup/html_words.h"
#include "formats/markdown/markdown_guard.h"
#include "formats/markdown/markdown_words.h"
#include "formats/text/forms/head.h"
#include "formats/text/signs/character_references.h"

typedef struct Parse {
    MarkdownWriting writing;
    bool muted; /* the words of an image that has a title */
    HtmlWords html;
    Text title;       /* to be left out of the body; empty: it was, or there is none */
    bool finds_title; /* nothing else is wanted */
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
    return parse->writing.writer.builder->article->arena;
}

/* ---- what is counted ---- */

/* Nothing that a person writes makes more calls than it has bytes. */
static int count_event(Parse *parse)
{
    parse->is_too_much = parse->is_too_much || ++parse->events > 4 * parse->writing.body.size + 1024;
    return parse->is_too_much ? -1 : 0;
}

/* One address may be that of many links: "[a]: https://…" and "[a] [a] [a]". */
static void count_attribute(Parse *parse, const MD_ATTRIBUTE *attribute)
{
    parse->attribute_bytes += attribute->size;
    parse->is_too_much = parse->is_too_much || parse->attribute_bytes > 16 * parse->writing.body.size + (1 << 20);
}

/* ---- texts of links and images ---- */

/* It lasts as long as the article. */
static Text attribute_text(Parse *parse, const MD_ATTRIBUTE *attribute)
{
    TextBuffer buffer = {0};

    count_attribute(parse, attribute);
    if (parse->is_too_much || attribute->size == 0)
        return (Text){0};
    if (markdown_is_in_body(&parse->writing, attribute->text) && attribute->substr_types[0] == MD_TEXT_NORMAL &&
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

static void add_markup(Parse *parse, Text words)
{
    if (parse->writing.leaf == LEAF_HTML)
        html_words_add(arena_of(parse), &parse->html, words, markdown_place_of(&parse->writing, words));
    else if (words.size > 3 && text_equal_ignoring_case(text_slice(words, (Range){0, 3}), TEXT("<br")) &&
             parse->writing.writer.is_open)
        markup_end_line(&parse->writing.writer);
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
        if (parse->writing.leaf == LEAF_TABLE)
            markdown_end_row(&parse->writing.table, &parse->writing.writer);
        else if (parse->writing.writer.is_open)
            markup_end_line(&parse->writing.writer);
        parse->writing.begins_line = true;
        break;
    case MD_TEXT_NULLCHAR:
        markdown_add_words(&parse->writing, TEXT("\uFFFD"));
        break;
    case MD_TEXT_ENTITY:
        markdown_add_reference(&parse->writing, words);
        break;
    case MD_TEXT_HTML:
        add_markup(parse, words);
        break;
    case MD_TEXT_CODE:
        if (parse->writing.leaf == LEAF_CODE) {
            markdown_add_kept(&parse->writing, words);
            break;
        }
        markdown_add_text(&parse->writing, words);
        break;
    default:
        markdown_add_text(&parse->writing, words);
        break;
    }
    return 0;
}

/* ---- spans ---- */

static void begin_image(Parse *parse, const MD_SPAN_IMG_DETAIL *image)
{
    Text title = attribute_text(parse, &image->title);
    bool alone = parse->writing.leaf == LEAF_PARAGRAPH && !parse->writing.contents.plain &&
                 !markup_words(&parse->writing.writer).size;

    if (parse->writing.images++)
        return;
    if (alone) {
        Block block = markdown_block_of_paragraph(&parse->writing);

        block.kind = BLOCK_CAPTION;
        block.number = 0;
        if (parse->writing.writer.is_open)
            parse->writing.writer.block.kind = BLOCK_CAPTION; /* within a link that has begun */
        else
            markdown_open_as(&parse->writing, block);
        parse->writing.contents.image = true;
    }
    markdown_open_leaf(&parse->writing);
    markup_begin_link(&parse->writing.writer, attribute_text(parse, &image->src));
    parse->writing.begins_line = false;
    if (title.size) {
        markup_add(&parse->writing.writer, title, markdown_place_of(&parse->writing, title));
        parse->muted = true;
    }
}

static void begin_link(Parse *parse, const MD_SPAN_A_DETAIL *link)
{
    markdown_open_leaf(&parse->writing);
    count_attribute(parse, &link->title); /* which is not shown */
    markup_begin_link(&parse->writing.writer, attribute_text(parse, &link->href));
}

static void end_image(Parse *parse)
{
    if (parse->writing.images == 0 || --parse->writing.images)
        return;
    parse->muted = false;
    markup_end_link(&parse->writing.writer);
    if (parse->writing.writer.block.kind == BLOCK_CAPTION && parse->writing.writer.link_depth == 0)
        markup_close(&parse->writing.writer);
}

static void end_link(Parse *parse)
{
    markup_end_link(&parse->writing.writer);
    if (parse->writing.writer.block.kind == BLOCK_CAPTION && parse->writing.contents.image &&
        !parse->writing.contents.plain)
        markup_close(&parse->writing.writer);
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
        markdown_open_leaf(&parse->writing);
        markup_set_apart(&parse->writing.writer, type == MD_SPAN_EM ? EMPHASIS_ITALIC : EMPHASIS_BOLD, true);
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
        markup_set_apart(&parse->writing.writer, type == MD_SPAN_EM ? EMPHASIS_ITALIC : EMPHASIS_BOLD, false);
        break;
    default:
        break;
    }
    return 0;
}

/* ---- blocks ---- */

/* The title itself is no heading of the body. */
static int end_heading(Parse *parse, unsigned level)
{
    Text words = markup_words(&parse->writing.writer);

    if (!parse->writing.writer.is_open || words.size == 0)
        return 0;
    if (!parse->finds_title) {
        if (parse->title.size && text_equal(arena_on_one_line(arena_of(parse), words), parse->title)) {
            parse->title = (Text){0};
            markup_discard(&parse->writing.writer);
        }
        return 0;
    }
    if (level == 1 || !markup_last_block(&parse->writing.writer)) {
        parse->title = arena_copy(arena_of(parse), words);
        parse->title_place = offset_map_range(
            &parse->writing.writer.builder->article->source,
            (Range){parse->writing.writer.block.range.start, parse->writing.writer.block.range.start + words.size});
    }
    return level == 1 ? -1 : 0;
}

static void begin_container(Parse *parse, MarkdownContainer container)
{
    assert(parse->writing.containers.items || parse->writing.containers.capacity == 0);
    ARRAY_PUSH(arena_of(parse), parse->writing.containers, container);
}

static void begin_list(Parse *parse, MarkdownContainerKind kind, unsigned number, bool tight)
{
    const MarkdownContainer *outer = markdown_innermost(&parse->writing);
    MarkdownContainer list = {.kind = kind, .number = number, .tight = tight, .indent = outer ? outer->indent : 0};

    begin_container(parse, list);
}

static void begin_item(Parse *parse)
{
    MarkdownContainer *list = markdown_innermost(&parse->writing);
    MarkdownContainer item = {.kind = CONTAINER_ITEM};

    if (!list)
        return;
    item.number = list->kind == CONTAINER_ORDERED_LIST ? list->number++ : 0;
    item.indent = list->indent + (item.number ? 3 : 2);
    if (item.indent > BLOCK_INDENT_MOST)
        item.indent = BLOCK_INDENT_MOST;
    item.tight = list->tight && (list->begun || parse->writing.containers.count > 1);
    list->begun = true;
    begin_container(parse, item);
}

static void begin_quotation(Parse *parse)
{
    const MarkdownContainer *outer = markdown_innermost(&parse->writing);
    MarkdownContainer quotation = {.kind = CONTAINER_QUOTATION, .indent = outer ? outer->indent : 0};

    begin_container(parse, quotation);
}

static void begin_leaf(Parse *parse, MarkdownLeaf leaf)
{
    parse->writing.leaf = leaf;
    parse->writing.continues_note = false;
}

static void begin_code(Parse *parse, const MD_BLOCK_CODE_DETAIL *code)
{
    const Block *last = markup_last_block(&parse->writing.writer);

    begin_leaf(parse, LEAF_CODE);
    parse->writing.continues_note = last && last->kind == BLOCK_NOTE && code->fence_char == '\0';
}

static int on_block_begin(MD_BLOCKTYPE type, void *detail, void *data)
{
    Parse *parse = data;

    if (count_event(parse))
        return -1;
    markdown_end_paragraph(&parse->writing); /* of an item whose lines stand in no paragraph */
    switch (type) {
    case MD_BLOCK_QUOTE:
        begin_quotation(parse);
        break;
    case MD_BLOCK_UL:
        begin_list(parse, CONTAINER_LIST, 0, ((MD_BLOCK_UL_DETAIL *)detail)->is_tight);
        break;
    case MD_BLOCK_OL:
        begin_list(parse, CONTAINER_ORDERED_LIST, ((MD_BLOCK_OL_DETAIL *)detail)->start,
                   ((MD_BLOCK_OL_DETAIL *)detail)->is_tight);
        break;
    case MD_BLOCK_LI:
        begin_item(parse);
        break;
    case MD_BLOCK_HR:
        markup_add_textless(&parse->writing.writer, BLOCK_RULE);
        break;
    case MD_BLOCK_H:
        begin_leaf(parse, LEAF_HEADING);
        break;
    case MD_BLOCK_CODE:
        begin_code(parse, detail);
        break;
    case MD_BLOCK_HTML:
        begin_leaf(parse, LEAF_HTML);
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
        html_words_write(&parse->html, &parse->writing.writer);
        break;
    default:
        break;
    }
    markdown_end_paragraph(&parse->writing);
    parse->writing.leaf = LEAF_PARAGRAPH;
    if ((type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI) &&
        parse->writing.containers.count)
        parse->writing.containers.count--;
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
    char *guarded = markdown_guard(arena_of(parse), parse->writing.body);
    bool ended;

    parse->writing.guarded = (Text){guarded, parse->writing.body.size};
    ended = md_parse(guarded, (MD_SIZE)parse->writing.body.size, &parser, parse) == 0;
    memcpy(guarded, parse->writing.body.bytes, parse->writing.body.size); /* addresses are in it */
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
    Parse parse = {.writing = {.body = body, .writer = {.builder = &builder, .source = body}}, .finds_title = true};
    MarkdownResult result = run(&parse);

    *title = arena_copy(arena, arena_on_one_line(&scratch, parse.title));
    *place = markup_last_block(&parse.writing.writer) ? UNMAPPED : parse.title_place;
    arena_release(&scratch);
    return result;
}

MarkdownResult markdown_write_body(ArticleBuilder *builder, Text body, size_t offset)
{
    Article *article = builder->article;
    Parse parse = {.writing = {.body = body, .offset = offset, .writer = {.builder = builder, .source = body}}};
    MarkdownResult result;

    parse.title = arena_on_one_line(article->arena, article->fields[FIELD_TITLE]);
    result = run(&parse);
    markup_close(&parse.writing.writer);
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
