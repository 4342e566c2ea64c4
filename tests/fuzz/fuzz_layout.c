/*
 * Any text at any width (the first byte): from the first line to the last each fits, comes after the one before, and is found
 * again by its offset.
 */
#include "fuzz/fuzz.h"
#include "layout/layout.h"

static void require_lines(Layout *layout, const Article *article, Charset charset)
{
    LinePosition position = layout_first(layout), last = layout_last(layout);
    size_t end = 0;

    for (;;) {
        const Line *line = layout_line(layout, position);

        REQUIRE(line->range.start <= line->range.end && line->range.end <= article->text.size);
        if (line->kind == LINE_TEXT && line->range.start < line->range.end) {
            size_t columns = printable_width(text_slice(article->text, line->range), charset);
            BlockKind kind = layout_block(layout, position)->kind;

            REQUIRE(line->range.start >= end);
            REQUIRE(kind == BLOCK_VERBATIM || columns <= (size_t)layout_columns(layout) || columns <= 4);
            REQUIRE(layout_compare(layout_locate(layout, line->range.start), position) == 0);
            end = line->range.end;
        }
        if (layout_compare(position, last) == 0)
            return;
        REQUIRE(layout_move(layout, &position, 1) == 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Charset charset = CHARSET_UTF8;
    Arena arena = {0};
    Article *article;
    Layout *layout;

    if (size < 2)
        return 0;
    if (bytes[0] & 0x80)
        charset = CHARSET_ASCII;
    article = article_from_text(&arena, (Text){(const char *)bytes + 1, size - 1});
    while (article_index(article, article->text.size))
        ;
    if (article->blocks.count) {
        layout = layout_new(&arena, article, 1 + (bytes[0] & 0x7F), charset);
        require_lines(layout, article, charset);
    }
    arena_release(&arena);
    return 0;
}
