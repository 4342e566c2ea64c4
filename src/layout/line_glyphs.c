/*
 *     flowing        "a \t b"    a 0, blank 1, b 2         (a line end in the source is a blank too)
 *     preformatted   "a\tb"      a 0, seven blanks 1, b 8
 */
#include "layout/line_glyphs.h"

#include <assert.h>

LineGlyphs line_glyphs(Text text, const Line *line, BlockKind kind, Charset charset)
{
    return (LineGlyphs){
        .text = text,
        .range = line->range,
        .charset = charset,
        .verbatim = kind == BLOCK_VERBATIM,
        .before = BLANK_PLAIN, /* as if one went before: at the start of a line it was measured with the line before */
        .column = line->indent,
        .numbers = {.place = NO_OFFSET}};
}

static BlankBefore blank_kind(const Glyph *glyph)
{
    if (glyph->columns != 1)
        return BLANK_NONE;
    if (glyph->bytes[0] == ' ')
        return BLANK_PLAIN;
    return glyph->length == 2 && memcmp(glyph->bytes, "\xC2\xA0", 2) == 0 ? BLANK_NO_BREAK : BLANK_NONE;
}

bool glyph_is_drawn(const Glyph *glyph, BlankBefore *before)
{
    BlankBefore kind = blank_kind(glyph), last = *before;

    if (glyph->columns == 0)
        return false;
    if (kind != BLANK_NONE && last != BLANK_NONE && (kind == BLANK_PLAIN || last == BLANK_PLAIN)) {
        *before = BLANK_PLAIN;
        return false;
    }
    *before = kind;
    return true;
}

/* ---- numbers of links ---- */

static void find_place(LinkNumbers *numbers)
{
    numbers->place = NO_OFFSET;
    for (; numbers->links && numbers->next < numbers->links->items.count; numbers->next++) {
        numbers->place = link_span_sign_place(numbers->links, numbers->next);
        if (numbers->place > numbers->links->items.items[numbers->next].range.start)
            return;
        numbers->place = NO_OFFSET;
    }
}

LinkNumbers link_numbers(const LinkSpans *links, size_t offset)
{
    LinkNumbers numbers = {.links = links, .next = links ? link_spans_from(links, offset) : 0};

    find_place(&numbers);
    while (numbers.place <= offset) {
        numbers.next++;
        find_place(&numbers);
    }
    return numbers;
}

size_t link_numbers_take(LinkNumbers *numbers, size_t end, char sign[LINK_NUMBER_BYTES])
{
    size_t size;

    if (numbers->place > end)
        return 0;
    size = link_number_write(numbers->next++, sign);
    find_place(numbers);
    return size;
}

size_t link_numbers_columns(const LinkNumbers *numbers, size_t end)
{
    char sign[LINK_NUMBER_BYTES];

    return numbers->place > end ? 0 : link_number_write(numbers->next, sign);
}

/* ---- glyphs of a line ---- */

void line_glyphs_number(LineGlyphs *glyphs, const LinkSpans *links)
{
    glyphs->numbers = link_numbers(links, glyphs->range.start);
}

static void place_number(LineGlyphs *glyphs, PlacedGlyph *placed)
{
    *placed = (PlacedGlyph){{.size = 1, .columns = 1, .length = 1}, glyphs->last, glyphs->column++, true};
    placed->glyph.bytes[0] = glyphs->sign[glyphs->sign_at++];
    glyphs->before = BLANK_NONE;
}

void line_glyphs_order(LineGlyphs *glyphs, TextOrder order)
{
    OrderedGlyph ordered[ORDERED_MOST];
    LineGlyphs rest = *glyphs;
    PlacedGlyph placed;
    size_t count = 0, size;

    if (order == ORDER_OF_TERMINAL || glyphs->verbatim || !text_order_matters(text_slice(glyphs->text, glyphs->range)))
        return;
    for (; line_glyphs_next(&rest, &placed); count++) {
        if (count == ORDERED_MOST)
            return;
        ordered[count] =
            (OrderedGlyph){.code_point = utf8_decode((Text){placed.glyph.bytes, placed.glyph.length}, 0, &size),
                           .columns = placed.glyph.columns};
    }
    text_order_find(ordered, count, order, BASE_OF_LETTERS);
    for (size_t i = 0; i < count; i++) {
        glyphs->places[i] = ordered[i].place;
        glyphs->mirrored[i] = ordered[i].mirrored;
    }
    glyphs->ordered = count;
    glyphs->at = 0;
}

/* Put it where it stands, with its other face where it has one. */
static void order_glyph(LineGlyphs *glyphs, PlacedGlyph *placed)
{
    size_t at = glyphs->at++, size;
    uint32_t code_point;

    assert(at < glyphs->ordered); /* the same glyphs as when they were ordered */
    placed->column = glyphs->places[at];
    code_point = utf8_decode((Text){placed->glyph.bytes, placed->glyph.length}, 0, &size);
    if (glyphs->mirrored[at] && text_order_mirror(code_point) != code_point)
        placed->glyph.length = (unsigned char)utf8_encode(text_order_mirror(code_point), placed->glyph.bytes);
}

static bool next_as_read(LineGlyphs *glyphs, PlacedGlyph *placed)
{
    if (glyphs->sign_at < glyphs->sign_size) {
        place_number(glyphs, placed);
        return true;
    }
    while (glyphs->range.start < glyphs->range.end) {
        size_t offset = glyphs->range.start;
        Glyph glyph = glyphs->verbatim ? verbatim_next(glyphs->text, offset, glyphs->column, glyphs->charset)
                                       : printable_next(glyphs->text, offset, glyphs->charset);

        glyphs->range.start += glyph.size;
        if (glyphs->verbatim ? glyph.columns == 0 : !glyph_is_drawn(&glyph, &glyphs->before))
            continue;
        *placed = (PlacedGlyph){glyph, offset, glyphs->column, false};
        glyphs->column += glyph.columns;
        glyphs->last = offset;
        glyphs->sign_size = (unsigned char)link_numbers_take(&glyphs->numbers, offset + glyph.size, glyphs->sign);
        glyphs->sign_at = 0;
        return true;
    }
    return false;
}

bool line_glyphs_next(LineGlyphs *glyphs, PlacedGlyph *placed)
{
    if (!next_as_read(glyphs, placed))
        return false;
    if (glyphs->ordered)
        order_glyph(glyphs, placed);
    return true;
}

Text line_glyphs_text(Arena *arena, LineGlyphs glyphs)
{
    TextBuffer text = {0};
    PlacedGlyph placed;

    while (line_glyphs_next(&glyphs, &placed))
        text_buffer_add(arena, &text, (Text){placed.glyph.bytes, placed.glyph.length});
    return text_buffer_text(&text);
}
