/*
 * The shape of a plain text: what was done to its paragraphs before it came here. Lines were cut at a width, set in, put behind the marks
 * of a reply, numbered, cut in pages. It is told from the whole text (from the first SHAPE_BYTES_SEEN and SHAPE_LINES_SEEN of a long
 * one), not line by line, so that one odd line misleads nobody; passages.h undoes it.
 */
#ifndef QUOIN_FORMATS_TEXT_SHAPE_H
#define QUOIN_FORMATS_TEXT_SHAPE_H

#include "base/arena.h"
#include "formats/text/source_lines.h"

enum { SHAPE_BYTES_SEEN = 1 << 18, SHAPE_LINES_SEEN = 1 << 12, PAGE_LINES_MOST = 8, WRAPPED_WIDEST = 200 };

typedef struct Shape {
    LineForm form;
    unsigned level;  /* of ">" that all lines have */
    unsigned margin; /* columns of blanks that most lines begin with */
    unsigned width;  /* column at which lines were cut; 0: they were not, or nobody can tell */
    bool ragged; /* cut so that lines of a paragraph are about as long as each other, as fmt does: a line may end early */
    bool first_indent;                    /* the first line of a paragraph is set in */
    bool hanging;                         /* all lines but the first are */
    bool wide_stops;                      /* two blanks stand behind the end of a sentence */
    bool separated;                       /* blank lines stand between paragraphs */
    bool printed;                         /* by a program, for terminals: printed_lines.h */
    bool double_spaced;                   /* a blank line stands after each line, two between paragraphs */
    uint32_t page_lines[PAGE_LINES_MOST]; /* hashes of what stands at the top or the foot of each page: shape_is_page_line */
    size_t page_line_count;
    size_t seen; /* bytes that it was told from */
} Shape;

/* The shape of what is loaded of a text. Linear. */
void shape_recognise(Shape *shape, Text source);

/* Does the line recur on each page, as a running head or a page number does? */
bool shape_is_page_line(const Shape *shape, Text source, const SourceLine *line);

/* Was `line` cut where it ends because the first word of `next` had no room? Only where shape->width is known. */
bool shape_is_filled(const Shape *shape, Text source, const SourceLine *line, const SourceLine *next);

#endif
