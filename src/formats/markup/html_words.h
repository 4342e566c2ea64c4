/*
 * HTML as people write it into Markdown and into feeds: its words, and what kind of block they are. Tags that mean nothing here, comments, scripts
 * are dropped.
 */
#ifndef QUOIN_FORMATS_MARKUP_HTML_WORDS_H
#define QUOIN_FORMATS_MARKUP_HTML_WORDS_H

#include "formats/markup/markup_writer.h"

/* Where in a piece of markup it is, from one line to the next. At first it is a paragraph. */
typedef struct HtmlWords {
    Text until;      /* what ends a comment, a script: nothing before it counts; empty: there is none */
    unsigned lists;  /* that are open, in one another */
    unsigned number; /* of the next item of an ordered one, from 1; 0: it has no numbers */
    BlockKind kind;  /* of the words that come, which has text */
    bool in_tag;     /* which goes on from a line before: nothing of it counts */
    char quote;      /* in which it is within that tag; or 0 */
} HtmlWords;

/* Add the words of some more of it, which is `source` in the source. Blocks are opened as there are words for them. Linear. */
void html_words_add(HtmlWords *html, MarkupWriter *writer, Text markup, Range source);

#endif
