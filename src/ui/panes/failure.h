/* In place of an article that could not be opened: what is wrong, and what can be done. */
#ifndef QUOIN_UI_PANES_FAILURE_H
#define QUOIN_UI_PANES_FAILURE_H

#include "ui/state/app.h"

void failure_draw(const App *app, Canvas *canvas, Rect area);

#endif
