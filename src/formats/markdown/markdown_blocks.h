/* What stands in a Markdown text becomes blocks of an article: the home of md4c. */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_BLOCKS_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_BLOCKS_H

#include "article/article_build.h"

typedef enum MarkdownResult {
    MARKDOWN_READ,
    MARKDOWN_TOO_MUCH, /* it says much more than it has bytes: nobody wrote it */
    MARKDOWN_NOT_BUILT /* this program was built without md4c */
} MarkdownResult;

bool markdown_is_built(void);

/* The first heading of level 1 of `body`, or one that is the first of it, as a text in `arena`; empty: there is none. Its place in `body`. */
MarkdownResult markdown_find_title(Arena *arena, Text body, Text *title, Range *place);

/*
 * Add the blocks of `body`, which begins at `offset` of the source, behind what `builder` has already. A heading that repeats the article's title is
 * left out. Links, emphases, the source map, and what the first lines say of writer and date are the article's.
 */
MarkdownResult markdown_write_body(ArticleBuilder *builder, Text body, size_t offset);

#endif
