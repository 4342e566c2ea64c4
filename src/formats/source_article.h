/* What an article was read from, as an article of its own: for readers who want to see it as it is. */
#ifndef QUOIN_FORMATS_SOURCE_ARTICLE_H
#define QUOIN_FORMATS_SOURCE_ARTICLE_H

#include "article/article.h"

/*
 * The lines of `file` as they are: each is a VERBATIM block, numbered from 1, and the text is the file byte for byte. Lines end where those of YAML
 * do: LF, CR LF, CR, NEL, U+2028, U+2029. It grows as far as somebody asks. The file is borrowed, and must keep its bytes: not `is_named`.
 */
Article *source_article(Arena *arena, File *file);

#endif
