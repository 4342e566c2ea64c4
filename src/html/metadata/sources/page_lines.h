/*
 * What a page prints, line by line, with what its markup says of each: in which a headline, a byline and a date are looked for. Lines are what
 * elements of blocks and <br> part.
 */
#ifndef QUOIN_HTML_METADATA_PAGE_LINES_H
#define QUOIN_HTML_METADATA_PAGE_LINES_H

#include "html/tree/html_tree.h"

/* What the names of elements say of the lines in them (hint_words.def). */
typedef enum PageHint {
    HINT_AUTHOR,   /* after authors or bylines */
    HINT_DATE,     /* after dates; a <time> too */
    HINT_ASIDE,    /* it is navigation, comments, a list of other articles, a notice; <nav> and <aside> too */
    HINT_SUBTITLE, /* after what stands below a headline */
    HINT_COUNT
} PageHint;

typedef struct PageLine {
    Text text;                   /* blanks in a row are one */
    Text pieces;                 /* the same, with a line end instead of a blank where two elements meet */
    Text datetime;               /* of the first <time> in it, as written; empty: none */
    uint32_t node;               /* its first characters */
    bool is_heading;             /* in a <h1> to <h6> */
    bool is_link;                /* all of it */
    bool hints[HINT_COUNT];      /* what page_lines_settle found */
    uint32_t around[HINT_COUNT]; /* the innermost element around it that is named so; 0: none */
} PageLine;

typedef struct PageLines {
    ARRAY(PageLine) items;
} PageLines;

PageLines page_lines_read(Arena *arena, const HtmlTree *tree);

/* The lines inside an element as one. */
Text page_text(Arena *arena, const HtmlTree *tree, size_t node);

/* The first line at `node` or after it; the number of lines: there is none. */
size_t page_line_at(const PageLines *lines, size_t node);

/* An element that holds `node`, which is the headline, holds the article: its name says nothing of single lines. All others do. */
void page_lines_settle(PageLines *lines, const HtmlTree *tree, size_t node);

/* The innermost element around a node that is named so; 0: none. */
size_t page_element_around(const HtmlTree *tree, size_t node, PageHint hint);

#endif
