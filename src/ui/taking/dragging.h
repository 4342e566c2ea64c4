/* Selecting with the mouse: from where its button was pressed to where it is, and beyond the edges of the text's pane, which then scrolls. */
#ifndef QUOIN_UI_TAKING_DRAGGING_H
#define QUOIN_UI_TAKING_DRAGGING_H

#include "ui/state/app.h"

void dragging_begin(App *app, Mouse mouse); /* pressed in the body; what was selected is not any more */
void dragging_move(App *app, Mouse mouse, int64_t now_ms);
void dragging_end(App *app);

/* Select the word there. False: there is none. */
bool dragging_select_word(App *app, Mouse mouse);

/* While the mouse is held beyond an edge the text scrolls on: -1, or the milliseconds until dragging_tick is to be called. */
int dragging_timeout_ms(const App *app, int64_t now_ms);
void dragging_tick(App *app, int64_t now_ms);

#endif
