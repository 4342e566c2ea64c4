/* Where the text of an article stands in the page that it was found in. */
#ifndef QUOIN_FORMATS_HTML_HTML_MAP_H
#define QUOIN_FORMATS_HTML_HTML_MAP_H

#include "article/article.h"

/* An ArticleMapper. Body text that another program made of the page is looked for in it; what is not found has no place. */
void html_map(Arena *arena, const Article *article, Text source, OffsetMap *map);

#endif
