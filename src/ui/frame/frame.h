/* Everything around the panes: titles and dividers, header, status line, hints. */
#ifndef QUOIN_UI_FRAME_FRAME_H
#define QUOIN_UI_FRAME_FRAME_H

#include "ui/state/app.h"

void frame_settle(App *app); /* before it is drawn: what of it can be clicked is where */
/* The line in which words are typed that a popup looks for: over it, where there is no room beside. */
void frame_draw_prompt(const App *app, Canvas *canvas);
void frame_draw(const App *app, Canvas *canvas);

#endif
