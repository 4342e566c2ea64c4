/*
 * The terminal: curses' one home. Puts a canvas on the screen, reads keys, mouse and resizes, and gives the terminal back in one
 * place on every way out. One screen at a time.
 */
#ifndef QUOIN_TERM_SCREEN_H
#define QUOIN_TERM_SCREEN_H

#include "base/report.h"
#include "keys/key.h"
#include "theme/theme.h"
#include "ui/cells/canvas.h"

typedef enum ColorChoice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorChoice;

typedef struct ScreenOptions {
    ColorChoice color;
    bool mouse;
    bool ask;        /* may the terminal be asked what it can do, and whether it is dark or light? */
} ScreenOptions;

typedef enum EventKind {
    EVENT_NONE,      /* the time is over */
    EVENT_KEY,
    EVENT_MOUSE,
    EVENT_RESIZE,
    EVENT_RESUMED,   /* after a suspend: draw everything */
    EVENT_FILES,     /* a file in a watched folder was written */
    EVENT_VARIANT,   /* the terminal is dark or light now, or says so for the first time */
    EVENT_TERMINATE  /* the terminal is gone: leave. Signals that end the program do so by themselves, at any moment */
} EventKind;

typedef struct Event {
    EventKind kind;
    Key key;
    Mouse mouse;
    Variant variant;
} Event;

/* Take the terminal. Keys come from /dev/tty when standard input is not a terminal. False: it cannot (no terminal, TERM unknown,
 * no cursor addressing); the message says why and the caller prints the article instead. */
bool screen_open(const ScreenOptions *options, Report *report);

void screen_close(void);                 /* gives the terminal back; may be called twice */
void screen_size(int *rows, int *columns);

/* Is the terminal dark or light? `otherwise` where neither it nor the environment (COLORFGBG) says. */
Variant screen_variant(Variant otherwise);

/* Show the canvas. Only what changed is sent. */
void screen_present(const Canvas *canvas, const Theme *theme, Variant variant);
void screen_redraw(void);                /* the next present sends everything */

/* Wait at most `timeout_ms` (-1: for ever, 0: only look) for something to happen. */
Event screen_wait(int timeout_ms);

/* Tell by EVENT_FILES when a file in it is written, also one elsewhere that a link in it leads to, or the folder comes, goes or is another one;
 * until the screen is closed. Then watch it again. */
void screen_watch(const char *folder);

void screen_suspend(void);               /* back to the shell; returns when resumed */
int64_t screen_now_ms(void);             /* a clock that only goes forward */

/* How many colours of a terminal that can show so many are used: --color, NO_COLOR. */
ColorDepth color_depth_for(ColorChoice choice, int colors);

/* The same with exact colours: where the entry says so (`exact`), tmux, or COLORTERM. */
ColorDepth color_depth_with_exact(ColorChoice choice, int colors, bool exact);

/* What may be printed on standard output, which is no screen: by --color, NO_COLOR, COLORTERM, TERM. */
typedef struct StreamStyle {
    bool styled;      /* attributes may be sent; else plain text only */
    ColorDepth depth;
    int columns;      /* of the terminal; 0: it is none */
} StreamStyle;
StreamStyle stream_style(ColorChoice choice);

#endif
