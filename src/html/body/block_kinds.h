/* What a block of a page is in an article: a heading, an item, a caption, a cell of a table, … */
#ifndef QUOIN_HTML_BODY_BLOCK_KINDS_H
#define QUOIN_HTML_BODY_BLOCK_KINDS_H

#include "article/article.h"
#include "html/body/blocks/page_facts.h"

typedef struct BlockForm {
    BlockKind kind;
    uint32_t holder; /* the element that belongs together: the list, the quotation, the table, the figure; 0: none */
    uint32_t row;    /* of a cell: the element of its row; of an item: of the item */
    bool is_cell;
    bool begins_item; /* no block of the same item stands before it */
    unsigned number;  /* of an ORDERED_ITEM */
} BlockForm;

/* The forms of all blocks of a page, in `arena`; linear. */
BlockForm *block_forms_read(Arena *arena, const PageFacts *facts);

#endif
