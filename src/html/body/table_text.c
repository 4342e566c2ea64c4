/*
 *     <tr><th>Year<th>Ships <tr><td>1990<td>12     becomes     Year  Ships
 *                                                              1990  12
 */
#include "html/body/table_text.h"

#include "base/unicode/printable.h"

enum { COLUMNS_MOST = 16, CELL_LONGEST = 200 /* letters */, WIDEST = 78 /* columns of a terminal */, GAP = 2 };

typedef struct Cell {
    Text text;
    uint32_t row;
    size_t column;
} Cell;

typedef struct Cells {
    ARRAY(Cell) items;
    size_t widths[COLUMNS_MOST];
    size_t rows, columns;
} Cells;

/* Blocks of one cell are one text. False: it is no table of data. */
static bool read_cells(Arena *arena, const Page *page, const BlockForm *forms, const unsigned char *written,
                       Range range, Cells *cells)
{
    uint32_t element = 0;

    for (size_t i = range.start; i < range.end; i++) {
        Cell *last = cells->items.count ? &cells->items.items[cells->items.count - 1] : NULL;
        bool is_new_row = !last || last->row != forms[i].row;
        Cell cell = {page_block_text(page, i), forms[i].row, is_new_row ? 0 : last->column + 1};

        if (!written[i])
            continue;
        if (page->blocks.items[i].letters > CELL_LONGEST ||
            (cell.column >= COLUMNS_MOST && page->blocks.items[i].element != element))
            return false;
        if (!is_new_row && page->blocks.items[i].element == element) {
            last->text = arena_join(arena, (Text[]){last->text, TEXT(" "), cell.text}, 3);
            continue;
        }
        element = page->blocks.items[i].element;
        cells->rows += is_new_row;
        cells->columns = cell.column + 1 > cells->columns ? cell.column + 1 : cells->columns;
        ARRAY_PUSH(arena, cells->items, cell);
    }
    return cells->columns > 1 && cells->items.count * 2 >= cells->rows * 3;
}

static size_t find_widths(Cells *cells)
{
    size_t all = 0;

    for (size_t i = 0; i < cells->items.count; i++) {
        size_t width = printable_width(cells->items.items[i].text, CHARSET_UTF8),
               *widest = &cells->widths[cells->items.items[i].column];

        *widest = width > *widest ? width : *widest;
    }
    for (size_t i = 0; i < cells->columns; i++)
        all += cells->widths[i] + (i ? GAP : 0);
    return all;
}

static Text in_columns(Arena *arena, const Cells *cells)
{
    TextBuffer text = {0};
    size_t due = 0;

    for (size_t i = 0; i < cells->items.count; i++) {
        const Cell *cell = &cells->items.items[i];

        if (cell->column == 0 && i)
            ARRAY_PUSH(arena, text, '\n');
        for (due = cell->column ? due : 0; due > 0; due--)
            ARRAY_PUSH(arena, text, ' ');
        text_buffer_add(arena, &text, cell->text);
        due = cells->widths[cell->column] - printable_width(cell->text, CHARSET_UTF8) + GAP;
    }
    return text_buffer_text(&text);
}

static void in_rows(Arena *arena, const Cells *cells, TableText *text)
{
    text->items = ARENA_ARRAY(arena, Text, cells->rows + 1);
    for (size_t i = 0; i < cells->items.count; i++) {
        const Cell *cell = &cells->items.items[i];

        if (cell->column == 0)
            text->items[text->count++] = cell->text;
        else
            text->items[text->count - 1] =
                arena_join(arena, (Text[]){text->items[text->count - 1], TEXT(" | "), cell->text}, 3);
    }
}

bool table_text_read(Arena *arena, const Page *page, const BlockForm *forms, const unsigned char *written, Range range,
                     TableText *text)
{
    Cells cells = {0};

    *text = (TableText){.kind = BLOCK_NOTE};
    if (!read_cells(arena, page, forms, written, range, &cells))
        return false;
    if (find_widths(&cells) > WIDEST) {
        in_rows(arena, &cells, text);
        return true;
    }
    text->kind = BLOCK_VERBATIM;
    text->items = ARENA_NEW(arena, Text);
    *text->items = in_columns(arena, &cells);
    text->count = 1;
    return true;
}
