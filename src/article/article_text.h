/* Plain text as an article: see article_text.c. */
#ifndef QUOIN_ARTICLE_ARTICLE_TEXT_H
#define QUOIN_ARTICLE_ARTICLE_TEXT_H

#include "article/article.h"

/* Lines with no blank line between them. */
typedef struct LineGroup {
    size_t start, end; /* bytes: from its first line to the blank line after it */
    size_t longest;    /* line, in code points, of the first that are looked at */
    size_t lines, indented;
    size_t unfinished; /* lines that do not end with the end of a sentence */
} LineGroup;

/* The end of the paragraph that begins at a line that is not blank. `*group` is the group it was in the last time; at first all zero. */
size_t article_text_paragraph(Text text, size_t start, LineGroup *group);

/* Recognise the head (title, byline, dateline) of article->text and index what is loaded. */
void article_text_begin(Article *article);

/* Index paragraphs from article->indexed on until `until` is covered. While there is more to load, a paragraph that reaches the end of the
 * loaded text waits for it. */
void article_text_index(Article *article, size_t until, bool all_is_loaded);

#endif
