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

    if (line->kind != LINE_TEXT)
        return NO_OFFSET;
    glyphs = glyphs_of(document, position);
    while (line_glyphs_next(&glyphs, &placed) && (int)placed.column <= column) {
        if (!placed.is_number)
            offset = placed.offset;
    }
    return offset;
}

size_t caret_line_start(const Document *document, size_t offset)
{
    LinePosition position = document_offset_position(document, offset);
    size_t start = caret_offset(document, position, 0);

    return start == NO_OFFSET ? offset : start;
}

size_t caret_line_end(const Document *document, size_t offset)
{
    LinePosition position = document_offset_position(document, offset);
    size_t end = caret_offset(document, position, INT_MAX);

    return end == NO_OFFSET ? offset : end;
}
