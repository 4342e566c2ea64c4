/* Is a text that does not say so Markdown? */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_SIGNS_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_SIGNS_H

#include "base/text.h"

/*
 * Does a text that begins so have what only Markdown has: a front matter with a title and any sign below it, or headings ("## The tide") together
 * with links ("[the tide](https://…)"), code in fences, tables? Signs that people type in plain text (`*`, lists, `>`) tell nothing. Linear.
 */
bool markdown_recognises(Text head);

#endif
