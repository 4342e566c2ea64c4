/*
 * The links of what is shown, by their numbers less one: first those of the text, in its order, then those that the article has without a place in
 * it, last the next part of its page. Numbers hold as long as the text does.
 */
#ifndef QUOIN_UI_LINKS_LINKS_H
#define QUOIN_UI_LINKS_LINKS_H

#include "ui/state/places.h"

/* Find those of the whole text, but of a very long one no further than it was read. */
void app_find_links(App *app);
size_t app_link_count(const App *app); /* of those that are found */
size_t app_next_part(const App *app);  /* the last of them; NO_INDEX: the page has no other part */

Text app_link_words(const App *app, size_t link);
Text app_link_reference(const App *app, size_t link);             /* as the source has it */
Text app_link_address(const App *app, size_t link, Arena *arena); /* as link_address: empty where it may not be opened */

/* Those on the screen, as far as they are found: [start, end). `app_find_shown_links` finds them. */
Range app_shown_links(const App *app);
void app_find_shown_links(App *app);

/* The selected link, where it is on the screen; else NO_INDEX. */
size_t app_selected_link(const App *app);
void app_select_link(App *app, size_t link, Align align); /* one of the text */

/*
 * Have it opened in the browser, the next part in the reader, or say why not. `app_browse`: an address as an article gives it, relative to nothing;
 * `what` it is of, for the message.
 */
Effects app_follow_link(App *app, size_t link);
Effects app_browse(App *app, Text reference, const char *what);

#endif
