/* An article whose text is put together block by block: for formats that are read whole and are not their own text. */
#ifndef QUOIN_ARTICLE_ARTICLE_BUILD_H
#define QUOIN_ARTICLE_ARTICLE_BUILD_H

#include "article/article.h"

typedef struct ArticleBuilder {
    Article *article;
    TextBuffer text;
    size_t entry; /* of the file's list of blocks, from 1, that the next blocks come from: what hints count; 0 in the head */
} ArticleBuilder;

/* Add a block, with a blank line before it; `text` is copied. `number`: of an ORDERED_ITEM, from 1; else 0. */
void article_build_block(ArticleBuilder *builder, BlockKind kind, Text text, unsigned number);

/* Add what goes before the body, of the article's fields and authors. */
void article_build_head(ArticleBuilder *builder);

/* All blocks are there: the article gets its text. */
void article_build_end(ArticleBuilder *builder);

#endif
