/* What a text is told by that is a web page, and what one says of itself, by a look at its start. */
#ifndef QUOIN_BASE_HTML_HTML_PAGE_H
#define QUOIN_BASE_HTML_HTML_PAGE_H

#include "base/html/html_scan.h"

/* Does a text that begins so look like a web page, or a part of one? A text that has a tag in it is none, nor is Markdown that begins with some. */
bool html_is_page(Text head);

#endif
