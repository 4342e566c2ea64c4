/* A page as plain text: all that it shows, whatever of it is the article. */
#ifndef QUOIN_FORMATS_HTML_HTML_PLAIN_H
#define QUOIN_FORMATS_HTML_HTML_PLAIN_H

#include "article/article.h"

/* An ArticleShower: what stands in the same block of the page is a line; scripts and styles are left out. In the arena. */
Text html_plain(Arena *arena, Text page);

#endif
