/*
 * Panes: what they all can do, so that keys, mouse and drawing are told to them in one way. A pane is a row of operations; its
 * state is in App.
 */
#ifndef QUOIN_UI_PANES_PANE_H
#define QUOIN_UI_PANES_PANE_H

#include "ui/state/app.h"

typedef struct PaneOps {
    const char *name;                 /* "QUOTES": in titles, tabs and the status line */
    ActionId focus_action;            /* for the hint in an unfocused title */

    /* What follows the name in its title ("9 · 5 speakers"); in `scratch`. */
    Text (*title)(const App *app, Arena *scratch);

    /* Before it is drawn, and after what it lists has changed: its rows, on the screen that there is. NULL: it has none. */
    void (*settle)(App *app);

    /* Draw the contents into app->arrangement.panes[…], passed as `area`. */
    void (*draw)(const App *app, Canvas *canvas, Rect area, bool focused);

    void (*move)(App *app, Move move, long amount);

    /* Enter, a double click: open or show what is selected. */
    void (*activate)(App *app);

    /* A click at a row and column of the contents, from 0: select what is there. True: a double click may activate it. */
    bool (*click)(App *app, int row, int column);

    void (*wheel)(App *app, long lines);

    /* Idle work, of what is on the screen. True: something was done, and it may look different now. NULL: none. */
    bool (*work)(App *app);
} PaneOps;

extern const PaneOps body_pane, quotes_pane, entities_pane, library_pane;
const PaneOps *pane_ops(PaneId pane);

#endif
