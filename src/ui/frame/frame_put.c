/* A row is put together from left to right; what stands at its right end is put there first, and takes the room. */
#include "ui/frame/frame_put.h"

#include "ui/state/places.h"

int frame_put(Canvas *canvas, Rect area, int column, Text text, Role role)
{
    return canvas_put(canvas, area, area.row, column, text, role_stack(role));
}

void frame_put_right(Canvas *canvas, Rect area, Text text, Role role)
{
    int width = (int)printable_width(text, canvas->charset);

    if (width <= area.columns)
        (void)frame_put(canvas, area, area.column + area.columns - width, text, role);
}

/* A line, lighter than the text: heavy as far as one has come. */
int frame_put_progress(const App *app, Canvas *canvas)
{
    Rect cells = app->progress, area = {cells.row, 0, 1, app->columns};
    int full = (int)((size_t)cells.columns * app_percent(app) / 100), column = cells.column;
    RoleStack roles = role_stack_in_status(ROLE_SCROLLBAR);

    if (cells.rows == 0)
        return area.column;
    if (canvas->charset == CHARSET_ASCII)
        (void)canvas_put(canvas, area, area.row, column - 1, TEXT("["), roles);
    for (int i = 0; i < cells.columns; i++)
        column = canvas_put_sign(canvas, area, area.row, column, i < full ? SIGN_PROGRESS : SIGN_PROGRESS_REST, roles);
    return canvas_put(canvas, area, area.row, column, canvas->charset == CHARSET_ASCII ? TEXT("]") : TEXT(" "), roles);
}
