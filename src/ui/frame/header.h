/* The top row: title, place in the library and in the text; on narrow screens the line of tabs. */
#ifndef QUOIN_UI_FRAME_HEADER_H
#define QUOIN_UI_FRAME_HEADER_H

#include "ui/state/app.h"

void header_settle(App *app); /* app->tabs, app->progress */
void header_draw(const App *app, Canvas *canvas, Arena *scratch);

#endif
