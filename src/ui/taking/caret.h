/* Where the end of a selection that moves stands on the lines of the screen. The document must have a layout. */
#ifndef QUOIN_UI_TAKING_CARET_H
#define QUOIN_UI_TAKING_CARET_H

#include "reading/document.h"

/* The column of the character at an offset of what is shown, from the first of the measure. */
int caret_column(const Document *document, size_t offset);

/* The character at a column of a line, or the nearest to it; NO_OFFSET: the line has no text of the article. */
size_t caret_offset(const Document *document, LinePosition position, int column);

/* The first character of the line that an offset stands in, and the last. */
size_t caret_line_start(const Document *document, size_t offset);
size_t caret_line_end(const Document *document, size_t offset);

#endif
