/* The other pages that one stands for which has no text of its own. */
#ifndef QUOIN_HTML_BODY_PAGE_TARGETS_H
#define QUOIN_HTML_BODY_PAGE_TARGETS_H

#include "html/tree/html_tree.h"

/* As written, of <meta http-equiv="refresh" content="0; url=…">; empty: it leads nowhere. */
Text page_refresh_target(const HtmlTree *tree);

/* Of the next <frame> from `*at` on, which is 0 at first; empty: there are no more. */
Text page_next_frame(const HtmlTree *tree, size_t *at);

#endif
