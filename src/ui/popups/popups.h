/* What popups share: opening and closing, keys and mouse, the box with title and contents. */
#ifndef QUOIN_UI_POPUPS_POPUPS_H
#define QUOIN_UI_POPUPS_POPUPS_H

#include "ui/popups/popup.h"

const PopupOps *popup_ops(PopupId popup);

void popup_open(App *app, PopupId popup);
/* After the text, or what was found in it, has changed: its rows are others. */
void popup_recount(App *app);
void popup_refreshed(App *app); /* what the open one lists is another */

/* What the open one does with a key that the keymap made an action, with a key of a typed one, and with the mouse. */
PopupResult popup_run(App *app, ActionId action, int count);
PopupResult popup_type(App *app, Key key);
PopupResult popup_mouse(App *app, Mouse mouse);

void popup_settle(App *app); /* before it is drawn: its rows, on the screen that there is */
void popup_draw(const App *app, Canvas *canvas);

#endif
