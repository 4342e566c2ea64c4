/* What the rest of the reader asks the article's pane. */
#ifndef QUOIN_UI_PANES_BODY_PANE_H
#define QUOIN_UI_PANES_BODY_PANE_H

#include "ui/state/app.h"

int body_text_column(const App *app);                 /* of the screen */
void body_scroll_to(App *app, LinePosition top);      /* as far as the end allows; this is now the reader's place */
void body_keep_place(App *app);                       /* after a change of size: the reader's place, as far as the end allows */

/* "UPI · January 10, 2022 · 532 words, 2 min": what of it is known. */
typedef enum DateForm { DATE_SHORT, DATE_LONG } DateForm;
Text body_meta(const Document *document, Arena *arena, DateForm form);
Text format_date(Text iso, Arena *arena, DateForm form); /* "2022-01-10T12:00" -> "Jan 10, 2022"; others as they are */

/* In place of an article that could not be opened: what is wrong, and what can be done. */
void body_draw_failure(App *app, Canvas *canvas, Rect area);

#endif
