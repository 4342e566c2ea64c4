/*
 * Writes the text of an article from the lines of its source: what stands for something else within them is undone (characters written out, soft
 * hyphens, signs of Markdown, what terminals are told), and lines become one. It notes what came from where.
 */
#ifndef QUOIN_FORMATS_TEXT_TEXT_WRITER_H
#define QUOIN_FORMATS_TEXT_TEXT_WRITER_H

#include "formats/text/passages.h"
#include "formats/text/signs/control_forms.h"
#include "formats/text/signs/markdown.h"
#include "formats/text/signs/word_breaks.h"

typedef struct TextWriter {
    Article *article; /* whose text, source map, emphases and links grow */
    Text source;
    char *bytes; /* of the article's text: as much room as the source has, of which nothing moves */
    size_t capacity;
    WordBreaks breaks;
    ControlState control;
    InlineMarks marks; /* of the passage */
    size_t next_mark;
    unsigned set_apart; /* EMPHASIS_…, by marks */
    Emphasis emphasis;  /* what is being written */
    size_t link_start;  /* in the text */
    Text link;          /* empty: none */
    bool keeps_blanks;  /* as they are: not prose */
} TextWriter;

/* `most`: bytes that the source will have at most. */
void text_writer_init(TextWriter *writer, Article *article, size_t most);

/* Add what a passage says, as one piece, to article->text; its range there, which is empty where nothing is left. It becomes the next block. */
Range text_writer_add(TextWriter *writer, Text source, const Passage *passage);

#endif
