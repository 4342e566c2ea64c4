/* A page becomes an article: what is in its tree, put into the form that all articles have. */
#ifndef QUOIN_HTML_HTML_ARTICLE_H
#define QUOIN_HTML_HTML_ARTICLE_H

#include "article/article.h"

/*
 * Fill a new article from a page; `file` is all of it, and knows its encoding (html_charset). `address`: where the page is from; may be empty. The
 * report warns of what was replaced or left out. False: there is no article in it; the report says why.
 */
bool html_article_read(Article *article, File *file, Text address, Report *report);

#endif
