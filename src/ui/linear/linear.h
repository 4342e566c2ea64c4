/*
 * Linear reading: the article as lines that follow one another, for screen readers and braille displays. Nothing is ever drawn over, no cursor is
 * moved, and our signs are words. A key gives a paragraph, a quotation with its speaker, a list; what does not fit on the screen waits for the
 * next key.
 *
 *     Quotation 3, Signe Aldous: “We remembered,”
 *     Text: said Signe Aldous, captain.
 */
#ifndef QUOIN_UI_LINEAR_LINEAR_H
#define QUOIN_UI_LINEAR_LINEAR_H

#include "ui/state/app.h"

/* What a line is typed for, after a key that asks for one. */
typedef enum LinearAsk { ASK_NOTHING, ASK_SEARCH, ASK_COMMAND, ASK_NOTE, ASK_SPEAKER } LinearAsk;

typedef struct Linear {
    App *app;
    Sink *out;
    int columns;        /* of the screen; 0: lines are as long as they come */
    int most;           /* lines that a key gives; 0: all there are */
    bool line_is_open;  /* the last line has no line end yet: so the cursor, where braille displays look, is in it */
    Arena arena;        /* of what is said now */
    ARRAY(Text) lines;  /* of it, as they go out; */
    size_t written;     /* … so many have; the others wait for the next key */
    size_t start, next; /* what was read last began here, and reading goes on there; offsets of the article's text */
    size_t quote;       /* the selected one, index into the analysis; NO_INDEX */
    size_t mention;     /* likewise */
    KeyState keys;
    LinearAsk ask;
    Effects effects; /* that the last key or line wants; then linear_done */
    bool left;
} Linear;

/* An App with the library; it draws nothing. `columns` of the terminal, or 0; `most`: lines that a key gives, or 0. */
void linear_begin(Linear *linear, App *app, Sink *out, int columns, int most);
void linear_end(Linear *linear); /* the last line ends */

/* A key; what it says goes to the sink. True: read on; false: the reader leaves. */
bool linear_key(Linear *linear, Key key, int64_t now_ms);
bool linear_tick(Linear *linear, int64_t now_ms);            /* after linear_timeout_ms, when no key came */
int linear_timeout_ms(const Linear *linear, int64_t now_ms); /* -1: for ever */

/* The terminal has another size: `columns` and `most` as of linear_begin. */
void linear_resize(Linear *linear, int columns, int most);

/* What linear->effects wanted has been done: say what came of it. */
void linear_done(Linear *linear);

/* What it has asked: "Search for:"; empty: nothing. */
Text linear_question(const Linear *linear);

/* Does it want a line instead of a key? Its question has been written. The line comes without its end. */
bool linear_wants_line(const Linear *linear);
bool linear_line(Linear *linear, Text line, int64_t now_ms);

/* The rows of linear.def that have words: the keys of an action in words, and what it does. False: there are no more. For help and manual. */
bool linear_documentation(size_t row, ActionId *action, Text *help);

#endif
