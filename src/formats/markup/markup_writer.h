/*
 * Writes the text of an article block by block from pieces of a source with markup, and notes where each piece stands there, what of it is set apart,
 * and what links.
 */
#ifndef QUOIN_FORMATS_MARKUP_MARKUP_WRITER_H
#define QUOIN_FORMATS_MARKUP_MARKUP_WRITER_H

#include "article/article_build.h"
#include "formats/text/signs/word_breaks.h"

typedef struct MarkupWriter {
    ArticleBuilder *builder; /* whose text grows; of its article the blocks, the source map, emphases and links */
    bool is_open;
    Block block;           /* that is open; its range begins where its words do */
    size_t before;         /* where the text ended before it */
    size_t emphases_count; /* of the article, before it */
    size_t links_count;
    Text source; /* whose words tell whether one that a line end breaks has a hyphen */
    WordBreaks breaks;
    size_t line_start;     /* of its last line, as its source has lines */
    bool line_ended;       /* what comes is in another line */
    unsigned bold, italic; /* how many deep */
    Emphasis emphasis;     /* what is being written */
    unsigned link_depth;   /* the outermost counts */
    size_t link_start;
    Text link;     /* empty: none */
    size_t mapped; /* up to here the source is in the map: it only goes on */
} MarkupWriter;

/* Where a piece stands in the source, if it does: UNMAPPED otherwise. */
#define UNMAPPED ((Range){0, 0})

/* Begin a block, after the one that is open, if any. */
void markup_open(MarkupWriter *writer, Block block);

/* Add prose, in which blanks in a row are one; or a text as it is. `source`: the same bytes there, or what stands for all of them. */
void markup_add(MarkupWriter *writer, Text text, Range source);
void markup_add_kept(MarkupWriter *writer, Text text, Range source);
void markup_add_blank(MarkupWriter *writer); /* unless there is one, or nothing before it */

/* The next words are in another line of the source. */
void markup_end_line(MarkupWriter *writer);

/* What follows is set apart (EMPHASIS_BOLD or _ITALIC), or is no longer. */
void markup_set_apart(MarkupWriter *writer, unsigned style, bool begins);

/* What follows links; `url` is kept as it is, and must last. One within another is none. */
void markup_begin_link(MarkupWriter *writer, Text url);
void markup_end_link(MarkupWriter *writer);

/* The words of the open block, without blanks at their ends. Good until more is added. */
Text markup_words(MarkupWriter *writer);

/* End the open block: it is one of the article's, if it has words. */
void markup_close(MarkupWriter *writer);

/* End it and forget it. */
void markup_discard(MarkupWriter *writer);

/* Take back what the open block has. */
void markup_empty(MarkupWriter *writer);

/* Add a block without words. */
void markup_add_textless(MarkupWriter *writer, BlockKind kind);

/* The last block that was closed; NULL: there is none. */
const Block *markup_last_block(const MarkupWriter *writer);

#endif
