/*
 * Furniture: what stands between the paragraphs of a printed article and is no prose of it: captions and credits, headings, items of lists,
 * rules, and what the page says of itself (advertisements, sharing, navigation, other articles, rights), which is a note. Pure functions;
 * a paragraph is given without the blanks around it.
 */
#ifndef QUOIN_FORMATS_TEXT_FURNITURE_H
#define QUOIN_FORMATS_TEXT_FURNITURE_H

#include "article/article.h"

/*
 * What `paragraph` is, if its form alone tells: CAPTION, CREDIT, NOTE, HEADING, LIST_ITEM, ORDERED_ITEM or RULE. False: prose, or a line
 * that only its neighbours can explain (furniture_is_heading, furniture_run).
 */
bool furniture_kind(Text paragraph, BlockKind *kind);
bool furniture_besides_heading(Text paragraph,
                               BlockKind *kind); /* the same, but no HEADING, which takes longest to tell */

/* A short line without a stop between two paragraphs of prose: a heading. `before` is empty where the body begins. */
bool furniture_is_heading(Text before, Text line, Text after);

/*
 * How many of `lines`, from the first on and blank ones counted, are a run of navigation or sharing: short, no sentences, two or a third of them
 * words that sites have in their menus ("Home", "Facebook"). 0: none. A list of names or an address is none.
 */
size_t furniture_run(const Text *lines, size_t count);

/* "News", "Opinion", "World": how papers name their parts. */
bool furniture_is_section(Text line);

bool furniture_is_menu_word(Text line); /* these, and "Home", "Facebook", "Log in", with a marker before them or without */

/* "- ", "* ", "• ", "12. ", "12) ": the bytes of the marker with the blanks behind it; `*number` is 0 for those without one. */
bool list_item(Text line, size_t *marker_size, unsigned *number);

#endif
