/*
 * The status line: which pane has the keys, then a message, or where the reader is: match, name, quotation, paragraph, and
 * where going back leads.
 */
#ifndef QUOIN_UI_FRAME_STATUS_LINE_H
#define QUOIN_UI_FRAME_STATUS_LINE_H

#include "ui/state/app.h"

void status_line_settle(App *app); /* app->progress, where it is in this line */
/* True: a message had no room in it and goes on in the row of hints, which are not to be drawn. */
bool status_line_draw(const App *app, Canvas *canvas, Arena *scratch);

#endif
