/* What the rows around the panes are made of. */
#ifndef QUOIN_UI_FRAME_FRAME_PUT_H
#define QUOIN_UI_FRAME_FRAME_PUT_H

#include "ui/state/app.h"

/* Text at a column of a row; the column after it. And at the row's right end, when there is room. */
int frame_put(Canvas *canvas, Rect area, int column, Text text, Role role);
void frame_put_right(Canvas *canvas, Rect area, Text text, Role role);

#endif
