/* How far through the text: a bar, which also shows where the selected speaker speaks. */
#ifndef QUOIN_UI_FRAME_PROGRESS_BAR_H
#define QUOIN_UI_FRAME_PROGRESS_BAR_H

#include "ui/state/app.h"

/* "━━━──●─", how far: in the cells app->progress, and two ends beside them. Returns the column after it. */
int progress_bar_draw(const App *app, Canvas *canvas);

#endif
