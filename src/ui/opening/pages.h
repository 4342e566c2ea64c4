/*
 * Pages of the web that come while one reads. One that is asked for by its address comes while what is open stays on the screen, and takes its
 * place when it has come; if it cannot be had, that is said, and nothing else changes. Those that the library has already go on coming when another
 * article is opened.
 */
#ifndef QUOIN_UI_STATE_PAGES_H
#define QUOIN_UI_STATE_PAGES_H

#include "ui/state/app.h"

/* Get the page at an address (of page_address), and open it when it has come. One that was asked for before is not wanted any more. */
void pages_ask(App *app, Text address);

bool pages_are_asked(const App *app);
bool pages_stop(App *app); /* what was asked for is not wanted any more. False: nothing was */

int pages_descriptor(const App *app); /* where more of it comes from, to wait for; -1: nothing was asked for */
void pages_take(App *app);            /* there is something to read there */

/* Milliseconds until there is something to do, -1: nothing. Then do it; true: a page has been opened. */
int pages_timeout_ms(const App *app, int64_t now_ms);
bool pages_tick(App *app, int64_t now_ms);

/* "/ example.org… 120 KB" of what was asked for, for the status line; empty: nothing was. */
Text pages_status(const App *app, Arena *arena);

/* The same of any page: what stands before, and how much has come. */
Text pages_progress(const App *app, const File *stream, size_t came, Arena *arena);

#endif
