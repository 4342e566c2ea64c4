/* "UPI · January 10, 2022 · 532 words, 2 min": what of it is known. */
#ifndef QUOIN_READING_ARTICLE_META_H
#define QUOIN_READING_ARTICLE_META_H

#include "article/article.h"

typedef enum DateForm { DATE_SHORT, DATE_LONG } DateForm; /* "Jan 10, 2022", "January 10, 2022" */

Text article_meta(const Article *article, Arena *arena, DateForm form);

#endif
