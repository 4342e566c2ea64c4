/*
 * What is told of pages: each NAME.html in tests/vectors/html-meta has beside it what it should be told to be, NAME.txt. A page that begins with
 * "<!-- address: URL -->" came from there. Then pages that are large in one thing or another.
 */
#include <string.h>
#include <time.h>

#include "base/unicode/unicode.h"
#include "html/metadata/author_names.h"
#include "html/metadata/html_metadata.h"
#include "html/tree/html_parse.h"
#include "random.h"
#include "vectors.h"

static const char folder[] = "tests/vectors/html-meta";

/* ---- vectors ---- */

static Text address_of(Text page)
{
    static const Text opening = LITERAL("<!-- address: ");
    size_t end = text_find(page, TEXT(" -->"), 0);

    return text_starts_with(page, opening) && end != TEXT_NOT_FOUND ? text_slice(page, (Range){opening.size, end})
                                                                    : (Text){0};
}

static Article *article_of(Arena *arena, Text page, Text address)
{
    Article *article = article_new(arena);
    HtmlTree tree = {0};
    Report report;

    report_init(&report, arena, TEXT("page.html"));
    (void)html_parse(arena, page, &tree, &report);
    html_metadata_read(&tree, address, article);
    return article;
}

static void add_row(Arena *arena, TextBuffer *out, Text key, Text value)
{
    const Text parts[] = {key, TEXT(": "), value, TEXT("\n")};

    if (value.size)
        text_buffer_add(arena, out, arena_join(arena, parts, COUNT_OF(parts)));
}

/* "Jane Doe (Staff Writer) https://example.org/jane" */
static Text author_row(Arena *arena, const Author *author)
{
    const Text parts[] = {author->name,
                          author->role.size ? TEXT(" (") : TEXT(""),
                          author->role,
                          author->role.size ? TEXT(")") : TEXT(""),
                          author->url.size ? TEXT(" ") : TEXT(""),
                          author->url};

    return arena_join(arena, parts, COUNT_OF(parts));
}

static Text printed(Arena *arena, const Article *article)
{
    TextBuffer out = {0};

    for (int field = 0; field < FIELD_COUNT; field++)
        add_row(arena, &out, article_field_key((ArticleField)field), article->fields[field]);
    for (size_t i = 0; i < article->authors.count; i++)
        add_row(arena, &out, TEXT("author"), author_row(arena, &article->authors.items[i]));
    for (size_t i = 0; i < article->tags.count; i++)
        add_row(arena, &out, TEXT("tag"), article->tags.items[i]);
    add_row(arena, &out, TEXT("next"), article->next_page);
    return text_buffer_text(&out);
}

static void test_vectors(void)
{
    VectorNames list;

    vector_list(&list, folder, "", ".html");
    ok(list.count >= 40, "there are pages in %s: %zu", folder, list.count);
    for (size_t i = 0; i < list.count; i++) {
        Arena arena = {0};
        char path[VECTOR_PATH];
        Text page, name = text_from(list.names[i]);

        vector_path(path, folder, list.names[i]);
        ok(vector_read(&arena, path, &page), "%s", list.names[i]);
        name.size -= strlen(".html");
        vector_check(&arena, folder, arena_join(&arena, (const Text[]){name, TEXT(".txt")}, 2).bytes,
                     printed(&arena, article_of(&arena, page, address_of(page))));
        arena_release(&arena);
    }
    vector_list_release(&list);
}

/* ---- large ---- */

/* `before`, so many times `repeated`, in which each "#" is its number, `after`. */
static Text large(Arena *arena, const char *before, const char *repeated, size_t times, const char *after)
{
    TextBuffer out = {0};

    text_buffer_add(arena, &out, text_from(before));
    for (size_t i = 0; i < times; i++) {
        for (const char *byte = repeated; *byte; byte++)
            text_buffer_add(arena, &out, *byte == '#' ? arena_printf(arena, "%zu", i) : (Text){byte, 1});
    }
    text_buffer_add(arena, &out, text_from(after));
    return text_buffer_text(&out);
}

typedef struct Large {
    const char *what, *before, *repeated, *after;
    size_t times;
    const char *title; /* NULL: whatever */
    size_t authors;
} Large;

#define PLAIN_TITLE "<title>Harbour closes for a week</title><h1>Harbour closes for a week</h1>"
#define JSON "<script type=\"application/ld+json\">"
#define ARTICLE_JSON JSON "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour closes for a week\","

static const Large larges[] = {
    {"authors in JSON-LD", ARTICLE_JSON "\"author\":[", "{\"name\":\"Jane Doe-#\"},", "]}</script>" PLAIN_TITLE, 10000,
     "Harbour closes for a week", AUTHORS_MOST},
    {"authors in one name", ARTICLE_JSON "\"author\":\"", "Jane Doe, ", "\"}</script>" PLAIN_TITLE, 10000,
     "Harbour closes for a week", 0},
    {"references to objects that are not there", ARTICLE_JSON "\"author\":[", "{\"@id\":\"#x#\"},",
     "]}</script>" PLAIN_TITLE, 10000, "Harbour closes for a week", 0},
    {"objects with ids", ARTICLE_JSON "\"author\":{\"@id\":\"x\"}}</script>" JSON "{\"@graph\":[",
     "{\"@id\":\"#\",\"name\":\"A\"},", "]}</script>" PLAIN_TITLE, 50000, "Harbour closes for a week", 0},
    {"arrays in one another", JSON, "[", "</script>" PLAIN_TITLE, 1000000, "Harbour closes for a week", 0},
    {"objects in one another", JSON, "{\"@graph\":", "</script>" PLAIN_TITLE, 100000, "Harbour closes for a week", 0},
    {"megabyte of JSON-LD", ARTICLE_JSON "\"articleBody\":\"", "It closed. ", "\"}</script>" PLAIN_TITLE, 100000,
     "Harbour closes for a week", 0},
    {"scripts of JSON-LD", "", JSON "{\"@type\":\"Person\",\"name\":\"Jane Doe\"}</script>", PLAIN_TITLE, 20000,
     "Harbour closes for a week", 0},
    {"meta elements", "", "<meta name=\"author\" content=\"Jane Doe-#\">", PLAIN_TITLE, 100000,
     "Harbour closes for a week", 0},
    {"headings", PLAIN_TITLE, "<h2 class=related>Harbour # closes</h2>", "", 50000, "Harbour closes for a week", 0},
    {"headings of the first level", "<title>Harbour closes for a week</title>", "<h1>Other harbour #</h1>", PLAIN_TITLE,
     50000, "Harbour closes for a week", 0},
    {"elements in a heading", "<title>Harbour closes for a week</title><h1>News: ", "<b></b>",
     "<i>Harbour closes for a week</i></h1>", 50000, "Harbour closes for a week", 0},
    {"bylines", PLAIN_TITLE, "<p class=byline>By Jane Doe</p>", "", 50000, "Harbour closes for a week", 1},
    {"dates", PLAIN_TITLE, "<p class=date>3/4/2024, 12:00</p>", "", 50000, "Harbour closes for a week", 0},
    {"times", PLAIN_TITLE, "<nav><time datetime=x itemprop=datePublished>x</time></nav>", "", 30000,
     "Harbour closes for a week", 0},
    {"links to a next page", PLAIN_TITLE, "<a rel=next href=\"/story/#\">next</a>", "", 50000,
     "Harbour closes for a week", 0},
    {"separators in a title", "<title>", "a | ", "</title>", 50000, NULL, 0},
    {"bytes of class names", PLAIN_TITLE "<p class=\"", "author-date ", "\">x</p>", 100000, "Harbour closes for a week",
     0},
    {"references in a value", "<meta property=\"og:title\" content=\"", "&amp;amp;", "\">" PLAIN_TITLE, 20000,
     "Harbour closes for a week", 0},
    {"inline elements in a line", PLAIN_TITLE "<p>", "<a>x</a> ", "</p>", 100000, "Harbour closes for a week", 0},
    {"keys of dates in a script", PLAIN_TITLE "<script>", "publishedAt ", "</script>", 100000,
     "Harbour closes for a week", 0},
};

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void test_large(const Large *test)
{
    enum { SECONDS_MOST = 5 };
    Arena arena = {0};
    Text page = large(&arena, test->before, test->repeated, test->times, test->after);
    double start = seconds();
    Article *article = article_of(&arena, page, TEXT("https://harbour.example/story"));
    double taken = seconds() - start;

    ok(taken < SECONDS_MOST, "%zu %s: %.2f seconds", test->times, test->what, taken);
    ok(!test->title || text_equal(article->fields[FIELD_TITLE], text_from(test->title)), "%s: the title is found",
       test->what);
    ok(article->authors.count >= test->authors && article->authors.count <= AUTHORS_MOST, "%s: %zu authors", test->what,
       article->authors.count);
    arena_release(&arena);
}

/* ---- damaged ---- */

/* Some bytes of the page are others, missing, or there twice. What is not UTF-8 then is mended as a page's would be. */
static Text damaged(Arena *arena, Text page)
{
    static const char signs[] = "<>\"'=&;/{}[]:,\\ \n0aZ-";
    TextBuffer out = {0};
    size_t every = 1 + random_below(page.size);
    Report report;
    Text mended;
    File file;

    for (size_t at = 0; at < page.size; at++) {
        switch (random_below(every) ? 3 : random_below(3)) {
        case 0:
            ARRAY_PUSH(arena, out, signs[random_below(strlen(signs))]);
            break;
        case 1:
            break;
        case 2:
            text_buffer_add(arena, &out, text_slice(page, (Range){random_below(page.size), at}));
            break;
        default:
            ARRAY_PUSH(arena, out, page.bytes[at]);
        }
    }
    report_init(&report, arena, TEXT("page.html"));
    file_from_text(&file, text_buffer_text(&out));
    mended = file.bytes.size && file_decode(&file, &report) ? arena_copy(arena, file.bytes) : (Text){0};
    file_close(&file);
    return mended;
}

static bool is_text(Text text)
{
    return utf8_find_invalid(text, 0) == TEXT_NOT_FOUND && text_find_byte(text, '\n', 0) == TEXT_NOT_FOUND;
}

static bool is_address(Text text)
{
    return text.size == 0 || text_starts_with(text, TEXT("http://")) || text_starts_with(text, TEXT("https://"));
}

static bool is_date(Text text)
{
    size_t number;

    return text.size == 0 ||
           (text.size >= strlen("2024-05") && text_to_number(text_slice(text, (Range){0, 4}), 9999, &number));
}

/* What holds of every page. */
static bool is_sound(const Article *article)
{
    bool sound = is_address(article->fields[FIELD_URL]) && is_address(article->next_page) &&
                 is_date(article->fields[FIELD_DATE]) && is_date(article->fields[FIELD_UPDATED]) &&
                 article->authors.count <= AUTHORS_MOST;

    for (size_t i = 0; i < FIELD_COUNT; i++)
        sound &= is_text(article->fields[i]);
    for (size_t i = 0; i < article->authors.count; i++) {
        const Author *author = &article->authors.items[i];

        sound &= author->name.size && is_text(author->name) && is_text(author->role) && is_address(author->url);
    }
    for (size_t i = 0; i < article->tags.count; i++)
        sound &= article->tags.items[i].size && is_text(article->tags.items[i]);
    return sound;
}

static void test_damaged(void)
{
    size_t copies = torture_is_long() ? 4000 : 40;
    unsigned long seed = random_begin(16);
    VectorNames list;

    vector_list(&list, folder, "", ".html");
    for (size_t i = 0; i < list.count; i++) {
        Arena arena = {0}, scratch = {0};
        char path[VECTOR_PATH];
        size_t sound = 0;
        Text page;

        vector_path(path, folder, list.names[i]);
        if (!vector_read(&arena, path, &page))
            continue;
        for (size_t copy = 0; copy < copies; copy++, arena_reset(&scratch))
            sound += is_sound(article_of(&scratch, damaged(&scratch, page), address_of(page)));
        ok(sound == copies, "%s, damaged %zu times with seed %lu", list.names[i], copies, seed);
        arena_release(&scratch);
        arena_release(&arena);
    }
    vector_list_release(&list);
}

int main(void)
{
    test_vectors();
    test_damaged();
    for (size_t i = 0; i < COUNT_OF(larges); i++)
        test_large(&larges[i]);
    return tap_done();
}
