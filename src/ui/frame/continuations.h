/* What may follow what was typed, above the status line. */
#ifndef QUOIN_UI_FRAME_CONTINUATIONS_H
#define QUOIN_UI_FRAME_CONTINUATIONS_H

#include "ui/state/app.h"

void continuations_draw(const App *app, Canvas *canvas); /* the keys that may follow a pending prefix */
/* The names of actions that begin with what stands in the command line. */
void candidates_draw(const App *app, Canvas *canvas);

#endif
