/* Lines that something cut to fit a width, for which all but the last of a paragraph are about as long as the longest. */
#ifndef QUOIN_FORMATS_TEXT_WORDS_CUT_LINES_H
#define QUOIN_FORMATS_TEXT_WORDS_CUT_LINES_H

#include "base/text.h"

enum {                        /* columns */
       CUT_LINE_WIDEST = 110, /* nobody wraps at more: such a line is a paragraph */
       CUT_PROSE_NARROWEST = 40,
       CUT_COLUMN_NARROWEST = 28 /* of a newspaper */
};

/* Columns of the longest of them. */
size_t cut_lines_longest(const Text *lines, size_t count);

/* Is the line about as long as the longest? */
bool cut_line_is_near(Text line, size_t longest);

/* Would the first word of `next` not have fitted at the end of `line`? */
bool cut_line_is_full(Text line, Text next, size_t width);

#endif
