/*
 * Any text at any width: from the first line to the last each fits, comes after the one before, and is found again by its offset; what can be
 * seen of the text is in a line. The first byte is the width and the characters, the second whether the rest is a file, with all kinds of
 * blocks, or a text; and whether its links are numbered.
 */
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "formats/text/plain_text.h"
#include "fuzz/fuzz.h"
#include "layout/layout.h"
#include "layout/line_glyphs.h"

/* What else is chosen: the rest is a file, the page has a next part, links have their numbers. */
enum { AS_FILE = 1, IN_PARTS = 2, NUMBERED = 4 };

/* Between the lines is nothing that can be seen. */
static void require_blank(Text between)
{
    size_t size;

    for (size_t at = 0; at < between.size; at += size) {
        uint32_t code_point = utf8_decode(between, at, &size);

        REQUIRE(unicode_is_space(code_point) || unicode_width(code_point) <= 0 || unicode_is_ignorable(code_point));
    }
}

/* A line as it is drawn is as wide as it may be, unless it is one glyph alone. */
static void require_width(const Layout *layout, const Article *article, const Line *line, BlockKind kind,
                          Charset charset)
{
    LineGlyphs glyphs = line_glyphs(article->text, line, kind, charset);
    PlacedGlyph placed;
    size_t seen = 0;

    line_glyphs_number(&glyphs, layout_numbers(layout));
    while (line_glyphs_next(&glyphs, &placed)) {
        REQUIRE(placed.glyph.size > 0 && placed.glyph.columns > 0);
        seen += !placed.is_number;
    }
    REQUIRE(glyphs.column + line->hyphen <= (size_t)layout_columns(layout) || seen <= 1);
}

static void require_lines(Layout *layout, const Article *article, Charset charset)
{
    LinePosition position = layout_first(layout), last = layout_last(layout);
    size_t end = 0, block = SIZE_MAX;

    for (;;) {
        const Line *line = layout_line(layout, position);

        REQUIRE(line->range.start <= line->range.end && line->range.end <= article->text.size);
        if (line->kind == LINE_TEXT && line->range.start < line->range.end) {
            require_width(layout, article, line, layout_block(layout, position)->kind, charset);
            REQUIRE(line->range.start >= end);
            if (block == layout_block_index(layout, position))
                require_blank(text_slice(article->text, (Range){end, line->range.start}));
            REQUIRE(layout_compare(layout_locate(layout, line->range.start), position) == 0);
            REQUIRE(layout_offset(layout, position) == line->range.start);
            end = line->range.end;
            block = layout_block_index(layout, position);
        }
        if (layout_compare(position, last) == 0)
            return;
        REQUIRE(layout_move(layout, &position, 1) == 1);
    }
}

/* From the end to the start and back: as many lines. */
static void require_ways(Layout *layout)
{
    LinePosition position = layout_last(layout);
    long lines = layout_move(layout, &position, -1000000);

    REQUIRE(layout_compare(position, layout_first(layout)) == 0);
    REQUIRE(layout_move(layout, &position, 1000000) == -lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Choices choices = {{(const char *)bytes, size}};
    unsigned width = choose(&choices, 256), how = choose(&choices, 2 * NUMBERED);
    Charset charset = width & 0x80 ? CHARSET_ASCII : CHARSET_UTF8;
    Arena arena = {0};
    Article *article;
    LinkSpans links;
    Layout *layout;
    Report report;
    File file;

    report_init(&report, &arena, TEXT("input"));
    file_from_text(&file, choices.left);
    article = how & AS_FILE ? article_read(&arena, &file, NULL, &report) : article_from_text(&arena, choices.left);
    while (article && article_index(article, article->text.size))
        ;
    if (article && article->blocks.count) {
        if (how & IN_PARTS)
            article->next_page = TEXT("https://example.org/2");
        layout = layout_new(&arena, article, 1 + (width & 0x7F), charset);
        link_spans_init(&links, &arena, article);
        if (how & NUMBERED)
            layout_number_links(layout, &links);
        require_lines(layout, article, charset);
        require_ways(layout);
    }
    file_close(&file);
    arena_release(&arena);
    return 0;
}
