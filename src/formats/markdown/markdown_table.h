/* A table in a Markdown text: its cells are written one after another, and set in columns when all are there. */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_TABLE_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_TABLE_H

#include "formats/markup/markup_writer.h"

typedef struct MarkdownCell {
    Range range; /* of the text */
    bool begins_row;
} MarkdownCell;

typedef struct MarkdownTable {
    ARRAY(MarkdownCell) cells;
    size_t columns; /* of the widest row so far */
    size_t in_row;
    bool begins_row;
} MarkdownTable;

void markdown_begin_row(MarkdownTable *table);
void markdown_begin_cell(MarkdownTable *table, MarkupWriter *writer);
void markdown_end_cell(MarkdownTable *table, MarkupWriter *writer);

/* The open block has nothing but the cells: they become its lines, the first row above a line of hyphens. */
void markdown_lay_out_table(MarkdownTable *table, MarkupWriter *writer);

#endif
