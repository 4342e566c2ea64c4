/* "UPI · January 10, 2022 · 532 words · 2 min": what of it is known. */
#ifndef QUOIN_READING_ARTICLE_META_H
#define QUOIN_READING_ARTICLE_META_H

#include "article/article.h"
#include "base/iso_date.h"
#include "base/unicode/printable.h"

/* All of it. In `arena`. */
Text article_meta(const Article *article, Arena *arena, DateForm form);

/*
 * The same in so many columns: where it is longer, the date is short, then the source is cut: how long the article is stands at the end of the line,
 * and the source is often the longest part. In `arena`.
 */
Text article_meta_in(const Article *article, Arena *arena, size_t columns, Charset charset);

#endif
