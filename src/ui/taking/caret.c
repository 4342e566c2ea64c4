/* Lines are gone through glyph by glyph, as they are drawn; the numbers behind links are none of the text's. */
#include "ui/taking/caret.h"

#include <limits.h>

#include "layout/line_glyphs.h"

static LineGlyphs glyphs_of(const Document *document, LinePosition position)
{
    const Line *line = layout_line(document->layout, position);
    BlockKind kind = layout_block(document->layout, position)->kind;
    LineGlyphs glyphs = line_glyphs(document->shown->text, line, kind, document->charset);

    line_glyphs_number(&glyphs, layout_numbers(document->layout));
    line_glyphs_order(&glyphs, document->order);
    return glyphs;
}

int caret_column(const Document *document, size_t offset)
{
    LinePosition position = document_offset_position(document, offset);
    LineGlyphs glyphs;
    PlacedGlyph placed;
    int column = 0;

    if (layout_line(document->layout, position)->kind != LINE_TEXT)
        return 0;
    glyphs = glyphs_of(document, position);
    while (line_glyphs_next(&glyphs, &placed) && placed.offset <= offset) {
        if (!placed.is_number)
            column = (int)placed.column;
    }
    return column;
}

size_t caret_offset(const Document *document, LinePosition position, int column)
{
    const Line *line = layout_line(document->layout, position);
    LineGlyphs glyphs;
    PlacedGlyph placed;
    size_t offset = line->range.start;
    int best = -1;

    if (line->kind != LINE_TEXT)
        return NO_OFFSET;
    glyphs = glyphs_of(document, position);
    while (line_glyphs_next(&glyphs, &placed)) {
        if (!placed.is_number && best < (int)placed.column && (int)placed.column <= column) {
            best = (int)placed.column;
            offset = placed.offset;
        }
    }
    return offset;
}

/* The first glyph of the line of `offset`, or the last one, as they are read. */
static size_t end_of_line(const Document *document, size_t offset, bool last)
{
    LinePosition position = document_offset_position(document, offset);
    LineGlyphs glyphs;
    PlacedGlyph placed;
    size_t found = NO_OFFSET;

    if (layout_line(document->layout, position)->kind != LINE_TEXT)
        return offset;
    glyphs = glyphs_of(document, position);
    while ((last || found == NO_OFFSET) && line_glyphs_next(&glyphs, &placed)) {
        if (!placed.is_number)
            found = placed.offset;
    }
    return found == NO_OFFSET ? layout_line(document->layout, position)->range.start : found;
}

size_t caret_line_start(const Document *document, size_t offset)
{
    return end_of_line(document, offset, false);
}

size_t caret_line_end(const Document *document, size_t offset)
{
    return end_of_line(document, offset, true);
}
