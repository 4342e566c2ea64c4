/* What lines and paragraphs of Markdown are by their words, whatever md4c knows of them. */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_LINES_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_LINES_H

#include "formats/markup/markup_writer.h"

/* "[^a]: ": where it ends in the body; 0: it does not begin at `at`. */
size_t markdown_footnote_end(Text body, size_t at);

/* Bytes of the dash, and the blanks behind it, that `line` begins with; 0: it begins with none. */
size_t markdown_dash_size(Text line);

/* Is the line at `at` the last of its paragraph, in a quotation? */
bool markdown_is_last_line(Text body, size_t at);

/* The first lines may say who wrote it, and when. True: the words say nothing else. */
bool markdown_take_head_line(MarkupWriter *writer, Text words);

/* A caption, a credit, a note by its words, or a paragraph. */
BlockKind markdown_kind_of_paragraph(Text words);

#endif
