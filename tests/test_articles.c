/*
 * Article files of tests/vectors/articles with what is read from them beside each: messages, fields, blocks with their text, what the file
 * itself says of quotations and names.
 */
#include "article/article.h"
#include "base/unicode/printable.h"
#include "base/unicode/unicode.h"
#include "base/yaml/yaml.h"
#include "formats/formats.h"
#include "formats/markdown/markdown_blocks.h"
#include "page_reader.h"
#include "vectors.h"

static char folder[] = "tests/vectors/articles";

typedef struct Dump {
    Arena *arena;
    Text lines;
} Dump;

static void add(Dump *dump, const char *label, Text value)
{
    Text shown = printable_copy(dump->arena, value, CHARSET_UTF8);

    dump->lines =
        arena_join(dump->arena,
                   (const Text[]){dump->lines, text_from(label), text_from(*label ? ": " : ""), shown, TEXT("\n")}, 5);
}

/* Line ends within it are shown. */
static Text shown_lines(Arena *arena, Text text)
{
    TextBuffer shown = {0};
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        if (shown.count)
            text_buffer_add(arena, &shown, TEXT(" ⏎ "));
        text_buffer_add(arena, &shown, line);
    }
    return text_buffer_text(&shown);
}

static void dump_blocks(Dump *dump, const Article *article)
{
    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        Text label = arena_printf(dump->arena, "[%.*s%s%.0u%s%.0u]", TEXT_ARGS(block_kind_name(block->kind)),
                                  block->number ? " " : "", block->number, block->indent ? " in " : "", block->indent);

        add(dump, label.bytes, shown_lines(dump->arena, article_block_text(article, i)));
    }
    if (!range_is_empty(article->dateline))
        add(dump, "dateline range", text_slice(article->text, article->dateline));
}

/* With its words as they stand in the text, in brackets, and what is around them. */
static void dump_link(Dump *dump, const Article *article, const Link *link)
{
    enum { AROUND = 12 };
    Text text = article->text;
    Range range = link->range, before = {range.start > AROUND ? range.start - AROUND : 0, range.start},
          after = {range.end, range.end + AROUND};

    if (range_is_empty(range))
        add(dump, "link", link->url);
    else
        add(dump, "link",
            arena_printf(dump->arena, "%.*s | %.*s[%.*s]%.*s", TEXT_ARGS(link->url), TEXT_ARGS(text_slice(text, before)),
                         TEXT_ARGS(text_slice(text, range)), TEXT_ARGS(text_slice(text, after))));
}

static void dump_page(Dump *dump, const Article *article)
{
    for (size_t i = 0; i < article->pictures.count; i++)
        add(dump, "picture",
            arena_printf(dump->arena, "%.*s, %.*s", TEXT_ARGS(article->pictures.items[i].image),
                         TEXT_ARGS(article->pictures.items[i].alt)));
    if (article->quality != QUALITY_UNKNOWN)
        add(dump, "quality", arena_printf(dump->arena, "%d", article->quality));
    if (article->page_kind != PAGE_ARTICLE)
        add(dump, "page", page_kind_name(article->page_kind));
    if (article->next_page.size)
        add(dump, "next page", article->next_page);
    for (size_t i = 0; i < article->extras.count; i++)
        add(dump, "kept", article->extras.items[i].value->key->text);
}

static void dump_annotations(Dump *dump, const Article *article)
{
    static const char *const checks[] = {[CHECK_UNSAID] = "", [CHECK_NO] = " | not checked", [CHECK_YES] = " | checked"};

    for (size_t i = 0; i < article->authors.count; i++)
        add(dump, "author", article->authors.items[i].name);
    for (size_t i = 0; i < article->tags.count; i++)
        add(dump, "tag", article->tags.items[i]);
    for (size_t i = 0; i < article->links.count; i++)
        dump_link(dump, article, &article->links.items[i]);
    if (article->quotes_given)
        add(dump, "quotes given", TEXT(""));
    for (size_t i = 0; i < article->quotes.count; i++) {
        const GivenQuote *quote = &article->quotes.items[i];

        add(dump, "quote",
            arena_printf(dump->arena, "%.*s | %.*s%s", TEXT_ARGS(quote->speaker),
                         TEXT_ARGS(text_slice(article->text, quote->range)), checks[quote->check]));
    }
    if (article->entities_given)
        add(dump, "entities given", TEXT(""));
    for (size_t i = 0; i < article->entities.count; i++)
        add(dump, "entity",
            arena_printf(dump->arena, "%.*s %.*s, %zu other names", TEXT_ARGS(article->entities.items[i].type),
                         TEXT_ARGS(article->entities.items[i].name), article->entities.items[i].aliases.count));
}

static Text describe(Arena *arena, Article *article, const Report *report)
{
    Dump dump = {.arena = arena};

    for (size_t i = 0; i < report->problems.count; i++)
        add(&dump, "", report_line(report, &report->problems.items[i], arena));
    if (!article)
        return dump.lines;
    (void)article_index(article, SIZE_MAX);
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (article->fields[field].size)
            add(&dump, article_field_key((ArticleField)field).bytes, article->fields[field]);
    }
    if (article->is_excerpt)
        add(&dump, "excerpt", TEXT(""));
    dump_blocks(&dump, article);
    dump_annotations(&dump, article);
    dump_page(&dump, article);
    return arena_join(arena, (const Text[]){dump.lines, arena_printf(arena, "%zu words\n", article->length.words)}, 2);
}

static void test_file(const char *name)
{
    Arena arena = {0};
    char path[VECTOR_PATH];
    Article *article;
    Report report;
    File file;

    vector_path(path, folder, name);
    report_init(&report, &arena, text_from(name));
    if (!file_open(&file, path, &report)) {
        ok(false, "%s can be opened", name);
        return;
    }
    article = article_read(&arena, &file, NULL, &report);
    ok(article || report.error_count, "%s: an article, or errors", name);
    ok(strncmp(name, "good", 4) != 0 || report.problems.count == 0, "%s: no messages where there should be none", name);
    ok(strncmp(name, "bad", 3) != 0 || report.error_count > 0, "%s: errors where there should be", name);
    vector_check(&arena, folder, arena_printf(&arena, "%s.expected", name).bytes, describe(&arena, article, &report));
    file_close(&file);
    arena_release(&arena);
}

/* How many there are. */
static size_t test_files(const char *suffix)
{
    VectorNames files;
    size_t count;

    vector_list(&files, folder, "", suffix);
    for (size_t i = 0; i < files.count; i++) {
        if (strstr(files.names[i], "page-") && !HTML_IS_READ) /* a page in JSON, in a message */
            tap_skip("built without libxml2");
        else
            test_file(files.names[i]);
    }
    count = files.count;
    vector_list_release(&files);
    return count;
}

static size_t test_format(const Format *format)
{
    Arena arena = {0};
    size_t count = 0;
    Text ending;

    for (size_t at = 0; text_next_part(format->endings, ' ', &at, &ending);)
        count += test_files(arena_terminated(&arena, ending));
    ok(count > 0 || format->endings.size == 0, "%zu files of %s", count, format->name.bytes);
    arena_release(&arena);
    return count;
}

int main(void)
{
    size_t format_count, count = 0;
    const Format *const *formats = formats_all(&format_count);

    (void)unicode_init("C.UTF-8");
    use_built_page_reader();
    for (size_t i = 0; i < format_count; i++) {
        if (formats[i] == &markdown_format && !markdown_is_built())
            tap_skip("built without md4c");
        else if (formats[i] == &html_format && !HTML_IS_READ)
            tap_skip("built without libxml2");
        else
            count += test_format(formats[i]);
    }
    ok(count >= 110, "%zu files in all", count);
    return tap_done();
}
