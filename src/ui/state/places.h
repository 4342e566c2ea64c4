/* Places in the text: what of it is on the screen, how to bring an offset there, and the way back. */
#ifndef QUOIN_UI_STATE_PLACES_H
#define QUOIN_UI_STATE_PLACES_H

#include "ui/state/app.h"

typedef enum Align { ALIGN_NEAREST, ALIGN_THIRD, ALIGN_TOP, ALIGN_MIDDLE, ALIGN_BOTTOM } Align;

Range app_visible(const App *app);      /* what is on the screen of what is shown, the article or its source */
Range app_visible_text(const App *app); /* … and of the article's text, where quotations and names are */

/* Where the reader looks, from which "next" and "previous" go: the place last acted on, where it is on the screen, else the top of that. */
size_t app_eye(const App *app);      /* … of what is shown, the article or its source */
size_t app_eye_text(const App *app); /* … of the article's text */

size_t app_percent(const App *app); /* between the top, 0, and the end on the screen, 100: the one meaning of "%" */
size_t app_percent_at(const App *app, size_t offset); /* the same, were the screen to begin at an offset */
/* The other way: where the screen begins then. There must be a layout. */
LinePosition app_percent_position(const App *app, size_t percent);

/* Bring an offset of what is shown on the screen. ALIGN_NEAREST does nothing when it is there already. */
void app_show_offset(App *app, size_t offset, Align align);
void app_show_text(App *app, size_t offset, Align align); /* the same of the article's text */

Jump app_here(const App *app);
void app_remember_place(App *app); /* in the jump list, before a jump */
void app_remember_list(App *app); /* the same in a list: back leads to it first, then to where the text was left for it */
void app_jump(App *app, size_t offset, Align align); /* as app_show_offset, remembered in the jump list */

#endif
