/* A row is put together from left to right; what stands at its right end is put there first, and takes the room. */
#include "ui/frame/frame_put.h"

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
