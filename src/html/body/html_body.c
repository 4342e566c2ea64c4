/*
 * The blocks that are taken become blocks of the article, one after another; what belongs together in the page (items of a list, a caption and its
 * credit, the rows of a table) does so in the article. Links and emphases move with their words.
 */
#include "html/body/html_body.h"

#include "article/article_build.h"
#include "article/web_address.h"
#include "html/body/choice/body_quality.h"
#include "html/body/page_kinds.h"
#include "html/body/page_targets.h"
#include "html/body/table_text.h"
#include "html/body/taken_blocks.h"
#include "html/body/told_body.h"
#include "html/body/blocks/word_runs.h"
#include "html/tree/html_parse.h"

enum { REPEATED_TENTHS = 7 };

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

/* NULL: it has none. */
static const PageSpan *spans_of(const BodyWriter *writer, const PageBlock *block)
{
    return block->span_count ? &writer->choice->page.spans.items[block->span] : NULL;
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

    if (block_is_item(kind) && !form->begins_item)
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

/* "(", "Image:", "Jane Doe)": how many blocks from `at` on are one credit in brackets; 0: it is none. */
static size_t count_bracketed(const BodyWriter *writer, size_t at)
{
    enum { PARTS_MOST = 4 };
    uint32_t holder = writer->forms[at].holder;

    for (size_t i = at; i < writer->choice->page.blocks.count && i < at + PARTS_MOST; i++) {
        Text text = page_block_text(&writer->choice->page, i);

        if (!writer->written[i] || writer->forms[i].kind != BLOCK_CREDIT || writer->forms[i].holder != holder ||
            (i == at && !text_starts_with(text, TEXT("("))))
            return 0;
        if (text_find_byte(text, ')', 0) != TEXT_NOT_FOUND)
            return i > at ? i + 1 - at : 0;
    }
    return 0;
}

static void write_bracketed(BodyWriter *writer, size_t at, size_t count)
{
    TextBuffer text = {0};

    for (size_t i = at; i < at + count; i++) {
        text_buffer_add(writer->arena, &text, page_block_text(&writer->choice->page, i));
        if (text.items[text.count - 1] != '(' && i + 1 < at + count)
            ARRAY_PUSH(writer->arena, text, ' ');
    }
    begin_entry(writer, &writer->forms[at], BLOCK_CREDIT);
    article_build_block(&writer->builder, BLOCK_CREDIT, text_buffer_text(&text), 0);
}

static void write_body(BodyWriter *writer)
{
    for (size_t i = 0; i < writer->choice->page.blocks.count;) {
        size_t bracketed = count_bracketed(writer, i);

        if (bracketed) {
            write_bracketed(writer, i, bracketed);
            i += bracketed;
            continue;
        }
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

static void add_target(Article *article, Text base, Text reference)
{
    Link link = {.url = web_address_resolve(article->arena, base, reference)};

    if (link.url.size)
        ARRAY_PUSH(article->arena, article->links, link);
}

/* A page without a text has links to those that it stands for. */
static void add_targets(const BodyWriter *writer, PageKind kind)
{
    const HtmlTree *tree = writer->choice->page.tree;
    Article *article = writer->builder.article;
    Text frame;

    if (kind == PAGE_REDIRECT)
        add_target(article, writer->base, page_refresh_target(tree));
    for (size_t at = 0; kind == PAGE_FRAMES && (frame = page_next_frame(tree, &at)).size;)
        add_target(article, writer->base, frame);
}

void html_body_write(const BodyChoice *choice, Text address, Article *article)
{
    Arena *scratch = arena_within(article->arena);
    BodyWriter writer = {.arena = scratch, .builder = {.article = article}, .choice = choice};
    bool has_body;

    writer.forms = block_forms_read(scratch, &choice->facts);
    writer.written = ARENA_ARRAY(scratch, unsigned char, choice->page.blocks.count + 1);
    writer.base = base_of(scratch, choice->page.tree, address.size ? address : article->fields[FIELD_URL]);
    article->quality = body_quality(scratch, choice);
    article->page_kind = page_kind_find(choice);
    has_body = page_kind_has_body(article->page_kind) &&
               taken_blocks_read(scratch, choice, writer.forms, article, writer.written);
    if (!has_body && article->page_kind == PAGE_ARTICLE)
        article->page_kind = PAGE_EMPTY;
    if (has_body) {
        drop_repeated(&writer, FIELD_SUBTITLE);
        drop_repeated(&writer, FIELD_DESCRIPTION);
    }
    article_build_head(&writer.builder);
    if (has_body)
        write_body(&writer);
    else
        add_targets(&writer, article->page_kind);
    article_build_end(&writer.builder);
    arena_release(scratch);
}

/* Does a page show so little that its text may be in its scripts? What it keeps for those who pay is not looked for. */
static bool may_be_told(const BodyChoice *choice)
{
    enum { ENOUGH = 1500 /* letters */ };
    PageKind kind = page_kind_find(choice);

    return kind != PAGE_PAYWALL && (choice->letters < ENOUGH || !page_kind_has_body(kind));
}

static void choose_told(Arena *arena, HtmlTree *tree, BodyChoice *choice)
{
    enum { MUCH_MORE = 3 };
    Text told = told_body_find(arena, choice->page.tree);
    BodyChoice other;
    Report report;

    report_init(&report, arena, (Text){0});
    if (told.size < (size_t)choice->letters * MUCH_MORE || !html_parse(arena, told, tree, &report))
        return;
    body_choice_read(arena, tree, &other);
    if (page_kind_has_body(page_kind_find(&other)) && other.letters > choice->letters * MUCH_MORE)
        body_choice_move(&other, choice);
}

void html_body_read(const HtmlTree *tree, Text address, Article *article)
{
    Arena *scratch = arena_within(article->arena);
    BodyChoice choice;
    HtmlTree told;

    body_choice_read(scratch, tree, &choice);
    if (may_be_told(&choice))
        choose_told(scratch, &told, &choice);
    html_body_write(&choice, address, article);
    arena_release(scratch);
}
