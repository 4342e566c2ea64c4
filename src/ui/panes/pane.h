/*
 * Panes: what they all can do, so that keys, mouse and drawing are told to them in one way. A pane is a row of
 * src/keys/panes.def and, by its name, a table of operations in a file of this folder; its state is in App.
 */
#ifndef QUOIN_UI_PANES_PANE_H
#define QUOIN_UI_PANES_PANE_H

#include "ui/state/app.h"

/* A hint of the bottom row: what one key does, or two. */
typedef struct Hint {
    ActionId first, second; /* ACTION_NONE: only one */
    const char *label;
} Hint;

typedef struct PaneOps {
    const char *name;      /* "QUOTES": in titles and the status line */
    const char *tab;       /* "Quotes": in the line of tabs */
    const char *jump_name; /* "list": where going back leads, when it leads here. NULL: it does not */
    const Hint *hints;     /* while it has the focus, the most important first */
    size_t hint_count;

    size_t (*count)(const App *app); /* of its rows, for its tab, which says nothing of 0; NULL: it has none */

    /* What follows the name in its title ("9 · 5 speakers"); in `scratch`. */
    Text (*title)(const App *app, Arena *scratch);

    /* Before it is drawn, and after what it lists has changed: its rows, on the screen that there is. NULL: it has none. */
    void (*settle)(App *app);

    /* Draw the contents into app->arrangement.panes[…], passed as `area`. */
    void (*draw)(const App *app, Canvas *canvas, Rect area, bool focused);

    void (*move)(App *app, Move move, long amount);

    /* Enter, a double click: open or show what is selected. */
    Effects (*activate)(App *app);

    /* Of a list, whose rows are those of app->lists[…]: how high each is, in lines, and what follows where one is selected. NULL: it is none. */
    RowHeight *row_height;
    void (*select_row)(App *app, size_t row);
    Text (*row_text)(const App *app, size_t row,
                     Arena *scratch); /* what it says, for finding in the list; NULL: nothing can be found there */

    /* Of what is no list: a click at a row and column of the contents, from 0, selects what is there (true: a double click may activate it). */
    bool (*click)(App *app, int row, int column);
    void (*wheel)(App *app, long lines);

    /* Idle work, of what is on the screen. True: something was done, and it may look different now. NULL: none. */
    bool (*work)(App *app);
} PaneOps;

#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) extern const PaneOps name##_pane;
#include "keys/panes.def"

const PaneOps *pane_ops(PaneId pane);
ActionId pane_focus_action(PaneId pane);

/* A click at a row and column of the pane's contents, from 0, selects what is there. True: a double click may activate it. */
bool pane_click(App *app, PaneId pane, int row, int column);

void pane_wheel(App *app, PaneId pane, long lines);

#endif
