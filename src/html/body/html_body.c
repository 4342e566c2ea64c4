/*
 * The blocks that are chosen become blocks of the article, one after another; what belongs together in the page (items of a list, a caption and its
 * credit, the rows of a table) does so in the article. Links and emphases move with their words.
 */
#include "html/body/html_body.h"

#include "article/article_build.h"
#include "article/web_address.h"
#include "html/body/block_kinds.h"
#include "html/body/choice/body_quality.h"
#include "html/body/page_kinds.h"
#include "html/body/table_text.h"
#include "html/body/blocks/word_runs.h"

enum {
    CAPTIONS_BEFORE = 12 /* blocks before the text in which the caption of its first picture may stand */,
    REPEATED_TENTHS = 7,
    DATE_LINE = 60, /* bytes */
    DATE_WORDS = 9,
    HEAD_BLOCKS = 8,  /* from the first one on, among which a byline may stand behind a standfirst */
    TABLE_LEVELS = 4, /* from a table up to what holds the text too */
    PULL_QUOTES = 50  /* that are looked for at most */
};

typedef struct BodyWriter {
    Arena *arena; /* for a while */
    ArticleBuilder builder;
    const BodyChoice *choice;
    const BlockForm *forms;
    unsigned char *written; /* of blocks */
    Text base;              /* of relative addresses */
    uint32_t holder;        /* of the block before */
    BlockKind kind;
    size_t count; /* of body blocks so far */
} BodyWriter;

/* ---- which blocks ---- */

/* Are all words of a line, but those that join them, in what the head says? "By Nora Vik, Skarholm correspondent" are not. */
static bool says_only(Text line, Text head)
{
    static const Text joints[] = {LITERAL("by"), LITERAL("and"), LITERAL("von"), LITERAL("und"), LITERAL("par"),
                                  LITERAL("et"), LITERAL("por"), LITERAL("y"),   LITERAL("di"),  LITERAL("text")};
    size_t at = 0, words = 0;
    Text word;

    while (word_runs_next(line, &at, &word)) {
        words++;
        if (!TEXT_IS_ONE_OF(word, joints) && text_find(head, word, 0) == TEXT_NOT_FOUND)
            return false;
    }
    return words > 0;
}

static Text names_of_authors(Arena *arena, const Article *article)
{
    TextBuffer names = {0};

    text_buffer_add(arena, &names, article->fields[FIELD_BYLINE]);
    for (size_t i = 0; i < article->authors.count; i++) {
        text_buffer_add(arena, &names, TEXT("\n"));
        text_buffer_add(arena, &names, article->authors.items[i].name);
        text_buffer_add(arena, &names, TEXT(" "));
        text_buffer_add(arena, &names, article->authors.items[i].role);
    }
    return text_buffer_text(&names);
}

static bool is_number_of(Text word, size_t least, size_t most)
{
    size_t number;

    return text_to_number(word, most, &number) && number >= least;
}

/* A short line with a day and a year: "Wed 4 Mar 2026 18.10 GMT", "Posted on February 2, 2026 by". */
static bool is_date_line(Text line)
{
    bool has_year = false, has_day = false;
    size_t words = 0;
    Text word;

    for (size_t at = 0; line.size <= DATE_LINE && word_runs_next(line, &at, &word); words++) {
        has_year = has_year || is_number_of(word, 1900, 2099);
        has_day = has_day || is_number_of(word, 1, 31);
    }
    return has_year && has_day && words <= DATE_WORDS;
}

/* Before the text: what the article's head has already, since the metadata knew it. */
static bool is_head_again(const BodyWriter *writer, size_t block)
{
    const Article *article = writer->builder.article;
    Text text = page_block_text(&writer->choice->page, block);

    if (text.size > 300)
        return false;
    if (writer->choice->facts.blocks[block].is_title && text_equal_ignoring_case(text, article->fields[FIELD_TITLE]))
        return true;
    if (is_date_line(text) || (text.size < 120 && says_only(text, names_of_authors(writer->arena, article))))
        return true;
    return false;
}

/* Captions where the text is, and of a picture just before it. */
static void take_captions(BodyWriter *writer, size_t first, size_t last)
{
    const BodyChoice *choice = writer->choice;
    size_t from = first > CAPTIONS_BEFORE ? first - CAPTIONS_BEFORE : 0;

    for (size_t i = from; i < last; i++) {
        const ElementFacts *element = &choice->facts.elements[choice->page.blocks.items[i].element];
        BlockKind kind = writer->forms[i].kind;

        if ((kind == BLOCK_CAPTION || kind == BLOCK_CREDIT) && !element->strange &&
            choice->page.blocks.items[i].linked * 2 < choice->page.blocks.items[i].letters)
            writer->written[i] = true;
    }
}

/* Does the text go on around a table: do the blocks before and behind it stand in what holds it? */
static bool is_in_text(const BodyWriter *writer, uint32_t table, size_t before, size_t behind)
{
    const PageElement *elements = writer->choice->page.elements.items;
    uint32_t holder = elements[table].parent;

    for (int level = 0; level < TABLE_LEVELS && holder; level++, holder = elements[holder].parent) {
        uint32_t first = writer->choice->page.blocks.items[before].element,
                 second = writer->choice->page.blocks.items[behind].element;

        for (int i = 0; i < TABLE_LEVELS && first > holder; i++)
            first = elements[first].parent;
        for (int i = 0; i < TABLE_LEVELS && second > holder; i++)
            second = elements[second].parent;
        if (first == holder && second == holder)
            return true;
    }
    return false;
}

/* A table of data in the text is all there: its numbers are no sentences, which is what blocks are judged by. */
static void take_tables(BodyWriter *writer, size_t first, size_t last)
{
    const BodyChoice *choice = writer->choice;
    size_t before = first;

    for (size_t i = first; i < last;) {
        uint32_t table = writer->forms[i].is_cell ? writer->forms[i].holder : 0, letters = 0, linked = 0;
        size_t end = i;

        if (writer->written[i])
            before = i;
        for (; table && end < last && writer->forms[end].is_cell && writer->forms[end].holder == table; end++) {
            letters += choice->page.blocks.items[end].letters;
            linked += choice->page.blocks.items[end].linked;
        }
        if (end == i) {
            i++;
            continue;
        }
        if (end < choice->page.blocks.count && linked * 3 < letters && !choice->facts.elements[table].strange &&
            choice->facts.elements[table].furniture <= choice->facts.elements[choice->rules.top].furniture &&
            is_in_text(writer, table, before, end)) {
            for (size_t k = i; k < end; k++)
                writer->written[k] = true;
        }
        i = end;
    }
}

/* Without the marks around it. */
static Text without_marks(Text text)
{
    Text first = {0}, last = {0}, word;

    for (size_t at = 0; word_runs_next(text, &at, &word); last = word)
        first = first.size ? first : word;
    return first.size ? (Text){first.bytes, (size_t)(last.bytes - first.bytes) + last.size} : (Text){0};
}

/* A part of the text that is set once more beside it, in large letters: said again elsewhere, word for word. */
static void drop_pull_quotes(BodyWriter *writer)
{
    const BodyChoice *choice = writer->choice;
    Text all = body_choice_text(writer->arena, &choice->page, writer->written);

    for (size_t i = 0, looks = 0; i < choice->page.blocks.count && looks < PULL_QUOTES; i++) {
        Text text = without_marks(page_block_text(&choice->page, i));
        const ElementFacts *element = &choice->facts.elements[choice->page.blocks.items[i].element];
        size_t at;

        if (!writer->written[i] || text.size < 20 || text.size > 400 ||
            (writer->forms[i].kind != BLOCK_BLOCKQUOTE && !element->furniture_tags && !element->furniture))
            continue;
        looks++;
        at = text_find(all, text, 0);
        if (at != TEXT_NOT_FOUND && text_find(all, text, at + text.size) != TEXT_NOT_FOUND)
            writer->written[i] = false;
    }
}

static bool choose_written(BodyWriter *writer)
{
    const BodyChoice *choice = writer->choice;
    size_t count = choice->page.blocks.count, first = NO_INDEX, last = 0;

    for (size_t i = 0; i < count; i++) {
        writer->written[i] = choice->kept[i];
        if (!writer->written[i])
            continue;
        if ((first == NO_INDEX || i < first + HEAD_BLOCKS) && is_head_again(writer, i)) {
            writer->written[i] = false;
            continue;
        }
        first = first == NO_INDEX ? i : first;
        last = i;
    }
    if (first == NO_INDEX)
        return false;
    take_captions(writer, first, last);
    take_tables(writer, first, last);
    drop_pull_quotes(writer);
    return true;
}

/* Of so few letters it cannot be told which are the article: all of them are. Nothing is missing then. */
static bool is_small(const BodyChoice *choice)
{
    enum { SMALL = 400 };
    uint32_t letters = 0;

    for (size_t i = 0; i < choice->page.blocks.count && letters < SMALL; i++)
        letters += choice->page.blocks.items[i].letters;
    return letters < SMALL;
}

static bool choose_all(BodyWriter *writer)
{
    enum { WHOLE = 50 };
    const BodyChoice *choice = writer->choice;
    bool any = false, whole = true;

    for (size_t i = 0; i < choice->page.blocks.count; i++) {
        const PageBlock *block = &choice->page.blocks.items[i];

        if (is_head_again(writer, i))
            continue;
        writer->written[i] = block->linked * 2 < block->letters;
        any = any || writer->written[i];
        whole = whole && writer->written[i];
    }
    if (any && whole && writer->builder.article->quality < WHOLE)
        writer->builder.article->quality = WHOLE;
    return any;
}

/* ---- a block ---- */

static void add_link(BodyWriter *writer, const PageSpan *span, Range range)
{
    Article *article = writer->builder.article;
    Text reference = html_attribute(writer->choice->page.tree, span->link, TEXT("href"));
    Link link = {.range = range, .block = writer->builder.entry};

    link.url = web_address_resolve(article->arena, writer->base, text_trim(reference));
    if (!link.url.size)
        return;
    link.text = arena_copy(article->arena, text_slice(text_buffer_text(&writer->choice->page.text), span->range));
    ARRAY_PUSH(article->arena, article->links, link);
}

static const PageSpan *spans_of(const BodyWriter *writer, const PageBlock *block)
{
    return writer->choice->page.spans.items + block->span;
}

/* One link may be of several spans, where a part of it is set apart. */
static void add_links(BodyWriter *writer, const PageBlock *block, size_t start)
{
    const PageSpan *spans = spans_of(writer, block);

    for (uint32_t i = 0; i < block->span_count;) {
        PageSpan all = spans[i++];

        while (all.link && i < block->span_count && spans[i].link == all.link)
            all.range.end = spans[i++].range.end;
        if (all.link)
            add_link(writer, &all,
                     (Range){start + all.range.start - block->range.start, start + all.range.end - block->range.start});
    }
}

static void add_emphases(BodyWriter *writer, const PageBlock *block, size_t start)
{
    Article *article = writer->builder.article;
    const PageSpan *spans = spans_of(writer, block);

    for (uint32_t i = 0; i < block->span_count;) {
        PageSpan all = spans[i++];
        Emphasis emphasis = {.styles = all.styles};

        while (i < block->span_count && spans[i].styles == all.styles && spans[i].range.start == all.range.end)
            all.range.end = spans[i++].range.end;
        emphasis.range =
            (Range){start + all.range.start - block->range.start, start + all.range.end - block->range.start};
        if (all.styles)
            ARRAY_PUSH(article->arena, article->emphases, emphasis);
    }
}

static bool goes_with_last(const BodyWriter *writer, const BlockForm *form, BlockKind kind)
{
    if (!form->holder || form->holder != writer->holder)
        return false;
    switch (kind) {
    case BLOCK_LIST_ITEM:
    case BLOCK_ORDERED_ITEM:
        return writer->kind == kind;
    case BLOCK_CREDIT:
        return writer->kind == BLOCK_CAPTION;
    case BLOCK_CITE:
        return writer->kind == BLOCK_BLOCKQUOTE;
    default:
        return false;
    }
}

static void begin_entry(BodyWriter *writer, const BlockForm *form, BlockKind kind)
{
    if (!goes_with_last(writer, form, kind))
        writer->builder.entry++;
    writer->holder = form->holder;
    writer->kind = kind;
    writer->count++;
}

static void write_block(BodyWriter *writer, size_t at)
{
    const PageBlock *block = &writer->choice->page.blocks.items[at];
    const BlockForm *form = &writer->forms[at];
    BlockKind kind = form->kind;
    Article *article = writer->builder.article;
    Range range;

    if ((kind == BLOCK_LIST_ITEM || kind == BLOCK_ORDERED_ITEM) && !form->begins_item)
        kind = BLOCK_PARAGRAPH;
    if (block->after_rule && writer->count) {
        writer->builder.entry++;
        article_build_block(&writer->builder, BLOCK_RULE, (Text){0}, 0);
    }
    begin_entry(writer, form, kind);
    article_build_block(&writer->builder, kind, page_block_text(&writer->choice->page, at),
                        kind == BLOCK_ORDERED_ITEM ? form->number : 0);
    range = article->blocks.items[article->blocks.count - 1].range;
    if (range_size(range) > range_size(block->range))
        return;
    add_links(writer, block, range.start);
    if (kind != BLOCK_HEADING)
        add_emphases(writer, block, range.start);
}

/* ---- the body ---- */

/* A table from its first cell on; the block behind its last one. */
static size_t write_table(BodyWriter *writer, size_t at)
{
    uint32_t table = writer->forms[at].holder;
    TableText text;
    size_t end = at;

    while (end < writer->choice->page.blocks.count && writer->forms[end].is_cell && writer->forms[end].holder == table)
        end++;
    if (!table_text_read(writer->arena, &writer->choice->page, writer->forms, writer->written, (Range){at, end}, &text)) {
        for (size_t i = at; i < end; i++) {
            if (writer->written[i])
                write_block(writer, i);
        }
        return end;
    }
    for (size_t i = 0; i < text.count; i++) {
        begin_entry(writer, &(BlockForm){.kind = text.kind}, text.kind);
        article_build_block(&writer->builder, text.kind, text.items[i], 0);
    }
    return end;
}

static void write_body(BodyWriter *writer)
{
    for (size_t i = 0; i < writer->choice->page.blocks.count;) {
        if (writer->written[i] && writer->forms[i].is_cell && writer->forms[i].holder) {
            i = write_table(writer, i);
            continue;
        }
        if (writer->written[i])
            write_block(writer, i);
        i++;
    }
}

/* What stands in the body is not said in the head too: the page has it once. */
static void drop_repeated(BodyWriter *writer, ArticleField field)
{
    Text *text = &writer->builder.article->fields[field];
    WordRuns runs;

    if (!text->size)
        return;
    word_runs_read(writer->arena, &runs, body_choice_text(writer->arena, &writer->choice->page, writer->written));
    if (word_runs_share(&runs, *text) >= REPEATED_TENTHS)
        *text = (Text){0};
}

/* Where relative addresses start from: what <base href> says. */
static Text base_of(Arena *arena, const HtmlTree *tree, Text address)
{
    for (size_t i = 0; i < tree->nodes.count; i++) {
        Text base = tree->nodes.items[i].tag == HTML_BASE ? html_attribute(tree, i, TEXT("href")) : (Text){0};

        if (base.size)
            return web_address_resolve(arena, address, base);
    }
    return address;
}

void html_body_read(const HtmlTree *tree, Text address, Article *article)
{
    Arena *scratch = arena_within(article->arena);
    BodyWriter writer = {.arena = scratch, .builder = {.article = article}};
    BodyChoice choice;
    bool has_body;

    body_choice_read(scratch, tree, &choice);
    writer.choice = &choice;
    writer.forms = block_forms_read(scratch, &choice.facts);
    writer.written = ARENA_ARRAY(scratch, unsigned char, choice.page.blocks.count + 1);
    writer.base = base_of(scratch, tree, address.size ? address : article->fields[FIELD_URL]);
    article->quality = body_quality(&choice);
    article->page_kind = page_kind_find(&choice);
    has_body = page_kind_has_body(article->page_kind) &&
               ((!is_small(&choice) && choose_written(&writer)) || choose_all(&writer));
    if (!has_body && article->page_kind == PAGE_ARTICLE)
        article->page_kind = PAGE_EMPTY;
    if (has_body) {
        drop_repeated(&writer, FIELD_SUBTITLE);
        drop_repeated(&writer, FIELD_DESCRIPTION);
    }
    article_build_head(&writer.builder);
    if (has_body)
        write_body(&writer);
    article_build_end(&writer.builder);
    arena_release(scratch);
}
