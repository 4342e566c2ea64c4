/*
 * What makes parsers slow is cut before they see it: their time grows with the square of attributes in a tag, of names, and of elements in one
 * another. All are linear. They return the page itself where there is nothing to cut, else another in `arena`, and warn of it.
 */
#ifndef QUOIN_HTML_TREE_HTML_GUARD_H
#define QUOIN_HTML_TREE_HTML_GUARD_H

#include "base/report.h"

/* Of real pages the deepest has 55 levels, the fullest tag 98 attributes. */
enum { HTML_LEVELS_MOST = 256, HTML_ATTRIBUTES_MOST = 256, HTML_NAMES_MOST = 16384 };

/*
 * No tag has more attributes, nor one whose name the parser does not take for one ("@click"). For every page. Styles, and scripts that say nothing
 * which is asked for, are without their contents then, of which nothing is said: the parser would go through them byte by byte.
 */
Text html_guard_attributes(Arena *arena, Text page, Report *report);

/* A page of 1 MiB or more has no more names of elements and attributes: what has another one is taken out; the text stays. For every page. */
Text html_guard_names(Arena *arena, Text page, Report *report);

/* No element has more around it: the surplus start tags are taken out, with as many end tags; the text stays. For a page of which it is known that
 * it has too many: what ends without an end tag is guessed. */
Text html_guard_levels(Arena *arena, Text page, Report *report);

#endif
