/* What is selected: a quotation, a mention, a speaker whose quotations alone are listed. */
#ifndef QUOIN_UI_STATE_SELECTION_H
#define QUOIN_UI_STATE_SELECTION_H

#include "ui/state/places.h"

/* Index into analysis->quotes: select, and show it in the text. */
void app_select_quote(App *app, size_t quote, Align align);
void app_select_mention(App *app, size_t mention, Align align);
/* List the quotations of a speaker alone, or those that mention a name; empty: all. */
void app_set_filter(App *app, Text name, bool is_about);
void app_relist(App *app); /* the lists have other rows now: their cursors go to what is selected */

/* The number of the speaker who is selected: of the selected quotation, else of the selected name; NO_INDEX: nobody. */
size_t app_selected_speaker(const App *app);

#endif
