/* Zen: the text alone. The row of the status line is empty but for what is typed, a message, and for a while the place after a key that moved far. */
#ifndef QUOIN_UI_STATE_ZEN_H
#define QUOIN_UI_STATE_ZEN_H

#include "ui/state/app.h"

/* After a key: `before` was on the screen. */
void zen_note_move(App *app, Range before);

bool zen_hides_status(const App *app);

int zen_timeout_ms(const App *app, int64_t now_ms); /* until the place goes; negative: it is not there */
void zen_tick(App *app, int64_t now_ms);

#endif
