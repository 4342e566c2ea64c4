/*
 *     flowing        "a \t b"    a 0, blank 1, b 2         (a line end in the source is a blank too)
 *     preformatted   "a\tb"      a 0, seven blanks 1, b 8
 */
#include "layout/line_glyphs.h"

LineGlyphs line_glyphs(Text text, const Line *line, BlockKind kind, Charset charset)
{
    return (LineGlyphs){
        .text = text,
        .range = line->range,
        .charset = charset,
        .verbatim = kind == BLOCK_VERBATIM,
        .before = BLANK_PLAIN, /* as if one went before: at the start of a line it was measured with the line before */
        .column = line->indent};
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

bool line_glyphs_next(LineGlyphs *glyphs, PlacedGlyph *placed)
{
    while (glyphs->range.start < glyphs->range.end) {
        size_t offset = glyphs->range.start;
        Glyph glyph = glyphs->verbatim ? verbatim_next(glyphs->text, offset, glyphs->column, glyphs->charset)
                                       : printable_next(glyphs->text, offset, glyphs->charset);

        glyphs->range.start += glyph.size;
        if (glyphs->verbatim ? glyph.columns == 0 : !glyph_is_drawn(&glyph, &glyphs->before))
            continue;
        *placed = (PlacedGlyph){glyph, offset, glyphs->column};
        glyphs->column += glyph.columns;
        return true;
    }
    return false;
}

Text line_glyphs_text(Arena *arena, LineGlyphs glyphs)
{
    TextBuffer text = {0};
    PlacedGlyph placed;

    while (line_glyphs_next(&glyphs, &placed))
        text_buffer_add(arena, &text, (Text){placed.glyph.bytes, placed.glyph.length});
    return text_buffer_text(&text);
}
