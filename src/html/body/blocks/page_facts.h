/* What is known of a page's elements and blocks before anything is decided: what names, tags, places and lengths say. */
#ifndef QUOIN_HTML_BODY_BLOCKS_PAGE_FACTS_H
#define QUOIN_HTML_BODY_BLOCKS_PAGE_FACTS_H

#include "html/body/blocks/page_blocks.h"

typedef struct ElementFacts {
    uint16_t furniture, body; /* elements from the root on to here whose name says so; a body begins anew */
    uint16_t strange;         /* those that hold words of others: comments, consent to cookies */
    uint16_t furniture_tags;  /* nav, footer, aside, … */
    uint16_t items, figures, headings, articles; /* of li, td, …; figure, figcaption; h1 …; article, main */
    uint16_t depth;
    uint32_t story;                   /* the outermost <article> that it is in, 0 for none */
    uint32_t look;                    /* of elements that look alike: tag and names of this one and of its parent */
    uint32_t letters, linked, blocks; /* of all in it */
    uint32_t titles;                  /* <h1> elements in it */
} ElementFacts;

typedef struct BlockFacts {
    Text lower;        /* its first letters, as small ones */
    uint32_t look;     /* index of the look: blocks that look alike have the same */
    bool is_sentence;  /* it ends as sentences do */
    bool is_furniture; /* it begins as what is no article does */
    bool is_label;     /* it is nothing but a label of what is none: "Advertisement" */
    bool is_repeated;  /* the same text stands elsewhere too */
    bool is_title;     /* the page's own title */
    bool is_standfirst; /* below it, what the page tells of itself to others, word for word; it may be set as a heading */
    uint8_t told;       /* tenths of its words that the page's own description has; 255: there is none */
    uint8_t marked;     /* and the body that the page gives to search engines */
} BlockFacts;

typedef struct PageFacts {
    const Page *page;
    ElementFacts *elements;
    BlockFacts *blocks;
    uint32_t *look_letters; /* letters of sentences of each look */
    size_t look_count;
    uint32_t sentence_letters; /* of all */
    size_t title;              /* the block of the title; NO_INDEX: none */
} PageFacts;

void page_facts_read(Arena *arena, const Page *page, PageFacts *facts);

#endif
