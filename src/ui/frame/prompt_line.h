/* A search or a command that is being typed, in the status line. */
#ifndef QUOIN_UI_FRAME_PROMPT_LINE_H
#define QUOIN_UI_FRAME_PROMPT_LINE_H

#include "ui/state/app.h"

void prompt_line_draw(const App *app, Canvas *canvas, Rect area);

#endif
