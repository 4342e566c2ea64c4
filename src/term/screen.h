/*
 * The terminal. Only src/term knows curses. It shows a canvas on the screen, reads keys, the mouse and changes of size, and restores the
 * terminal however the program ends. There is one screen at a time.
 */
#ifndef QUOIN_TERM_SCREEN_H
#define QUOIN_TERM_SCREEN_H

#include "base/report.h"
#include "keys/key.h"
#include "term/written/clipboard.h"
#include "term/written/given_order.h"
#include "theme/theme.h"
#include "ui/cells/canvas.h"

typedef enum ColorChoice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorChoice;

typedef struct ScreenOptions {
    ColorChoice color;
    bool mouse;
    bool hyperlinks; /* cells of a canvas that are links are so on the terminal */
    bool emoji; /* … also, by the emoji that are newer than our tables, which of them it knows: some may be shown */
    bool ask;   /* may the terminal be asked what it can do, and whether it is dark or light? */
} ScreenOptions;

typedef enum EventKind {
    EVENT_NONE, /* nothing happened within the timeout */
    EVENT_KEY,
    EVENT_PASTED, /* a character, key.code, that was pasted, not typed; line ends and other controls are blanks */
    EVENT_MOUSE,
    EVENT_RESIZE,
    EVENT_RESUMED,  /* after a suspend: draw everything */
    EVENT_FILES,    /* a file in a watched folder was written */
    EVENT_STREAM,   /* there is something to read where screen_listen said */
    EVENT_VARIANT,  /* the terminal has told, or changed, whether it is dark or light */
    EVENT_TERMINATE /* the terminal is gone: the program has to end. (Signals that end the program never arrive as events: see signals.h.) */
} EventKind;

typedef struct Event {
    EventKind kind;
    Key key;
    Mouse mouse;
    Variant variant;
} Event;

/* Take over the terminal. Keys are read from /dev/tty when standard input is not a terminal. False: this is not possible (no terminal, an
 * unknown TERM, a terminal whose cursor cannot be moved); the report says why, and the caller prints the article instead. */
bool screen_open(const ScreenOptions *options, Report *report);

void screen_close(void); /* restores the terminal; may be called twice */
/* The same at the end of the program: what is typed behind the key that quits is the shell's, and does not end the program by a signal. */
void screen_leave(void);
void screen_size(int *rows, int *columns);

/* Is the terminal dark or light? `otherwise`: the result where neither the terminal nor the environment (COLORFGBG) tells. */
Variant screen_variant(Variant otherwise);

/* UTF-8, with the newer emoji that the terminal knows: screen_present shows these. */
Charset screen_charset(void);

/* Show the canvas. Only what has changed since the last call is sent. */
void screen_present(const Canvas *canvas, const Theme *theme, Variant variant);
void screen_redraw(void); /* the next screen_present sends everything */

/* Are Tab and ^I, Enter and ^M two keys each? */
bool screen_tells_keys_apart(void);

/* What is known of the terminal's own clipboard, and putting a text there: false where it could not be sent. That it was taken, nothing tells. */
ClipboardAbility screen_clipboard(void);
bool screen_copy(Text text);

/* What the terminal leaves to be set in order of what goes from right to left. */
TextOrder screen_order(OrderChoice choice);

/* Wait at most `timeout_ms` (-1: for ever, 0: only look) for something to happen. */
Event screen_wait(int timeout_ms);

/* From now on wait for this descriptor too, and say EVENT_STREAM when there is something to read or it has come to its end; -1: for none. Keys
 * go first. */
void screen_listen(int descriptor);

/* Watch a folder until the screen is closed. EVENT_FILES comes when a file in it is written (or one elsewhere, to which a link in it leads), and
 * when the folder itself is made, removed or replaced. After each EVENT_FILES call this again, for files that are new. */
void screen_watch(const char *folder);

/* Give the terminal to another program, and take it again when that has ended: then the screen is drawn anew. */
void screen_lend(void);
void screen_take_again(void);

void screen_suspend(void);   /* back to the shell; returns when resumed */
int64_t screen_now_ms(void); /* a clock that only goes forward */

/* The colours to use on a terminal that can show `colors` of them, by --color (`choice`) and NO_COLOR. */
ColorDepth color_depth_for(ColorChoice choice, int colors);

/* The same, with colours by value (DEPTH_RGB) where the terminal's entry has them (`exact`), in tmux, or where COLORTERM says so. */
ColorDepth color_depth_with_exact(ColorChoice choice, int colors, bool exact);

/* How standard output may be styled by commands that print: decided by --color, NO_COLOR, COLORTERM and TERM. */
typedef struct StreamStyle {
    bool styled; /* attributes may be sent; else plain text only */
    ColorDepth depth;
    int rows, columns; /* of the terminal; 0: standard output is no terminal */
} StreamStyle;
StreamStyle stream_style(ColorChoice choice);

#endif
