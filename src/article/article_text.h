/* Plain text as an article: see article_text.c. */
#ifndef QUOIN_ARTICLE_ARTICLE_TEXT_H
#define QUOIN_ARTICLE_ARTICLE_TEXT_H

#include "article/article.h"

/* Recognise the head (title, byline, dateline) of article->text and index what is loaded. */
void article_text_begin(Article *article);

/* Index paragraphs from article->indexed on until `until` is covered. While there is more to load, a paragraph that reaches the end of the
 * loaded text waits for it. */
void article_text_index(Article *article, size_t until, bool all_is_loaded);

#endif
