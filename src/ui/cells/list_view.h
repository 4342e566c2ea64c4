/*
 * A list with a selected row and a first visible row, whose rows may be of several lines: quotations, names, articles, help, themes. The
 * list knows no contents: it asks for the height of a row.
 */
#ifndef QUOIN_UI_CELLS_LIST_VIEW_H
#define QUOIN_UI_CELLS_LIST_VIEW_H

#include "ui/cells/canvas.h"

typedef struct ListView {
    size_t selected;
    size_t top; /* the first row on the screen */
    size_t count;
    int rows; /* of the screen, when it was last drawn */
} ListView;

/* Lines of row `index`, >= 1. */
typedef int RowHeight(const void *context, size_t index);

typedef enum Move { MOVE_LINES, MOVE_HALF_PAGES, MOVE_PAGES, MOVE_TO_START, MOVE_TO_END, MOVE_TO_PERCENT } Move;

/* `amount`: how many, negative for up; the per cent (0 to 100) for MOVE_TO_PERCENT. Both ends stop it. */
void list_move(ListView *list, Move move, long amount);

/* After a change of count, size or selection: keep the selection in the list and on the screen. */
void list_settle(ListView *list, size_t count, int rows, RowHeight *height, const void *context);

/* Scroll without moving the selection off the screen: the wheel. */
void list_scroll(ListView *list, long lines, RowHeight *height, const void *context);

/* The row at screen row `row` of the list (from 0), or SIZE_MAX. */
size_t list_row_at(const ListView *list, int row, RowHeight *height, const void *context);

#endif
