/*
 * Letters over the links on the screen, to open one without going to it: those of the row in which fingers rest, as many for each as it takes
 * to tell them apart. While they are shown, all keys are theirs.
 */
#ifndef QUOIN_UI_LINKS_LINK_HINTS_H
#define QUOIN_UI_LINKS_LINK_HINTS_H

#include "ui/state/app.h"

void link_hints_show(App *app);
Effects link_hints_key(App *app, Key key);

/* The letters of a link on the screen that can still be meant after what was typed: their number; 0: there are none on it. */
size_t link_hint_letters(const App *app, size_t link, char letters[HINT_LETTERS_MOST]);

#endif
