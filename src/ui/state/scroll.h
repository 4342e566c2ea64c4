/* Scrolling the text, as far as its end allows. There must be a layout. */
#ifndef QUOIN_UI_STATE_SCROLL_H
#define QUOIN_UI_STATE_SCROLL_H

#include "ui/state/app.h"

void scroll_to(App *app, LinePosition top); /* this is now the reader's place */
void scroll_settle(App *app);               /* the same, where document->top was moved */
void scroll_to_place(App *app);             /* after a change of size: the reader's place again */

#endif
