/* What the file of an article is called: its date and its headline, in letters that every system takes. */
#ifndef QUOIN_LIBRARY_ARTICLE_NAME_H
#define QUOIN_LIBRARY_ARTICLE_NAME_H

#include "base/arena.h"

enum { ARTICLE_NAME_LONGEST = 80 }; /* bytes */

/*
 * "2026-11-30-council-votes-to-keep-the-ferry", without an ending; in the arena. Small ASCII letters, digits and hyphens, of which none is first or
 * last. `date`: as fields have it, or empty. A headline of which little is left in ASCII is told by a number that is made of it.
 */
Text article_name(Arena *arena, Text date, Text headline);

#endif
