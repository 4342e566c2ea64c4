/* A text that is an article as it is. How files of plain text are read: formats.h. */
#ifndef QUOIN_FORMATS_TEXT_PLAIN_TEXT_H
#define QUOIN_FORMATS_TEXT_PLAIN_TEXT_H

#include "article/article.h"

/*
 * Plain text of which the shape is undone, without looking for title, byline, dateline. For pipelines: article->source tells where its text stands in
 * `source`, which is the caller's.
 */
Article *article_from_plain_text(Arena *arena, Text source);

/* Plain text exactly as it is, the text of the article byte for byte: every passage a PARAGRAPH. For texts whose annotations count bytes. */
Article *article_from_text(Arena *arena, Text text);

#endif
