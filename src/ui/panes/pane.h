/*
 * Panes: what they all can do, so that keys, mouse and drawing are told to them in one way. A pane is a row of operations; its
 * state is in App.
 */
#ifndef QUOIN_UI_PANES_PANE_H
#define QUOIN_UI_PANES_PANE_H

#include "ui/state/app.h"

typedef struct PaneOps {
    const char *name;                 /* "QUOTES": in titles, tabs and the status line */
    KeyContext context;               /* where its keys are looked up */
    ActionId focus_action;            /* for the hint in an unfocused title */

    /* What follows the name in its title ("9 · 5 speakers"); in `scratch`. */
    Text (*title)(App *app, Arena *scratch);

    /* Draw the contents into app->arrangement.panes[…], passed as `area`. */
    void (*draw)(App *app, Canvas *canvas, Rect area, bool focused);

    void (*move)(App *app, Move move, long amount);

    /* Enter, a double click: open or show what is selected. */
    void (*activate)(App *app);

    /* A click at a row and column of the contents, from 0: select what is there. True: a double click may activate it. */
    bool (*click)(App *app, int row, int column);

    void (*wheel)(App *app, long lines);
} PaneOps;

extern const PaneOps body_pane, quotes_pane, entities_pane, library_pane;
const PaneOps *pane_ops(PaneId pane);

Role entity_role(EntityType type);
Role quote_role(const Quote *quote, bool selected);

/* The sign of a speaker in the speaker's hue, over `role`; nothing where there is no number (NO_INDEX). The column after it. */
int speaker_put_sign(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role);

/* "● Wendy Sherman": the sign before a name, in a text; the name alone where there is no number. */
Text speaker_with_sign(const App *app, size_t speaker, Text name, Arena *arena);

/* Give what is drawn there the speaker's hue. */
void speaker_put_hue(Canvas *canvas, Rect area, size_t speaker);

/* An entity's other name as a list of them shows it: "= Farrow", ", ~Ines", with "~" what is in doubt. */
Text entity_alias_shown(Arena *scratch, const Entity *entity, size_t index);

/* Idle work: the metadata of one row of the list of articles that is on the screen. True: it was read now. */
bool library_pane_work(App *app);

/* Popups lie over the panes and take the keys first. */
typedef struct PopupOps {
    const char *name;                 /* for the status line */
    const char *hint;                 /* for the bottom row: its keys */
    Text (*title)(const App *app, Arena *scratch); /* in its border */
    bool typed;                       /* characters go into app->filter; else the keymap decides (context `popup`) */

    void (*open)(App *app);           /* set up app->popup_list and what else it needs */
    void (*draw)(App *app, Canvas *canvas, Rect area); /* inside its box, filter line included when `typed` */
    size_t (*count)(App *app);        /* rows that the filter lets through */
    bool (*heading)(App *app, size_t row); /* a row that is never the selected one; NULL: there is none */
    void (*selected)(App *app);       /* the selection or the filter changed: live preview; may be NULL */
    bool (*run)(App *app, ActionId action, int times); /* an action of its own; false: it is none. NULL: it has none */
    Effects (*accept)(App *app);      /* Enter, double click */
    void (*cancel)(App *app);         /* Escape; may be NULL */
    void (*refreshed)(App *app);      /* what it lists is another now; may be NULL */
    Rect (*area)(const App *app);     /* the box, border included */
} PopupOps;

extern const PopupOps help_popup, themes_popup, mentions_popup, names_popup, info_popup;
const PopupOps *popup_ops(PopupId popup);

/* What a popup does with a key that the keymap made an action, with a key of a typed one, and with the mouse; and its box
 * with title and contents (popups.c, which also has app_open_popup and app_close_popup). */
Effects popup_run(App *app, ActionId action, int count);
Effects popup_type(App *app, Key key);
Effects popup_mouse(App *app, Mouse mouse);
void popup_draw(App *app, Canvas *canvas);
void popup_refreshed(App *app); /* what the open one lists is another */

/* The pop-up of what may follow a pending prefix; drawn above the status line. */
void continuations_draw(App *app, Canvas *canvas);

/* The same for the names of actions that begin with what stands in the command line. */
void candidates_draw(App *app, Canvas *canvas);

/* Header, status line, hints, pane titles, borders (frame.c). */
void frame_draw(App *app, Canvas *canvas);

#endif
