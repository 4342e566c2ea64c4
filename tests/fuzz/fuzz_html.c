/*
 * Any bytes as a web page: its marks follow one another, what the guard leaves has its bounds, the tree is one, and what becomes of it as an article
 * is written and read back without a mistake. The first byte chooses what the page is said to be encoded in.
 */
#include "base/html/html_charset.h"
#include "base/html/html_page.h"
#include "formats/formats.h"
#include "formats/yaml/article_writer.h"
#include "fuzz/fuzz.h"
#include "html/html_article.h"
#include "html/tree/html_guard.h"
#include "html/tree/html_parse.h"

static void require_inside(Text part, Text whole)
{
    REQUIRE(part.size == 0 || (part.bytes >= whole.bytes && part.bytes + part.size <= whole.bytes + whole.size));
}

static void require_attributes(Text page, const HtmlMark *mark)
{
    size_t count = 0, end = mark->name.end;
    HtmlPair pair;

    for (size_t at = 0; html_next_attribute(page, mark, &at, &pair); count++) {
        REQUIRE(pair.name.size && pair.range.start >= end && pair.range.end <= mark->range.end);
        require_inside(pair.name, page);
        require_inside(pair.value, page);
        end = pair.range.end;
    }
    REQUIRE(count == mark->attribute_count);
}

static void require_marks(Text page)
{
    size_t end = 0, after;
    HtmlMark mark;

    for (size_t at = 0; html_next_mark(page, at, &mark); at = after) {
        after = html_after_mark(page, &mark);
        REQUIRE(page.bytes[mark.range.start] == '<' && mark.range.start >= end && mark.range.end > mark.range.start);
        REQUIRE(mark.range.end <= page.size && after >= mark.range.end && after <= page.size);
        REQUIRE(mark.name.end > mark.name.start || mark.kind == HTML_MARK_OTHER);
        if (mark.kind != HTML_MARK_OTHER)
            require_attributes(page, &mark);
        end = after;
    }
}

static void require_guarded(Arena *arena, Text page)
{
    Report report;
    HtmlMark mark;

    report_init(&report, arena, TEXT("page"));
    page = html_guard_attributes(arena, page, &report);
    for (size_t at = 0; html_next_mark(page, at, &mark); at = html_after_mark(page, &mark))
        REQUIRE(mark.kind == HTML_MARK_OTHER || mark.attribute_count <= HTML_ATTRIBUTES_MOST);
    REQUIRE(html_guard_levels(arena, page, &report).size <= page.size);
}

static void require_tree(Arena *arena, Text page)
{
    HtmlTree tree;
    Report report;

    report_init(&report, arena, TEXT("page"));
    REQUIRE(html_parse(arena, page, &tree, &report) == (tree.nodes.count > 1));
    for (size_t i = 0; i < tree.nodes.count; i++) {
        const HtmlNode *node = &tree.nodes.items[i], *parent = &tree.nodes.items[node->parent];

        REQUIRE(node->end > i && node->end <= parent->end && (i == 0 || node->parent < i));
        REQUIRE(node->tag != HTML_TEXT || (node->end == i + 1 && node->text.size));
        REQUIRE(node->attribute + node->attribute_count <= tree.attributes.count);
        REQUIRE(node->attribute_count <= HTML_ATTRIBUTES_MOST);
    }
    REQUIRE(tree.nodes.items[0].end == tree.nodes.count);
}

static void require_read_back(Arena *arena, const Article *article)
{
    SinkMemory memory = {.arena = arena};
    char buffer[4096];
    Report report;
    File file;
    Sink sink;

    if (!article_has_body(article))
        return;
    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    article_write_yaml(&sink, article);
    REQUIRE(sink_flush(&sink));
    report_init(&report, arena, TEXT("a.yaml"));
    file_from_text(&file, text_buffer_text(&memory.text));
    REQUIRE(article_format.read(article_new(arena), &file, &report) && report.error_count == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const Text told[] = {LITERAL(""), LITERAL("utf-8"), LITERAL("shift_jis"), LITERAL("latin1"),
                                LITERAL("utf-16")};
    Choices choices = {{(const char *)bytes, size}};
    Text charset = told[choose(&choices, COUNT_OF(told))];
    Arena arena = {0};
    Article *article = article_new(&arena);
    Report report;
    File file;

    require_marks(choices.left);
    (void)html_is_page(choices.left);
    report_init(&report, &arena, TEXT("page"));
    file_from_text(&file, choices.left);
    file.encoding = html_charset(file.bytes, charset);
    if (html_article_read(article, &file, TEXT("https://example.org/a/b.html"), &report)) {
        require_guarded(&arena, file.bytes);
        require_tree(&arena, file.bytes);
        require_read_back(&arena, article);
    }
    file_close(&file);
    arena_release(&arena);
    return 0;
}
