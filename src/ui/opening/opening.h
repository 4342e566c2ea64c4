/* Opening articles, and what they were read from. */
#ifndef QUOIN_UI_STATE_OPENING_H
#define QUOIN_UI_STATE_OPENING_H

#include "ui/state/app.h"

void app_open(App *app, size_t entry); /* an entry of the library; a failure is shown in place of the text */

/* What is to be told of the web page that the open article was made of, when all of it is there: app->failure has it, and it is said. */
void app_tell_page(App *app);

/* The file of the article again, at the same place by its words. Where it cannot be read any more the text stays, and that is said. */
void app_reload(App *app);

/* After a key: say, once, that the file of the article has been written since it was read. */
void app_look_for_change(App *app);

/* Get the whole text of the article that is open, from the address that it gives; that it gives none is said. */
void app_ask_full_text(App *app);

/*
 * What somebody typed: a file, the first article of a folder, or an address; it comes into the library, unless it is there. What cannot be opened is
 * said, and what is open stays. A page is opened when it has come: see pages.h.
 */
void app_open_named(App *app, Text typed);

/* The source in place of the article that is open, or the article again, at the same place. What hinders that is said. */
void app_toggle_source(App *app);

#endif
