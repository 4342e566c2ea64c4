/*
 *     <tr><th>Year<th>Ships <tr><td>1990<td>12     becomes     Year  Ships
 *                                                              1990  12
 */
#include "html/body/table_text.h"

#include "base/unicode/printable.h"

enum { COLUMNS_MOST = 16, WIDEST = 78 /* columns of a terminal */, GAP = 2 };

typedef struct Cell {
    Text text;
    uint32_t letters, row, element;
    size_t column;
} Cell;

typedef struct Cells {
    ARRAY(Cell) items;
    size_t widths[COLUMNS_MOST];
    size_t rows, columns;
} Cells;

/* Where the walk over the cells of a row is: those without text count, and those that are as wide as several. */
typedef struct Place {
    uint32_t row, element;
    size_t column, width;
} Place;

static bool is_cell(const PageElement *element)
{
    return element->tag == HTML_TD || element->tag == HTML_TH;
}

static size_t columns_of(const Page *page, const PageElement *cell)
{
    size_t columns;

    return text_to_number(html_attribute(page->tree, cell->node, TEXT("colspan")), COLUMNS_MOST, &columns) && columns
               ? columns
               : 1;
}

uint32_t table_cell_of(const Page *page, size_t block, uint32_t row)
{
    uint32_t element = page->blocks.items[block].element;

    while (element > row && !is_cell(&page->elements.items[element]))
        element = page->elements.items[element].parent;
    return element;
}

static void go_to(const Page *page, Place *place, uint32_t row, uint32_t cell)
{
    if (row != place->row)
        *place = (Place){.row = row, .element = row};
    for (; place->element < cell; place->element++) {
        const PageElement *element = &page->elements.items[place->element + 1];

        if (element->parent != row || !is_cell(element))
            continue;
        place->column += place->width;
        place->width = columns_of(page, element);
    }
}

/* Blocks of one cell are one text. False: it is no table of data. */
static bool read_cells(Arena *arena, const Page *page, const BlockForm *forms, const unsigned char *written,
                       Range range, Cells *cells)
{
    Place place = {0};

    for (size_t i = range.start; i < range.end; i++) {
        Cell *last = cells->items.count ? &cells->items.items[cells->items.count - 1] : NULL;
        uint32_t letters = page->blocks.items[i].letters;
        Cell cell = {page_block_text(page, i), letters, forms[i].row, table_cell_of(page, i, forms[i].row), 0};

        if (!written[i])
            continue;
        go_to(page, &place, cell.row, cell.element);
        cell.column = place.column;
        if (letters > TABLE_BLOCK_LETTERS || cell.column >= COLUMNS_MOST)
            return false;
        if (last && last->element == cell.element) {
            last->letters += letters;
            if (last->letters > TABLE_CELL_LETTERS)
                return false;
            last->text = arena_join(arena, (Text[]){last->text, TEXT(" "), cell.text}, 3);
            continue;
        }
        cells->rows += !last || last->row != cell.row;
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

static bool begins_row(const Cells *cells, size_t cell)
{
    return !cell || cells->items.items[cell].row != cells->items.items[cell - 1].row;
}

static Text in_columns(Arena *arena, const Cells *cells)
{
    TextBuffer text = {0};
    size_t at = 0; /* column of the terminal */

    for (size_t i = 0; i < cells->items.count; i++) {
        const Cell *cell = &cells->items.items[i];
        size_t start = 0;

        for (size_t k = 0; k < cell->column; k++)
            start += cells->widths[k] + GAP;
        if (i && begins_row(cells, i))
            ARRAY_PUSH(arena, text, '\n');
        for (at = begins_row(cells, i) ? 0 : at; at < start; at++)
            ARRAY_PUSH(arena, text, ' ');
        text_buffer_add(arena, &text, cell->text);
        at += printable_width(cell->text, CHARSET_UTF8);
    }
    return text_buffer_text(&text);
}

static void in_rows(Arena *arena, const Cells *cells, TableText *text)
{
    TextBuffer row = {0};

    text->items = ARENA_ARRAY(arena, Text, cells->rows + 1);
    for (size_t i = 0; i < cells->items.count; i++) {
        const Cell *cell = &cells->items.items[i];

        if (begins_row(cells, i))
            row = (TextBuffer){0};
        for (size_t k = begins_row(cells, i) ? 0 : cell[-1].column; k < cell->column; k++)
            text_buffer_add(arena, &row, TEXT(" | "));
        text_buffer_add(arena, &row, cell->text);
        if (i + 1 == cells->items.count || begins_row(cells, i + 1))
            text->items[text->count++] = text_trim(text_buffer_text(&row));
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
