/*
 * App: all state there is while somebody reads. Keys, mouse and time go in, a canvas and effects come out; no terminal, no clock, no
 * environment. One key does this:
 *
 *     app_key -> keymap_feed -> an action (actions.c) -> App changed, Effects -> the loop draws, quits, suspends
 */
#ifndef QUOIN_UI_STATE_APP_H
#define QUOIN_UI_STATE_APP_H

#include "config/config.h"
#include "library/library.h"
#include "reading/document.h"
#include "ui/cells/arrangement.h"
#include "ui/cells/list_view.h"

typedef enum Effect {
    EFFECT_NONE = 0,
    EFFECT_QUIT = 1 << 0,
    EFFECT_SUSPEND = 1 << 1,
    EFFECT_REDRAW = 1 << 2, /* send the whole screen anew */
    EFFECT_KEEP_THEME = 1 << 3 /* write the theme in use to the configuration */
} Effect;
typedef unsigned Effects;

typedef enum PopupId { POPUP_NONE, POPUP_HELP, POPUP_THEMES, POPUP_MENTIONS, POPUP_NAMES, POPUP_INFO, POPUP_COUNT } PopupId;

typedef enum PromptKind { PROMPT_NONE, PROMPT_SEARCH, PROMPT_COMMAND } PromptKind;

enum { PROMPT_BYTES = 256, MESSAGE_BYTES = 512 };

/* A line that is being typed: also the filter of the help and of the theme picker. */
typedef struct Prompt {
    PromptKind kind;
    char bytes[PROMPT_BYTES];
    size_t size;
    size_t cursor;           /* byte offset */
} Prompt;

typedef struct Message {
    char bytes[MESSAGE_BYTES]; /* may hold what a user wrote: shown through the gate */
    Role role;                 /* ROLE_STATUS_INFO, _WARNING, _ERROR; ROLE_NONE: no message */
} Message;

typedef struct AppOptions {
    const Config *config;
    Library *library;
    ArticleFormat format;    /* what the files are */
    File *stream;            /* standard input's text, for the entry "-"; or NULL. The app takes it over */
    ThemeSource themes;
    const Text *theme_ids;   /* what there is to choose from, in order */
    size_t theme_count;
    Charset charset;
    Variant variant;         /* what the terminal's background suggests, when the configuration does not say */
    ModelSource models;      /* why there is no model is told once, as a message */
    Text theme;              /* from the command line; empty: the configuration's */
} AppOptions;

typedef enum WantedState { WANTED_IS_USED, WANTED_HAS_MISTAKES, WANTED_IS_GONE } WantedState;

typedef struct App {
    Arena arena;             /* the life of the program */
    AppOptions options;
    const Config *config;
    Library *library;

    Document document;
    size_t entry;            /* of the library: what is open, or was tried */
    DocumentPlace **places;  /* for each entry: where the reader left it; NULL: it was not open yet */
    Report failure;          /* why the entry could not be opened; no problems: it is open */
    Arena failure_arena;

    Arena theme_arena;
    const Theme *theme;
    VariantChoice wanted;    /* light or dark as the configuration or the reader says; CHOICE_AUTO: as the theme is made */
    Variant variant;         /* what is shown: the wish, where the theme has that form */
    Arena wanted_arena;
    Text wanted_theme;       /* what was asked for: used as soon as it is there and has no mistakes */
    WantedState wanted_state;
    size_t theme_index;      /* in options.theme_ids; NO_INDEX: the compiled-in one */

    int rows, columns;
    int measure_columns;
    int body_rows;                  /* of the body when it was last on the screen */
    PaneChoice choice;              /* what is shown and what has the focus */
    Arrangement arrangement;
    ListView lists[PANE_COUNT];     /* of quotes, entities, library */
    bool marked[ENTITY_TYPE_COUNT]; /* which entities are marked in the text */

    PopupId popup;
    ListView popup_list;
    Prompt filter;           /* typed into help and pickers */
    const Theme *held_theme; /* while one is picked: what Escape returns to, */
    Arena held_arena;        /* … and where it lives; theme_arena is then of the one that is tried */
    Text popup_theme;        /* id of the selected row; empty: there is none */
    bool themes_changed;     /* files of themes, while one is picked */
    Arena forms_arena;
    unsigned char *theme_forms; /* of each of options.theme_ids, as theme_forms() has them; NULL: not looked at yet */
    VariantChoice popup_wanted;

    Prompt prompt;
    size_t left_at;          /* where the text stood when the focus left it for a list; NO_OFFSET: it has the focus */
    size_t prompt_top;       /* where the text stood when a search began: Escape returns there */
    Prompt last_search;      /* for n after Escape, and for / Enter */
    KeyState keys;
    bool show_continuations; /* a prefix has waited long enough */
    bool show_candidates;    /* Tab was the last key of the command line */
    bool model_told;         /* why there is no model of names */
    Message message;
    int64_t now_ms;
    Rect tabs[PANE_COUNT];   /* where clicks go, as last drawn: the line of tabs, */
    Rect progress;           /* … the cells of the progress bar */
} App;

/* `options` and what it points to must outlive the app. Opens the first article of the library. */
void app_init(App *app, const AppOptions *options);
void app_release(App *app);

void app_resize(App *app, int rows, int columns);
Effects app_key(App *app, Key key, int64_t now_ms);
Effects app_mouse(App *app, Mouse mouse, int64_t now_ms);

/* Milliseconds until app_tick has something to do, -1: nothing waits. */
int app_timeout_ms(const App *app, int64_t now_ms);
Effects app_tick(App *app, int64_t now_ms);

/* A slice of idle work. True: there is more. `*changed` says that the screen may look different now. */
bool app_work(App *app, bool *changed);

/* Draw everything. The canvas must have the size of the last app_resize. */
void app_draw(App *app, Canvas *canvas);

/* ---- what actions and panes do to it ---- */

Effects app_run(App *app, ActionId action, int count, uint32_t character);
bool app_can_run(ActionId action);          /* it has a function: all but ACTION_NONE, as tests/test_actions.c sees to */
KeyContext app_key_context(const App *app); /* where keys are looked up now: the popup's or the focused pane's */

void app_say(App *app, Role role, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

void app_open(App *app, size_t entry);            /* an entry of the library; a failure is shown in place of the text */
void app_focus(App *app, PaneId pane);            /* only where it can be seen: opens it if it is hidden */
bool app_shows(const App *app, PaneId pane);

/* `what` ("" or what could not be done), how many problems a file has, and the first, without its folder. Nothing when there is none. */
void app_say_problems(App *app, const char *what, const Report *report);

typedef enum Align { ALIGN_NEAREST, ALIGN_THIRD, ALIGN_TOP, ALIGN_MIDDLE, ALIGN_BOTTOM } Align;

/* Bring an offset of the text on the screen. ALIGN_NEAREST does nothing when it is there already. */
void app_show_offset(App *app, size_t offset, Align align);
Jump app_here(const App *app);
void app_remember_place(App *app);                         /* in the jump list, before a jump */
void app_remember_list(App *app);                          /* the same in a list: back leads to it first, then to where the text was left for it */
void app_jump(App *app, size_t offset, Align align);       /* the same, remembered in the jump list */
void app_select_quote(App *app, size_t quote, Align align); /* index into analysis->quotes: select, and show it in the text */
void app_select_mention(App *app, size_t mention, Align align);
void app_set_filter(App *app, Text speaker);               /* empty: all */
void app_relist(App *app);                                 /* the lists have other rows now: their cursors go to what is selected */
Range app_visible(const App *app);                         /* what of the text is on the screen */
size_t app_percent(const App *app);                        /* how much of the text is above the lower edge of the screen: the one meaning of "%" */
size_t app_percent_at(const App *app, size_t offset);      /* the same, were the screen to begin at an offset */
LinePosition app_percent_position(const App *app, size_t percent); /* the other way: where the screen begins then. There must be a layout */

void app_seek(App *app, size_t from, bool backwards);      /* to the next match of the search, wherever it is */
void app_say_not_found(App *app);                          /* the pattern of the search, anywhere in the text */
void app_repeat_search(App *app);                          /* the last pattern again */
void app_remember_search(App *app, Text pattern);

void app_open_popup(App *app, PopupId popup);
void app_close_popup(App *app);
void app_choose_theme(App *app);                            /* at the start */
/* There are these themes now, of which one may be another: the one in use is read again. What is wrong with it is said, and it stays. */
void app_themes_changed(App *app, const Text *ids, size_t count);
void app_keep_theme(App *app);                              /* the theme in use is the wanted one from now on */
void app_hold_theme(App *app);                              /* others are tried: the one in use stays as it is */
void app_return_theme(App *app);                            /* … is in use again, */
void app_drop_held_theme(App *app);                         /* … or not, when the trying is over */
void app_themes_settle(App *app);                           /* what changed while one was picked */
void app_background_changed(App *app, Variant variant);     /* the terminal is dark or light now: followed where nobody has chosen */
bool app_use_theme(App *app, size_t index, Report *report); /* of options.theme_ids; false: the old one stays */
void app_use_variant(App *app, VariantChoice wanted);       /* of the theme in use, as far as it has it */

#endif
