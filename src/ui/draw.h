/* Drawing the whole screen. What is drawn where is worked out before, once, so that drawing changes nothing. */
#ifndef QUOIN_UI_DRAW_H
#define QUOIN_UI_DRAW_H

#include "ui/state/app.h"

/* Before app_draw, when anything has changed: the margin, the rows of lists and of the popup, what can be clicked. */
void app_settle(App *app);

/* Draw everything. The canvas must have the size of the last app_resize. */
void app_draw(const App *app, Canvas *canvas);

#endif
