/* Heights are asked for only near the screen, so that a list of 100,000 rows costs what is visible. */
#include "ui/cells/list_view.h"

static long page(const ListView *list)
{
    return list->rows > 2 ? list->rows - 1 : 1;
}

void list_move(ListView *list, Move move, long amount)
{
    long last = (long)list->count - 1;
    long wanted = (long)list->selected;

    switch (move) {
    case MOVE_LINES:
        wanted += amount;
        break;
    case MOVE_HALF_PAGES:
        wanted += amount * (page(list) / 2 > 0 ? page(list) / 2 : 1);
        break;
    case MOVE_PAGES:
        wanted += amount * page(list);
        break;
    case MOVE_TO_START:
        wanted = 0;
        break;
    case MOVE_TO_END:
        wanted = last;
        break;
    case MOVE_TO_PERCENT:
        wanted = last * amount / 100;
        break;
    }
    if (wanted > last)
        wanted = last;
    list->selected = wanted < 0 ? 0 : (size_t)wanted;
}

/* How many lines lie from the top of row `top` to the end of row `row`; counting stops past `most`. */
static long lines_between(size_t top, size_t row, long most, RowHeight *height, const void *context)
{
    long lines = 0;

    for (size_t i = top; i <= row && lines <= most; i++)
        lines += height(context, i);
    return lines;
}

/* The first row of a screen that ends with `row`. */
static size_t top_for_last(size_t row, int rows, RowHeight *height, const void *context)
{
    long lines = height(context, row);

    while (row > 0 && lines + height(context, row - 1) <= rows)
        lines += height(context, --row);
    return row;
}

void list_settle(ListView *list, size_t count, int rows, RowHeight *height, const void *context)
{
    size_t last_top;

    list->count = count;
    list->rows = rows;
    if (list->selected >= count)
        list->selected = count ? count - 1 : 0;
    if (count == 0 || rows <= 0) {
        list->top = 0;
        return;
    }
    if (list->top > list->selected)
        list->top = list->selected;
    if (lines_between(list->top, list->selected, rows, height, context) > rows)
        list->top = top_for_last(list->selected, rows, height, context);
    last_top = top_for_last(count - 1, rows, height, context);
    if (list->top > last_top)
        list->top = last_top;
}

void list_scroll(ListView *list, long lines, RowHeight *height, const void *context)
{
    size_t last_top, bottom;
    long shown = 0;

    if (list->count == 0)
        return;
    last_top = top_for_last(list->count - 1, list->rows, height, context);
    for (; lines > 0 && list->top < last_top; list->top++)
        lines -= height(context, list->top);
    for (; lines < 0 && list->top > 0; list->top--)
        lines += height(context, list->top - 1);
    bottom = list->top;
    while (bottom < list->count && shown + height(context, bottom) <= list->rows)
        shown += height(context, bottom++);
    if (list->selected < list->top)
        list->selected = list->top;
    if (bottom > list->top && list->selected >= bottom)
        list->selected = bottom - 1;
}

size_t list_row_at(const ListView *list, int row, RowHeight *height, const void *context)
{
    long line = 0;

    for (size_t i = list->top; row >= 0 && i < list->count && line <= row; i++) {
        line += height(context, i);
        if (row < line)
            return i;
    }
    return SIZE_MAX;
}
