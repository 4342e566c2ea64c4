/* Pages whose UTF-8 somebody took for windows-1252 and encoded once more: they say â€œWeâ€ for “We”. */
#ifndef QUOIN_HTML_TREE_TWICE_ENCODED_H
#define QUOIN_HTML_TREE_TWICE_ENCODED_H

#include "base/report.h"

/* The page as it was before, in `arena`, and the report warns of it; or the page itself. `page` is UTF-8. Linear. */
Text twice_encoded_undo(Arena *arena, Text page, Report *report);

#endif
