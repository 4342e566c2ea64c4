/*
 * The text that is found in pages: each NAME.html in tests/vectors/html has beside it what it should become, NAME.txt: a line for each block with its
 * kind, below it what in it is a link or set apart. A page that begins with "<!-- address: URL -->" came from there. Then pages that are large in one
 * thing or another, which must not take longer than their size.
 */
#include <string.h>
#include <time.h>

#include "base/unicode/unicode.h"
#include "html/body/html_body.h"
#include "html/metadata/html_metadata.h"
#include "html/tree/html_parse.h"
#include "vectors.h"

static const char folder[] = "tests/vectors/html";

/* ---- vectors ---- */

static Text address_of(Text page)
{
    static const Text opening = LITERAL("<!-- address: ");
    size_t end = text_find(page, TEXT(" -->"), 0);

    return text_starts_with(page, opening) && end != TEXT_NOT_FOUND ? text_slice(page, (Range){opening.size, end})
                                                                    : (Text){0};
}

static Article *article_of(Arena *arena, Text page)
{
    Article *article = article_new(arena);
    HtmlTree tree = {0};
    Report report;

    report_init(&report, arena, TEXT("page.html"));
    (void)html_parse(arena, page, &tree, &report);
    html_metadata_read(&tree, address_of(page), article);
    html_body_read(&tree, address_of(page), article);
    return article;
}

static void add_row(Arena *arena, TextBuffer *out, Text key, Text value)
{
    size_t at = 0;
    Text line;

    text_buffer_add(arena, out, key);
    text_buffer_add(arena, out, TEXT(":"));
    for (bool first = true; text_next_part(value, '\n', &at, &line); first = false) {
        text_buffer_add(arena, out, first ? TEXT(" ") : TEXT("\n    "));
        text_buffer_add(arena, out, line);
    }
    text_buffer_add(arena, out, TEXT("\n"));
}

static void add_marks(Arena *arena, TextBuffer *out, const Article *article, Range block)
{
    for (size_t i = 0; i < article->links.count; i++) {
        const Link *link = &article->links.items[i];
        const Text parts[] = {text_slice(article->text, link->range), TEXT(" -> "), link->url};

        if (range_overlaps(link->range, block))
            add_row(arena, out, TEXT("  link"), arena_join(arena, parts, COUNT_OF(parts)));
    }
    for (size_t i = 0; i < article->emphases.count; i++) {
        const Emphasis *emphasis = &article->emphases.items[i];

        if (range_overlaps(emphasis->range, block))
            add_row(arena, out, emphasis->styles & EMPHASIS_BOLD ? TEXT("  bold") : TEXT("  italic"),
                    text_slice(article->text, emphasis->range));
    }
}

static Text printed(Arena *arena, const Article *article)
{
    TextBuffer out = {0};

    if (article->page_kind != PAGE_ARTICLE)
        add_row(arena, &out, TEXT("page"), page_kind_name(article->page_kind));
    if (article->fields[FIELD_DESCRIPTION].size)
        add_row(arena, &out, TEXT("description"), article->fields[FIELD_DESCRIPTION]);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        Text kind = block_kind_name(block->kind);

        if (block_is_in_head(block->kind))
            continue;
        if (block->kind == BLOCK_ORDERED_ITEM)
            kind = arena_printf(arena, "%u", block->number);
        add_row(arena, &out, kind, article_block_text(article, i));
        add_marks(arena, &out, article, block->range);
    }
    return text_buffer_text(&out);
}

static void test_vectors(void)
{
    VectorNames list;

    vector_list(&list, folder, "", ".html");
    ok(list.count >= 30, "there are pages in %s: %zu", folder, list.count);
    for (size_t i = 0; i < list.count; i++) {
        Arena arena = {0};
        char path[VECTOR_PATH];
        Text page, name = text_from(list.names[i]);

        vector_path(path, folder, list.names[i]);
        ok(vector_read(&arena, path, &page), "%s", list.names[i]);
        name.size -= strlen(".html");
        vector_check(&arena, folder, arena_join(&arena, (const Text[]){name, TEXT(".txt")}, 2).bytes,
                     printed(&arena, article_of(&arena, page)));
        arena_release(&arena);
    }
    vector_list_release(&list);
}

/* ---- large ---- */

typedef struct Large {
    const char *what, *before, *repeated, *after;
    size_t times;
} Large;

#define SENTENCE "The council voted on Tuesday, after six hours, to keep the ferry running until the end of the year. "

static const Large larges[] = {
    {"paragraphs", "<article>", "<p>" SENTENCE, "</article>", 20000},
    {"elements in one another", "", "<div class=story-body>", SENTENCE, 250},
    {"text at each depth", "", "<div>" SENTENCE, "", 250},
    {"links", "<p>", "<a href=x>word</a> ", "</p>", 50000},
    {"classes of one element", "<div class='", "article-body ", "'><p>" SENTENCE, 50000},
    {"controls that hold paragraphs", "", "<button>", "<p>" SENTENCE, 250},
    {"the same text again and again", "", "<p>" SENTENCE "<h2>Ferry</h2>", "", 20000},
    {"cells", "<table>", "<tr><td>1<td>2<td>3", "</table>", 20000},
    {"items", "<ol>", "<li>" SENTENCE, "</ol>", 20000},
    {"words of one paragraph", "<p>", SENTENCE, "</p>", 50000},
    {"scripts that say they have bodies", "", "<script type='application/ld+json'>{\"articleBody\":\"x</script>",
     "<p>" SENTENCE, 20000},
    {"line breaks", "<div>", "<br>a", "</div>", 100000},
};

static Text large(Arena *arena, const Large *row)
{
    TextBuffer out = {0};

    text_buffer_add(arena, &out, text_from(row->before));
    for (size_t i = 0; i < row->times; i++)
        text_buffer_add(arena, &out, text_from(row->repeated));
    text_buffer_add(arena, &out, text_from(row->after));
    return text_buffer_text(&out);
}

static double processor_seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void test_large(void)
{
    for (size_t i = 0; i < COUNT_OF(larges); i++) {
        Arena arena = {0};
        Text page = large(&arena, &larges[i]);
        double start = processor_seconds();
        const Article *article = article_of(&arena, page);

        ok(article->complete && processor_seconds() - start < 5, "%s: %.1f s for %zu bytes", larges[i].what,
           processor_seconds() - start, page.size);
        arena_release(&arena);
    }
}

int main(void)
{
    unicode_init("C.UTF-8");
    test_vectors();
    test_large();
    return tap_done();
}
