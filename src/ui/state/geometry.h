/* Where the panes are: after a change of size or choice, everything that depends on it. */
#ifndef QUOIN_UI_STATE_GEOMETRY_H
#define QUOIN_UI_STATE_GEOMETRY_H

#include "ui/state/app.h"

int app_text_column(const App *app); /* of the screen, where lines of the measure begin */

void app_resize(App *app, int rows, int columns);
void app_focus(App *app, PaneId pane); /* only where it can be seen: opens it if it is hidden */

#endif
