/* Pages that are no article, or not all of one: what a reader should be told instead. */
#ifndef QUOIN_HTML_BODY_PAGE_KINDS_H
#define QUOIN_HTML_BODY_PAGE_KINDS_H

#include "article/article.h"
#include "html/body/choice/body_choice.h"

PageKind page_kind_find(const BodyChoice *choice);

/* Is there text of an article in such a page? */
bool page_kind_has_body(PageKind kind);

#endif
