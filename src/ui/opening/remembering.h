/*
 * What lasts of reading: an article begins where it was left; where that is, is written when it is left, when the program stops or ends, and while it
 * is read: some seconds after the last key, and every minute. Who keeps it is app->options.keeper; that it cannot is said once, and reading goes on.
 */
#ifndef QUOIN_UI_OPENING_REMEMBERING_H
#define QUOIN_UI_OPENING_REMEMBERING_H

#include "ui/state/app.h"

/* An article was opened, or its stream has ended: it goes on where it was left, `here` in this session, else (NULL) in an earlier one. */
void remembering_begin(App *app, const DocumentPlace *here);

/* What of it is not needed for the first frame, before a key or in idle time. True: something was done. */
bool remembering_go_on(App *app);

/* A key was pressed, which may have moved something. */
void remembering_note(App *app);

/* Milliseconds until there is something to write, -1: nothing. */
int remembering_timeout_ms(const App *app, int64_t now_ms);
void remembering_tick(App *app, int64_t now_ms);

/* Write what there is to write: before an article is left, and before the program stops. */
void remembering_save(App *app);

/* The same at the end, where nothing can be said on the screen any more. False: it cannot be written; why is in the report, unless it was told. */
bool remembering_end(App *app, Report *report);

/* ---- the articles of the library ---- */

/* Find out what is remembered of an entry. True: that was done now. */
bool remembering_look_up(App *app, size_t entry);

/* "35%", "read"; empty: it is unread, or nothing is known. In the arena. */
Text remembering_label(const App *app, size_t entry, Arena *arena);

size_t remembering_next_unread(App *app); /* after the one that is open, round the end; NO_INDEX: there is none */

/* An entry is read, or, where it was, unread. It is said, and written. */
void remembering_toggle_read(App *app, size_t entry);

#endif
