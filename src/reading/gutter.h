/* The margin of the article: the numbers of the quotations beside their lines. */
#ifndef QUOIN_READING_GUTTER_H
#define QUOIN_READING_GUTTER_H

#include "reading/document.h"

/* So many quotations of one line can be named. More than that begin on hardly any line, and those behind are not named there. */
enum { GUTTER_NAMES = 16 };

/* The quotations that the margin names beside a line, by index into the analysis' quotes. Those alone that the list of quotations shows; none: no
 * such quotation is on the line. */
typedef struct GutterNames {
    size_t quotes[GUTTER_NAMES];
    size_t count;
} GutterNames;

/* Of a line of text of the document's layout, which must be there. A line on which the selected quotation is names that one alone. */
GutterNames gutter_names(const Document *document, LinePosition position);

/* What is written there: "~7" (doubtful), "11,12"; where that is wider than `columns`, "11–12"; else "11…"; else the first number alone, however
 * wide it is. In `arena`. */
Text gutter_label(const Document *document, const GutterNames *names, int columns, Arena *arena);

/* How many columns the widest number of a single quotation takes in this article: four for "~107". */
int gutter_label_columns(const Document *document);

#endif
