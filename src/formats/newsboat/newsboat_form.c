/*
 * What newsboat hands to its pager: some lines that say what the item is (newsboat_head.h), and the item. With `html-renderer "cat"` that is its
 * HTML, all of which is the article: nothing in it is looked for, or left out, as in a page. What newsboat has rendered itself is plain text.
 *
 * Many feeds give no more than the start. That is told where what is there is short, ends with an ellipsis or with a link to the rest of it.
 */
#include "formats/formats.h"
#include "base/html/html_tags.h"
#include "formats/markup/html_words.h"
#include "formats/newsboat/newsboat_head.h"
#include "formats/text/forms/head.h"
#include "formats/text/plain_text.h"
#include "formats/text_file.h"

/* ---- the head ---- */

/* A value on one line, in the article's arena: newsboat breaks it at its width. */
static Text value_of(Arena *arena, Text source, const NewsboatHead *head, NewsboatLabel label)
{
    return arena_copy(arena, arena_on_one_line(arena, text_trim(text_slice(source, head->values[label]))));
}

/* "ada@example.com (Ada Quill)", "Ada Quill and Bo Lind": as in plain text, whatever the label says. */
static void read_author(Article *article, Text value)
{
    Text line = arena_join(article->arena, (const Text[]){TEXT("Author: "), value}, 2);
    HeadPart part = HEAD_BYLINE;
    HeadFields head;

    if (value.size == 0)
        return;
    head_read(article->arena, &line, &part, 1, &head);
    article->fields[FIELD_BYLINE] = head.fields[FIELD_BYLINE].size ? head.fields[FIELD_BYLINE] : value;
    for (size_t i = 0; i < head.authors.count; i++)
        ARRAY_PUSH(article->arena, article->authors, head.authors.items[i]);
}

static void read_head(Article *article, Text source, const NewsboatHead *head)
{
    Arena *arena = article->arena;

    article->fields[FIELD_SOURCE] = value_of(arena, source, head, NEWSBOAT_FEED);
    article->fields[FIELD_TITLE] = value_of(arena, source, head, NEWSBOAT_TITLE);
    article->fields[FIELD_DATE] = head_date(arena, value_of(arena, source, head, NEWSBOAT_DATE));
    article->fields[FIELD_URL] = value_of(arena, source, head, NEWSBOAT_LINK);
    read_author(article, value_of(arena, source, head, NEWSBOAT_AUTHOR));
}

/* Where title and byline stand, in their order. */
static void map_head(Article *article, const NewsboatHead *head)
{
    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        Range place = block->kind == BLOCK_TITLE    ? head->values[NEWSBOAT_TITLE]
                      : block->kind == BLOCK_BYLINE ? head->values[NEWSBOAT_AUTHOR]
                                                    : (Range){0, 0};

        if (!range_is_empty(place) && !range_is_empty(block->range))
            offset_map_add(article->arena, &article->source,
                           (OffsetSpan){(uint32_t)block->range.start, (uint32_t)place.start,
                                        (uint32_t)range_size(block->range), (uint32_t)range_size(place)});
    }
}

/* ---- the item ---- */

/* "<p>", "</div>", "<br/>": a tag, not "3 < 4" or "<name@example.com>". */
static bool has_tags(Text item)
{
    HtmlMark mark;

    for (size_t at = 0; html_next_mark(item, at, &mark); at = html_after_mark(item, &mark)) {
        if (mark.kind != HTML_MARK_OTHER && html_mark_tag(item, &mark) != HTML_OTHER &&
            text_ends_with(text_slice(item, mark.range), TEXT(">")))
            return true;
    }
    return false;
}

static void write_html(ArticleBuilder *builder, Text item, size_t offset)
{
    MarkupWriter writer = {.builder = builder, .source = item};
    HtmlWords html = {0};

    html_words_add(builder->article->arena, &html, item, (Range){offset, offset + item.size});
    html_words_write(&html, &writer);
    markup_close(&writer);
}

static Range moved(Range range, size_t by)
{
    return range_is_empty(range) ? range : (Range){range.start + by, range.end + by};
}

/* What is plain text is read as that, and comes behind the head. */
static void write_text(ArticleBuilder *builder, Text item, size_t offset)
{
    Article *article = builder->article;
    Arena *arena = article->arena;
    const Article *plain = article_from_plain_text(arena, item);
    size_t before = builder->text.count + 2;

    text_buffer_add(arena, &builder->text, TEXT("\n\n"));
    text_buffer_add(arena, &builder->text, plain->text);
    for (size_t i = 0; i < plain->blocks.count; i++) {
        Block block = plain->blocks.items[i];

        block.range = (Range){block.range.start + before, block.range.end + before};
        block.number = block.kind == BLOCK_ORDERED_ITEM ? block.number : 0;
        article_add_block(article, block, article_block_text(plain, i));
    }
    for (size_t i = 0; i < plain->emphases.count; i++)
        ARRAY_PUSH(arena, article->emphases,
                   ((Emphasis){moved(plain->emphases.items[i].range, before), plain->emphases.items[i].styles}));
    for (size_t i = 0; i < plain->links.count; i++) {
        Link link = plain->links.items[i];

        link.range = moved(link.range, before);
        ARRAY_PUSH(arena, article->links, link);
    }
    for (size_t i = 0; i < plain->source.spans.count; i++) {
        OffsetSpan span = plain->source.spans.items[i];

        span.text += (uint32_t)before;
        span.source += (uint32_t)offset;
        offset_map_add(arena, &article->source, span);
    }
}

/* ---- is there more of it? ---- */

static Text without_signs(Text words)
{
    static const Text signs[] = {LITERAL("→"), LITERAL("»"), LITERAL("›"), LITERAL(">"),
                                 LITERAL("…"), LITERAL("."), LITERAL("]"), LITERAL(")")};

    words = text_trim(words);
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (text_ends_with(words, signs[i])) {
            words = text_trim(text_slice(words, (Range){0, words.size - signs[i].size}));
            i = SIZE_MAX;
        }
    }
    while (words.size && (words.bytes[0] == '(' || words.bytes[0] == '['))
        words = text_slice(words, (Range){1, words.size});
    return words;
}

/* Does a link say so: "Read more »", "Continue reading The tide", "Weiterlesen"? */
static bool leads_on(Text words)
{
    static const Text starts[] = {
        LITERAL("read more"),      LITERAL("continue reading"), LITERAL("read the full"), LITERAL("read full"),
        LITERAL("read the rest"),  LITERAL("keep reading"),     LITERAL("full story"),    LITERAL("full article"),
        LITERAL("see more"),       LITERAL("read on"),          LITERAL("weiterlesen"),   LITERAL("mehr lesen"),
        LITERAL("lire la suite"),  LITERAL("en savoir plus"),   LITERAL("leer más"),      LITERAL("seguir leyendo"),
        LITERAL("continua"),       LITERAL("leggi tutto"),      LITERAL("lees verder"),   LITERAL("lees meer"),
        LITERAL("läs mer"),        LITERAL("les mer"),          LITERAL("læs mere"),      LITERAL("leia mais"),
        LITERAL("continue lendo"), LITERAL("czytaj"),           LITERAL("читать"),        LITERAL("続きを読む"),
        LITERAL("阅读全文")};

    words = without_signs(words);
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        if (text_equal_ignoring_case(text_slice(words, (Range){0, starts[i].size}), starts[i]))
            return true;
    }
    return text_equal_ignoring_case(words, TEXT("more")) || text_equal_ignoring_case(words, TEXT("mehr"));
}

static bool ends_with_ellipsis(Text words)
{
    static const Text ends[] = {LITERAL("…"),     LITERAL("..."), LITERAL("[…]"),
                                LITERAL("[...]"), LITERAL("(…)"), LITERAL("(...)")};

    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (text_ends_with(words, ends[i]))
            return true;
    }
    return false;
}

static size_t count_characters(Text text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.size; i++)
        count += (text.bytes[i] & 0xC0) != 0x80;
    return count;
}

/* `start`: where the item begins in the text. */
static bool is_excerpt(const Article *article, size_t start)
{
    enum { SHORT = 1200 /* characters */ };
    Text item = text_trim(text_slice(article->text, (Range){start, article->text.size}));
    const Link *last = article->links.count ? &article->links.items[article->links.count - 1] : NULL;

    if (article->fields[FIELD_URL].size == 0)
        return false;
    return count_characters(item) < SHORT || ends_with_ellipsis(item) ||
           (last && last->range.end + 4 >= article->text.size && leads_on(text_slice(article->text, last->range)));
}

/* ---- the whole ---- */

static bool recognises(Text head)
{
    NewsboatHead found;

    return newsboat_head(head, &found);
}

static void read_source(Article *article, Text source)
{
    ArticleBuilder builder = {.article = article};
    NewsboatHead head;
    Text item;
    size_t start;

    (void)newsboat_head(source, &head);
    read_head(article, source, &head);
    article_build_head(&builder);
    map_head(article, &head);
    start = builder.text.count;
    item = text_slice(source, (Range){head.end, source.size});
    if (has_tags(item))
        write_html(&builder, item, head.end);
    else if (text_trim(item).size)
        write_text(&builder, item, head.end);
    article_build_end(&builder);
    for (size_t i = 0; i < article->links.count; i++)
        article->links.items[i].text = text_slice(article->text, article->links.items[i].range);
    article->is_excerpt = is_excerpt(article, start);
}

/* What does not begin as newsboat's files is what it seems to be: the page with the whole text is opened by the same reader. */
static bool read_item(Article *article, File *file, Report *report)
{
    Text head = text_file_head(article->arena, file);

    if (!recognises(head))
        return format_of(report->path, head)->read(article, file, report);
    if (!text_file_decode(article->arena, file, report))
        return false;
    (void)file_load_all(file);
    read_source(article, file->bytes);
    if (article->text.size == 0)
        report_add(report, SEVERITY_ERROR, 1, 1, "the item is empty; expected a title and a text");
    return article->text.size > 0;
}

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    Article article = {.arena = arena};
    NewsboatHead found;

    if (!newsboat_head(head, &found))
        return format_of((Text){0}, head)->peek(arena, head, fields);
    read_head(&article, head, &found);
    memcpy(fields, article.fields, sizeof article.fields);
    return true;
}

const Format newsboat_format = {
    .name = LITERAL("newsboat"),
    .form = LITERAL("items of newsboat"),
    .help = LITERAL("what newsboat hands to its pager: the item of a feed, its HTML too"),
    .endings = LITERAL(""),
    .limit = LIMIT_ARTICLE_BYTES,
    .recognises = recognises,
    .read = read_item,
    .peek = peek,
};
