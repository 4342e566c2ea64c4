/* A table as text: lines with columns where it fits into a page of text, else a line for each row. */
#ifndef QUOIN_HTML_BODY_TABLE_TEXT_H
#define QUOIN_HTML_BODY_TABLE_TEXT_H

#include "html/body/block_kinds.h"

typedef struct TableText {
    BlockKind kind; /* VERBATIM: one text of several lines; NOTE: a text for each row */
    Text *items;
    size_t count;
} TableText;

/*
 * The table that the blocks of `range` are cells of, in `arena`; only those that are `written`. False: it holds no data but sets a page in columns,
 * as old pages do: long texts, or one column.
 */
bool table_text_read(Arena *arena, const Page *page, const BlockForm *forms, const unsigned char *written, Range range,
                     TableText *text);

#endif
