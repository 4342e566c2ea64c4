/*
 * Writes the text of an article block by block from pieces of a Markdown source, and notes where each piece stands there, what of it is set apart,
 * and what links.
 */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_WRITER_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_WRITER_H

#include "article/article_build.h"
#include "formats/text/signs/word_breaks.h"

typedef struct MarkdownWriter {
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
} MarkdownWriter;

/* Where a piece stands in the source, if it does: UNMAPPED otherwise. */
#define UNMAPPED ((Range){0, 0})

/* Begin a block, after the one that is open, if any. */
void markdown_open(MarkdownWriter *writer, Block block);

/* Add prose, in which blanks in a row are one; or a text as it is. `source`: the same bytes there, or what stands for all of them. */
void markdown_add(MarkdownWriter *writer, Text text, Range source);
void markdown_add_kept(MarkdownWriter *writer, Text text, Range source);
void markdown_add_blank(MarkdownWriter *writer); /* unless there is one, or nothing before it */

/* The next words are in another line of the source. */
void markdown_end_line(MarkdownWriter *writer);

/* What follows is set apart (EMPHASIS_BOLD or _ITALIC), or is no longer. */
void markdown_set_apart(MarkdownWriter *writer, unsigned style, bool begins);

/* What follows links; `url` is kept as it is, and must last. One within another is none. */
void markdown_begin_link(MarkdownWriter *writer, Text url);
void markdown_end_link(MarkdownWriter *writer);

/* The words of the open block, without blanks at their ends. Good until more is added. */
Text markdown_words(MarkdownWriter *writer);

/* End the open block: it is one of the article's, if it has words. */
void markdown_close(MarkdownWriter *writer);

/* End it and forget it. */
void markdown_discard(MarkdownWriter *writer);

/* Take back what the open block has. */
void markdown_empty(MarkdownWriter *writer);

/* Add a block without words. */
void markdown_add_textless(MarkdownWriter *writer, BlockKind kind);

/* The last block that was closed; NULL: there is none. */
const Block *markdown_last_block(const MarkdownWriter *writer);

#endif
