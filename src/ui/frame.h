/* What the parts around the panes share: header, status line, hints (each a file), titles and borders (frame.c). */
#ifndef QUOIN_UI_FRAME_H
#define QUOIN_UI_FRAME_H

#include "ui/panes/pane.h"

void header_draw(App *app, Canvas *canvas, Arena *scratch);
void status_line_draw(App *app, Canvas *canvas, Arena *scratch);
void hints_draw(App *app, Canvas *canvas, Arena *scratch);

/* Text at a column of a row; the column after it. And at the row's right end, when there is room. */
int frame_put(Canvas *canvas, Rect area, int column, Text text, Role role);
void frame_put_right(Canvas *canvas, Rect area, Text text, Role role);

/* "▕███░░░▏": how far; `width` cells and two ends. A click on it goes there: app->progress. Returns the column after it. */
int frame_put_progress(App *app, Canvas *canvas, Rect area, int column, int width, Role role);

#endif
