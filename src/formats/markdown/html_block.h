/* Markup of HTML within a Markdown text: its words, and what kind of block they are. Tags that mean nothing here, comments, scripts are dropped. */
#ifndef QUOIN_FORMATS_MARKDOWN_HTML_BLOCK_H
#define QUOIN_FORMATS_MARKDOWN_HTML_BLOCK_H

#include "formats/markdown/markdown_writer.h"

/* Where in a piece of markup it is, from one line to the next. At first it is a paragraph. */
typedef struct HtmlBlock {
    Text until;     /* what ends a comment, a script: nothing before it counts; empty: there is none */
    BlockKind kind; /* of the words that come, which has text */
    bool in_tag;    /* which goes on from a line before: nothing of it counts */
    char quote;     /* in which it is within that tag; or 0 */
} HtmlBlock;

/* Add the words of some more of it, which is `source` in the source. Blocks are opened as there are words for them. Linear. */
void html_block_add(HtmlBlock *html, MarkdownWriter *writer, Text markup, Range source);

#endif
