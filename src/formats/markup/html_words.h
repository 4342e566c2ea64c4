/*
 * HTML as people write it into Markdown and into feeds: its words, and what kind of block they are. Tags that mean nothing here, comments, scripts
 * are dropped.
 */
#ifndef QUOIN_FORMATS_MARKUP_HTML_WORDS_H
#define QUOIN_FORMATS_MARKUP_HTML_WORDS_H

#include "formats/markup/markup_writer.h"

/* Markup that comes in pieces, a line each perhaps. All zero at first. */
typedef struct HtmlPiece {
    size_t start; /* in the markup */
    Range source; /* UNMAPPED: it stands nowhere there */
} HtmlPiece;

typedef struct HtmlWords {
    TextBuffer markup;
    ARRAY(HtmlPiece) pieces;
} HtmlWords;

/* Add a piece, which is `source` in the source. It is copied to the arena. */
void html_words_add(Arena *arena, HtmlWords *html, Text piece, Range source);

/*
 * Write the words of all pieces, and forget these. Blocks are opened as there are words for them; the last one stays open. A tag or a comment that is
 * not closed is words, and what follows it too. Linear.
 */
void html_words_write(HtmlWords *html, MarkupWriter *writer);

#endif
