/* A table as text: lines with columns where it fits into a page of text, else a line for each row. */
#ifndef QUOIN_HTML_BODY_TABLE_TEXT_H
#define QUOIN_HTML_BODY_TABLE_TEXT_H

#include "html/body/block_kinds.h"

typedef struct TableText {
    BlockKind kind; /* VERBATIM: one text of several lines; NOTE: a text for each row */
    Text *items;
    size_t count;
} TableText;

enum {
    TABLE_BLOCK_LETTERS = 200,
    TABLE_CELL_LETTERS = 400
}; /* in a table of data, at most: of a block, of all blocks of a cell */

/* The element of the cell that a block stands in, within its row. */
uint32_t table_cell_of(const Page *page, size_t block, uint32_t row);

/*
 * The table that the blocks of `range` are cells of, in `arena`; only those that are `written`. False: it holds no data but sets a page in columns,
 * as old pages do: long texts, or one column.
 */
bool table_text_read(Arena *arena, const Page *page, const BlockForm *forms, const unsigned char *written, Range range,
                     TableText *text);

#endif
