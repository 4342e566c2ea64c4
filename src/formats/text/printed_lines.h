/*
 * Lines of what programs print for terminals and printers: manual pages, logs, differences. Their indents mean something, and most of them are
 * no prose; a paragraph is told by lines that are full. Where a text is such a one: shape.h.
 */
#ifndef QUOIN_FORMATS_TEXT_PRINTED_LINES_H
#define QUOIN_FORMATS_TEXT_PRINTED_LINES_H

#include "formats/text/shape.h"

/* Is a text whose first line is this one printed by a program: a manual page, a log or a difference of git? */
bool printed_begins(Text line);

/* Is `line` a term with the start of what is said of it, which goes on in `next` below that: "-c     with -lt: sort by, and show,"? */
bool printed_is_term(Text source, LineForm form, const SourceLine *line, const SourceLine *next);

/* Does `line` go on in `next`? `longest`: the right edge of those around them, as long as shape->width is not known. */
bool printed_goes_on(const Shape *shape, Text source, const SourceLine *line, const SourceLine *next, unsigned longest);

/* Columns as in tables: at least so many blanks, or a tab, between words, and not only to fill the line. */
bool printed_is_spaced(const Shape *shape, Text source, const SourceLine *line, size_t blanks);

#endif
