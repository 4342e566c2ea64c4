/*
 * The lines of a plain text, each with what tells its part in the whole: how far it is set in, how wide it is, whether a reply quotes it.
 */
#ifndef QUOIN_FORMATS_TEXT_SOURCE_LINES_H
#define QUOIN_FORMATS_TEXT_SOURCE_LINES_H

#include "base/text.h"

/* What stands before each line of the whole text, and is no part of it. Told by shape.h. */
typedef struct LineForm {
    bool numbered;   /* a number and a tab, as cat -n writes them */
    bool bars;       /* "| ", as ">" in a reply */
    bool cr_ends;    /* a CR ends a line; else it does so before an LF only */
    bool joined;     /* paragraphs were put into one line: it ends where marks tell that one did */
    bool drawn_size; /* widths as they are read, not as they are written: "&amp;" is one column */
} LineForm;

typedef struct SourceLine {
    Range range;      /* of the source: its words, without what stands before and behind them; empty: a blank line */
    size_t start;     /* of the whole line, with its margin */
    size_t next;      /* where the next line begins */
    unsigned indent;  /* columns of blanks before its words (tabs go to stops of eight) */
    unsigned columns; /* code points of its words */
    unsigned level;   /* of ">" before them */
    bool ends_page;   /* a form feed ends it */
    bool ends_text;   /* nothing ends it: it may go on in what is not there yet */
    bool ends_block;  /* a paragraph separator (U+2029) ends it */
} SourceLine;

/* The line that begins at `start`, which is before the end of the source. */
SourceLine source_line(Text source, size_t start, LineForm form);

static inline bool source_line_is_blank(const SourceLine *line)
{
    return range_is_empty(line->range);
}

/* The column behind its last word. */
static inline unsigned source_line_right(const SourceLine *line)
{
    return line->indent + line->columns;
}

/* Does it end with a stop, as it is written, marks and brackets left out? "… by noon.”" does: a paragraph may end here. */
bool line_may_end_paragraph(Text line);

/* Does it begin inside a sentence, with a small letter? Latin, Greek and Cyrillic ones are known. */
bool line_begins_small(Text line);

/* Does it begin or end a block of code, as Markdown has them? */
static inline bool line_is_fence(Text line)
{
    return text_starts_with(line, TEXT("```")) || text_starts_with(line, TEXT("~~~"));
}

/* Can a line of it be read as shorter than it is written? Else LineForm.drawn_size changes nothing. */
bool source_has_undrawn(Text source);

/* Columns of its first word: what would have to fit on the line before it. */
unsigned line_first_word_columns(Text line, LineForm form);

#endif
