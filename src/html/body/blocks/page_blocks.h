/*
 * A web page as blocks: runs of text that stand in lines of their own, each with the element that it stands in, and what in it is a link or set
 * apart. Hidden elements, scripts, and the controls of forms are left out.
 */
#ifndef QUOIN_HTML_BODY_BLOCKS_PAGE_BLOCKS_H
#define QUOIN_HTML_BODY_BLOCKS_PAGE_BLOCKS_H

#include "html/tree/html_tree.h"

/* An element that blocks stand in, after the one that it stands in itself. An inline one is here where a block begins with it and it has a name. */
typedef struct PageElement {
    uint32_t node;   /* of the tree */
    uint32_t parent; /* of the elements; the first is its own */
    HtmlTag tag;
    Text names, marks; /* page_names_of, page_marks_of */
} PageElement;

/* A stretch of a block's text that is all of one link and one style. Those of a block stand in its order, and leave out what is plain. */
typedef struct PageSpan {
    Range range;     /* of page->text */
    uint32_t link;   /* the node of the link; 0: it is none */
    unsigned styles; /* EMPHASIS_…, or-ed */
} PageSpan;

typedef struct PageBlock {
    Range range;      /* of page->text; never empty */
    uint32_t element; /* of page->elements */
    uint32_t span, span_count;
    uint32_t letters; /* how long it is: characters, those of three bytes and more count twice (an ideograph says more than a letter) */
    uint32_t linked;     /* letters of its links */
    uint32_t emphasised; /* letters set apart */
    uint32_t links;
    bool after_rule; /* a line is drawn before it */
} PageBlock;

typedef struct Page {
    const HtmlTree *tree;
    TextBuffer text;
    ARRAY(PageElement) elements;
    ARRAY(PageBlock) blocks;
    ARRAY(PageSpan) spans;
} Page;

/* What a style sheet or a script would show only later, or only where no script runs: a page that says nothing else is read with it. */
typedef enum HiddenParts { HIDDEN_LEFT_OUT, HIDDEN_TAKEN } HiddenParts;

/* The blocks of a page, in its order; linear. The tree must live as long. */
void page_blocks_read(Arena *arena, const HtmlTree *tree, HiddenParts hidden, Page *page);

static inline Text page_block_text(const Page *page, size_t block)
{
    return text_slice(text_buffer_text(&page->text), page->blocks.items[block].range);
}

static inline const PageElement *page_block_element(const Page *page, size_t block)
{
    return &page->elements.items[page->blocks.items[block].element];
}

#endif
