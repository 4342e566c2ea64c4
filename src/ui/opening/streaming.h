/*
 * An article that comes while one reads it, through a pipe or from somebody who still writes: what has come is read and shown a few times a second,
 * the place is kept. The loop waits for keys and for the descriptor.
 */
#ifndef QUOIN_UI_STATE_STREAMING_H
#define QUOIN_UI_STATE_STREAMING_H

#include "ui/state/app.h"

void streaming_begin(App *app); /* for the article that was just opened */

/* Where more of what is open comes from, or of a page that was asked for, to wait for; -1: it is a file, or has ended. */
int streaming_descriptor(const App *app);

/* There is something to read there: take it. It is shown when streaming_timeout_ms has passed. */
void streaming_take(App *app, int64_t now_ms);

/* Milliseconds until there is something to do, -1: nothing. Then do it; true: the text has changed. */
int streaming_timeout_ms(const App *app, int64_t now_ms);
bool streaming_tick(App *app, int64_t now_ms);

/* Read no more of it, and show what has come. False: nothing is coming. */
bool streaming_end(App *app);

/* The screen is at the end of the text, and is to stay there. */
void streaming_follow(App *app);

/* "reading… 120 KB", for the status line; empty: nothing is coming. */
Text streaming_status(const App *app, Arena *arena);

#endif
