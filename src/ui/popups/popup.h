/* A popup lies over the panes and takes the keys first. It is a row of operations; its state is app->popup. */
#ifndef QUOIN_UI_POPUPS_POPUP_H
#define QUOIN_UI_POPUPS_POPUP_H

#include "ui/state/app.h"

/* What comes of a key: effects, and an action that is still to run, since a popup knows none. ACTION_NONE: that is all. */
typedef struct PopupResult {
    Effects effects;
    ActionId action;
    int count;
} PopupResult;

typedef struct PopupOps {
    const char *name;                              /* for the status line */
    const char *hint;                              /* for the bottom row: its keys */
    Text (*title)(const App *app, Arena *scratch); /* in its border */
    int foot;   /* rows at the bottom of its box that are none of its list, where there is room for them */
    bool typed; /* characters go into app->popup.filter; else the keymap decides (context `popup`) */

    void (*open)(App *app);                                  /* set up app->popup.list and what else it needs */
    void (*draw)(const App *app, Canvas *canvas, Rect area); /* inside its box, filter line included when `typed` */
    size_t (*count)(const App *app);                         /* rows that the filter lets through */
    Text (*row_text)(const App *app, size_t row, Arena *scratch); /* what it says, for finding; NULL where one filters */
    Text *(*row_texts)(const App *app, Arena *scratch); /* the same of all rows, where one costs as much; may be NULL */
    bool (*heading)(const App *app, size_t row);        /* a row that is never the selected one; NULL: there is none */
    void (*selected)(App *app); /* the selection or the filter changed: live preview; may be NULL */
    bool (*run)(App *app, ActionId action, int times); /* an action of its own; false: it is none. NULL: it has none */
    PopupResult (*click)(App *app, Rect row,
                         int column); /* in the selected row, which lies there; NULL: it is selected */
    PopupResult (*accept)(App *app);  /* Enter, double click; NULL: it closes */
    void (*cancel)(App *app);         /* Escape; may be NULL */
    void (*refreshed)(App *app);      /* what it lists is another now; may be NULL */
    int columns_most;                 /* of the box, which stands in the middle of the screen */
    size_t (*lines)(const App *app); /* that it needs within its border, if the screen has them; NULL: as many as it lists */
    Rect (*area)(const App *app); /* the box, border included, where these two do not tell it; else NULL */
} PopupOps;

/* So many columns for one, or as many as the screen has for it. */
int popup_columns(const App *app, int most);

extern const PopupOps help_popup, themes_popup, map_popup, mentions_popup, names_popup, links_popup, info_popup,
    settings_popup, output_popup, messages_popup, why_popup;

#endif
