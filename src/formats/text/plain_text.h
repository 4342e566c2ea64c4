/* A text that is an article as it is. How files of plain text are read: formats.h. */
#ifndef QUOIN_FORMATS_PLAIN_TEXT_H
#define QUOIN_FORMATS_PLAIN_TEXT_H

#include "article/article.h"

/* Plain text exactly as it is, without looking for title, byline, dateline: every paragraph a PARAGRAPH. For pipelines. The text is the caller's. */
Article *article_from_text(Arena *arena, Text text);

#endif
