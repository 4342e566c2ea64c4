/* "UPI · January 10, 2022 · 532 words, 2 min": what of it is known. */
#ifndef QUOIN_READING_ARTICLE_META_H
#define QUOIN_READING_ARTICLE_META_H

#include "article/article.h"
#include "base/iso_date.h"

Text article_meta(const Article *article, Arena *arena, DateForm form);

#endif
