/* Searching the open article, as the reader sees it: the text follows, and what is not found is said. */
#ifndef QUOIN_UI_STATE_SEARCHING_H
#define QUOIN_UI_STATE_SEARCHING_H

#include "ui/state/app.h"

void app_seek(App *app, size_t from, bool backwards); /* to the next match of the search, wherever it is */
void app_show_match(App *app);                        /* what a seek has come to */
void app_repeat_search(App *app);                     /* the last pattern again */

/* The line in which a pattern is typed: there must be an article. It is looked for as it is typed; then it is kept, or what was before is
 * there again. */
void searching_open(App *app);
void searching_type(App *app);
void searching_accept(App *app);
void searching_cancel(App *app);

#endif
