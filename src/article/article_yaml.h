/* The YAML form of an article: quoin-article(5). */
#ifndef QUOIN_ARTICLE_ARTICLE_YAML_H
#define QUOIN_ARTICLE_ARTICLE_YAML_H

#include "article/article.h"

/* Does a file that begins so look like the YAML (or JSON) form: a mapping with a known key? */
bool article_yaml_recognises(Text head);

/* Fill `article` from `source`. False: nothing to show; the report says why. */
bool article_yaml_read(Article *article, Text source, Report *report);

/* Title, source, date, url from the head of a file, without its body. */
bool article_yaml_peek(Arena *arena, Text head, Text fields[FIELD_COUNT]);

#endif
