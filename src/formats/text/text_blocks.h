/* The blocks of an article, written from its source: the head, then the body passage by passage. */
#ifndef QUOIN_FORMATS_TEXT_TEXT_BLOCKS_H
#define QUOIN_FORMATS_TEXT_TEXT_BLOCKS_H

#include "formats/text/text_writer.h"

/* What lasts while an article is read from its text. */
typedef struct TextBlocks {
    Article *article;
    Shape shape;
    PassageReader reader;
    TextWriter writer;
    bool has_head;        /* it was looked for */
    Passage line;         /* one line of the head, as a passage */
    unsigned list_indent; /* of the first item of the list that is being written: the others are set in from there */
} TextBlocks;

/* Write a passage as a block of that kind, at the end of the article's text; its words, none of which makes no block. */
Text text_blocks_add(TextBlocks *blocks, BlockKind kind, const Passage *passage);

/* Write the head, if the text has one, and fill the article's fields. */
void text_blocks_add_head(TextBlocks *blocks);

/* Fill the fields alone. */
void text_blocks_peek_head(TextBlocks *blocks);

/* Write the passages of the body that begin before `until` of the source. */
void text_blocks_add_body(TextBlocks *blocks, size_t until);

#endif
