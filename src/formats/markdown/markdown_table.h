/* A table in a Markdown text: its cells are written one after another, and set in columns when all are there. */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_TABLE_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_TABLE_H

#include "formats/markup/markup_writer.h"

typedef struct MarkdownCell {
    Range range; /* of the text */
    bool begins_row;
} MarkdownCell;

/* All zero at first. */
typedef struct MarkdownTable {
    ARRAY(MarkdownCell) cells;
    size_t columns; /* of the widest row so far */
    size_t in_row;  /* cells of this one */
    bool in_cell;
    bool has_bar; /* this row begins with one */
} MarkdownTable;

/* "|---|:-:|": the line below the first row. */
bool markdown_is_table_rule(Text line);

/* Words come: of a new cell, unless one is open. */
void markdown_begin_words(MarkdownTable *table, MarkupWriter *writer);
void markdown_take_bar(MarkdownTable *table, MarkupWriter *writer);
void markdown_end_row(MarkdownTable *table, MarkupWriter *writer);

/* The open block has nothing but the cells: they become its lines, the first row above a line of hyphens. */
void markdown_lay_out_table(MarkdownTable *table, MarkupWriter *writer);

#endif
