/* Finding in a list: the same for panes and popups, which give what a row says. As words are typed the selection goes to the first row, from the
 * one where it began, that has them; then n and N go on, until it is ended. */
#ifndef QUOIN_UI_STATE_LIST_FIND_H
#define QUOIN_UI_STATE_LIST_FIND_H

#include "ui/state/app.h"

/* Open the line in which words are typed, for the list that has the keys. `target` is copied. */
void list_find_open(App *app, const ListFindTarget *target);
void list_find_type(App *app);
void list_find_accept(App *app);
void list_find_cancel(App *app);

/* Is something looked for in the list that has the keys? */
bool list_find_is_on(const App *app);

/* To the next row that has it, or the one before; around the end with a word about it. Where none had it, that is said again. False: nothing was
 * looked for in the list that has the keys. */
bool list_find_move(App *app, int direction, int times);
void list_find_end(App *app);

/* Rows say something else now, as far as is known. */
void list_find_refresh(App *app);

/* After rows have come or gone, before drawing. */
void list_find_settle(App *app);

/* "2/5": the selected row among those that have it, "5" when it has not. Empty: nothing is looked for. */
Text list_find_status(const App *app, Arena *scratch);

#endif
