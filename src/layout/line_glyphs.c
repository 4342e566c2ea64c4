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
        .blank = true, /* as if one went before: at the start of a line it was measured with the line before */
        .column = line->indent};
}

bool glyph_is_blank(const Glyph *glyph)
{
    return glyph->columns == 1 && glyph->bytes[0] == ' ';
}

bool line_glyphs_next(LineGlyphs *glyphs, PlacedGlyph *placed)
{
    while (glyphs->range.start < glyphs->range.end) {
        size_t offset = glyphs->range.start;
        Glyph glyph = glyphs->verbatim ? verbatim_next(glyphs->text, offset, glyphs->column, glyphs->charset)
                                       : printable_next(glyphs->text, offset, glyphs->charset);
        bool repeated = !glyphs->verbatim && glyphs->blank && glyph_is_blank(&glyph);

        glyphs->range.start += glyph.size;
        if (glyph.columns == 0 || repeated)
            continue;
        *placed = (PlacedGlyph){glyph, offset, glyphs->column};
        glyphs->blank = glyph_is_blank(&glyph);
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
