/*
 * Links: where one leads, in what form it is handed on and shown; which of them a text has, in its order; and lines that are set with their numbers:
 * as they are without, but for the numbers, each directly behind the words of its link, in as much room as there is.
 */
#include <string.h>

#include "article/link_address.h"
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "layout/line_glyphs.h"
#include "random.h"
#include "tap.h"

static bool says(Text text, const char *expected)
{
    if (text_equal(text, text_from(expected)))
        return true;
    printf("# is     %.*s\n# should %s\n", TEXT_ARGS(text), expected);
    return false;
}

/* ---- addresses ---- */

static void test_addresses(void)
{
    static const struct {
        const char *base, *reference, *address;
    } rows[] = {
        {"", "https://example.org/a?b#c", "https://example.org/a?b#c"},
        {"https://example.org/x/y", "../b", "https://example.org/b"},
        {"https://example.org/x/y", "//other.example/z", "https://other.example/z"},
        {"", "../b", ""},
        {"", "www.example.org/a", "http://www.example.org/a"},
        {"https://example.org/", "www.example.org", "http://www.example.org"},
        {"", "mailto:desk@example.org?subject=a b", "mailto:desk@example.org?subject=a%20b"},
        {"", "MAILTO:Desk@example.org", "mailto:Desk@example.org"},
        {"", "mailto:a\nb\033]8;;@\a", "mailto:a%0Ab%1B]8;;@%07"},
        {"https://example.org/", "javascript:alert(1)", ""},
        {"https://example.org/", "file:///etc/passwd", ""},
        {"https://example.org/", "data:text/html,x", ""},
        {"", "-o/etc/x", ""},
        {"https://example.org/", "-o/etc/x", "https://example.org/-o/etc/x"},
        {"", "https://example.org/$(reboot);`x`|y", "https://example.org/$(reboot);%60x%60%7Cy"},
        {"", "https://example.org/\xC3\xBC\xE6\x9D\xB1", "https://example.org/%C3%BC%E6%9D%B1"},
        {"", "https://example.org/\xFF\x1B\\\x9D", "https://example.org/%FF%1B/%9D"},
        {"", "  https://example.org/a  ", "https://example.org/a"},
        {"", "", ""},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};

        ok(says(link_address(&arena, text_from(rows[i].base), text_from(rows[i].reference)), rows[i].address),
           "\"%s\" leads to \"%s\"", rows[i].reference[0] == ' ' ? "blanks" : rows[i].base, rows[i].address);
        arena_release(&arena);
    }
}

static Text long_address(Arena *arena, size_t size)
{
    TextBuffer buffer = {0};

    text_buffer_add(arena, &buffer, TEXT("https://example.org/"));
    while (buffer.count < size)
        text_buffer_add(arena, &buffer, TEXT("a"));
    return text_buffer_text(&buffer);
}

static void test_shown(void)
{
    static const struct {
        const char *address;
        size_t columns;
        const char *shown;
    } rows[] = {
        {"https://example.org/", 40, "example.org"},
        {"http://example.org/", 40, "http://example.org/"},
        {"https://example.org/a/b/", 40, "example.org/a/b/"},
        {"https://example.org/a/very/long/path/to/the/story.html", 24, "example.org/a/v…ory.html"},
        {"mailto:desk@example.org", 40, "mailto:desk@example.org"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Text shown = link_address_shown(&arena, text_from(rows[i].address), rows[i].columns);

        ok(says(shown, rows[i].shown) && printable_width(shown, CHARSET_UTF8) <= rows[i].columns, "%s in %zu columns",
           rows[i].address, rows[i].columns);
        arena_release(&arena);
    }
}

static void test_sizes(void)
{
    Arena arena = {0};

    ok(link_address(&arena, (Text){0}, long_address(&arena, LINK_ADDRESS_BYTES)).size == LINK_ADDRESS_BYTES,
       "the longest address");
    ok(link_address(&arena, (Text){0}, long_address(&arena, LINK_ADDRESS_BYTES + 1)).size == 0, "a longer one is none");
    arena_release(&arena);
}

/* ---- what a text has ---- */

static Article *read_text(Arena *arena, Text text)
{
    File *file = ARENA_NEW(arena, File);
    Article *article;
    Report report;

    report_init(&report, arena, TEXT("a text"));
    file_from_text(file, text);
    article = article_read(arena, file, NULL, &report);
    if (article)
        (void)article_index(article, SIZE_MAX);
    return article;
}

static Text address_of(Arena *arena, const LinkSpans *spans, size_t index)
{
    return link_address(arena, article_field(spans->article, FIELD_URL), link_span_reference(spans, index));
}

/* "1 words -> address\n" for each. */
static Text described(Arena *arena, const LinkSpans *spans)
{
    TextBuffer buffer = {0};

    for (size_t i = 0; i < spans->items.count; i++)
        text_buffer_add(arena, &buffer,
                        arena_printf(arena, "%zu %.*s -> %.*s\n", i + 1, TEXT_ARGS(link_span_words(spans, i)),
                                     TEXT_ARGS(address_of(arena, spans, i))));
    return text_buffer_text(&buffer);
}

static const char mixed[] =
    "title: Links\nurl: https://example.org/news/one\nbody:\n"
    "- 'The report is at https://example.org/r, or (www.example.org/s). See here and here.'\n"
    "- 'A last https://example.org/t.'\n"
    "links:\n"
    "- {text: here, url: /first}\n- {text: here, url: second}\n- {text: report, url: 'file:///x'}\n"
    "- {text: last https, url: three}\n- {url: https://example.org/nowhere}\n";

static const char mixed_links[] = "1 report -> \n"
                                  "2 https://example.org/r -> https://example.org/r\n"
                                  "3 www.example.org/s -> http://www.example.org/s\n"
                                  "4 here -> https://example.org/first\n"
                                  "5 here -> https://example.org/news/second\n"
                                  "6 last https -> https://example.org/news/three\n";

static void test_spans(void)
{
    Arena arena = {0};
    Article *article = read_text(&arena, TEXT(mixed));
    LinkSpans spans, steps;
    size_t place;

    link_spans_init(&spans, &arena, article);
    link_spans_cover(&spans, SIZE_MAX);
    ok(says(described(&arena, &spans), mixed_links), "links of the source and addresses of the text, in their order");
    link_spans_init(&steps, &arena, article);
    for (size_t until = 0; until <= article->text.size; until++)
        link_spans_cover(&steps, until);
    ok(says(described(&arena, &steps), mixed_links), "the same, found byte by byte");
    place = article->links.items[article->links.count - 1].range.start;
    ok(link_spans_at(&spans, place) == 5 && link_spans_at(&spans, place - 1) == NO_INDEX &&
           link_spans_from(&spans, place - 1) == 5,
       "by the offset");
    arena_release(&arena);
}

/* ---- lines with numbers ---- */

typedef struct Drawn {
    TextBuffer all;   /* as it is drawn, "|" between the lines */
    TextBuffer words; /* without the numbers */
    size_t widest;    /* columns, of lines with more than one glyph before a number */
} Drawn;

static void draw_line(Arena *arena, const Article *article, Layout *layout, LinePosition position, Drawn *drawn)
{
    const Line *line = layout_line(layout, position);
    LineGlyphs glyphs = line_glyphs(article->text, line, layout_block(layout, position)->kind, CHARSET_UTF8);
    PlacedGlyph placed;
    size_t words = 0;

    line_glyphs_number(&glyphs, layout_numbers(layout));
    while (line_glyphs_next(&glyphs, &placed)) {
        Text glyph = {placed.glyph.bytes, placed.glyph.length};

        text_buffer_add(arena, &drawn->all, glyph);
        if (!placed.is_number)
            text_buffer_add(arena, &drawn->words, glyph);
        words += !placed.is_number;
    }
    if (words > 1 && glyphs.column > drawn->widest)
        drawn->widest = glyphs.column;
    text_buffer_add(arena, &drawn->all, TEXT("|"));
    text_buffer_add(arena, &drawn->words, TEXT(" "));
}

static Drawn draw_article(Arena *arena, Article *article, int columns, LinkSpans *links)
{
    Layout *layout = layout_new(arena, article, columns, CHARSET_UTF8);
    LinePosition position = layout_first(layout);
    Drawn drawn = {0};

    layout_number_links(layout, links);
    do {
        if (layout_line(layout, position)->kind == LINE_TEXT)
            draw_line(arena, article, layout, position, &drawn);
    } while (layout_move(layout, &position, 1));
    return drawn;
}

static void test_numbers(void)
{
    static const struct {
        const char *body, *links;
        int columns;
        const char *drawn;
    } rows[] = {
        {"see here now", "[{text: here, url: a}]", 40, "see here[1] now|"},
        {"see here now", "[{text: here, url: a}]", 11, "see here[1]|now|"},
        {"see here now", "[{text: here, url: a}]", 10, "see|here[1]|now|"},
        {"see here, now", "[{text: here, url: a}]", 40, "see here[1], now|"},
        {"here and here", "[{text: here, url: a}, {text: here, url: b}]", 40, "here[1] and here[2]|"},
        {"one long link over lines", "[{text: long link over, url: a}]", 9, "one long|link|over[1]|lines|"},
        {"at https://example.org/abc now", "[]", 26, "at|https://example.org/abc[1]|now|"},
        {"at https://example.org/abc now", "[]", 25, "at https://example.org/|abc[1] now|"},
        {"see \xE6\x9D\xB1\xE4\xBA\xAC now", "[{text: \xE6\x9D\xB1\xE4\xBA\xAC, url: a}]", 40,
         "see \xE6\x9D\xB1\xE4\xBA\xAC[1] now|"},
        {"a very-long-word-without-end", "[{text: very-long-word-without-end, url: a}]", 12,
         "a very-|long-word-|without-|end[1]|"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Article *article =
            read_text(&arena, arena_printf(&arena, "title: ''\nurl: https://example.org/\nbody:\n- '%s'\nlinks: %s\n",
                                           rows[i].body, rows[i].links));
        LinkSpans links;
        Drawn drawn;

        link_spans_init(&links, &arena, article);
        drawn = draw_article(&arena, article, rows[i].columns, &links);
        ok(says(text_buffer_text(&drawn.all), rows[i].drawn), "numbers: %s in %d columns", rows[i].body,
           rows[i].columns);
        arena_release(&arena);
    }
}

/* Words, addresses, links of Markdown, in paragraphs and in lines that are kept. */
static Text random_text(Arena *arena)
{
    static const char *const parts[] = {"a ",
                                        "word ",
                                        "\xE6\x9D\xB1\xE4\xBA\xAC",
                                        "https://example.org/a-b/c ",
                                        "[the report](https://example.org/) ",
                                        "[x](/y)",
                                        "www.example.org, ",
                                        "[l\xC3\xA9gende e\xCC\x81](u) ",
                                        "(https://example.org/long/long?er=1) ",
                                        "\n\n",
                                        "\n- ",
                                        "\n    ",
                                        "[\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D](https://a.example) "};
    TextBuffer buffer = {0};

    text_buffer_add(arena, &buffer, TEXT("# Title\n\n"));
    for (size_t i = 1 + random_below(40); i > 0; i--)
        text_buffer_add(arena, &buffer, text_from(RANDOM_OF(parts)));
    return text_buffer_text(&buffer);
}

/* "[1]" to the last, in order, each once. */
static bool has_numbers(Text drawn, const LinkSpans *links)
{
    char sign[LINK_NUMBER_BYTES];
    size_t at = 0;

    for (size_t i = 0; i < links->items.count; i++) {
        size_t size = link_number_write(i, sign);
        Text number = {sign, size};

        at = text_find(drawn, number, at);
        if (at == TEXT_NOT_FOUND)
            return false;
        at += number.size;
    }
    return true;
}

static Text without_blanks(Arena *arena, Text text)
{
    TextBuffer buffer = {0};

    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] != ' ')
            text_buffer_add(arena, &buffer, text_slice(text, (Range){i, i + 1}));
    }
    return text_buffer_text(&buffer);
}

static void test_random_numbers(void)
{
    unsigned long seed = random_begin(16);
    size_t tries = 3000, other = 0, lost = 0, wide = 0, links_seen = 0;

    for (size_t i = 0; i < tries; i++) {
        Arena arena = {0};
        Text text = random_text(&arena);
        Article *article = read_text(&arena, text);
        int columns = 12 + (int)random_below(60);
        LinkSpans links;
        Drawn plain, numbered;

        if (!article) {
            arena_release(&arena);
            continue;
        }
        link_spans_init(&links, &arena, article);
        plain = draw_article(&arena, article, columns, NULL);
        numbered = draw_article(&arena, article, columns, &links);
        other += !text_equal(without_blanks(&arena, text_buffer_text(&plain.words)),
                             without_blanks(&arena, text_buffer_text(&numbered.words)));
        lost += !has_numbers(text_buffer_text(&numbered.all), &links);
        if (numbered.widest > (size_t)columns && wide++ == 0)
            printf("# %d columns: %.*s\n", columns, TEXT_ARGS(text_buffer_text(&numbered.all)));
        links_seen += links.items.count;
        arena_release(&arena);
    }
    ok(links_seen > tries, "%zu links in %zu texts; SEED=%lu", links_seen, tries, seed);
    ok(other == 0, "the words are those without numbers (%zu)", other);
    ok(lost == 0, "each has its number, in order (%zu)", lost);
    ok(wide == 0, "no line is wider than it may be (%zu)", wide);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_addresses();
    test_shown();
    test_sizes();
    test_spans();
    test_numbers();
    test_random_numbers();
    return tap_done();
}
