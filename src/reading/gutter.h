/* The margin of the article: the numbers of the quotations beside their lines. */
#ifndef QUOIN_READING_GUTTER_H
#define QUOIN_READING_GUTTER_H

#include "reading/document.h"

enum { GUTTER_NAMES = 16 };

/* The quotations that a line names, by index. None: no quotation of the list is on it. */
typedef struct GutterNames {
    size_t quotes[GUTTER_NAMES];
    size_t count;
} GutterNames;

/* Of a line of text. The selected quotation stands alone on each of its lines. The document must have a
 * layout. */
GutterNames gutter_names(const Document *document, LinePosition position);

/* "~7", "11,12"; where that has no room in `columns`, "11–12", else "11…", else the first number, whatever
 * its width. In `arena`. */
Text gutter_label(const Document *document, const GutterNames *names, int columns, Arena *arena);

/* Columns of the widest that a single quotation of the article may have: "~107". */
int gutter_label_columns(const Document *document);

#endif
