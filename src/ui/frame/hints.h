/* The bottom row: what the keys do where the reader is. */
#ifndef QUOIN_UI_FRAME_HINTS_H
#define QUOIN_UI_FRAME_HINTS_H

#include "ui/state/app.h"

void hints_draw(const App *app, Canvas *canvas, Arena *scratch);

#endif
