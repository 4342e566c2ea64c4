/*
 * Blocks of web pages against what people who read the pages say that they are: html-blocks.tsv. Of a page's text it has nothing but sums.
 *
 *     wcxb-4584   mend   heading   c3f2a1e09b6d7744
 *
 * A page's identifier, which part it is of, what the block is, and the sum of its words (bare_words_sum), a block of an article a line in the order
 * of the page. What is no article has no line. "any": it may be there or not, and as whatever it is; a person could not tell either. Of a table
 * each row is a line, of code each line.
 */
#ifndef QUOIN_TESTS_EVAL_HTML_BLOCKS_H
#define QUOIN_TESTS_EVAL_HTML_BLOCKS_H

#include "article/article.h"

#define GOLD_KINDS(KIND)         \
    KIND(PARAGRAPH, "paragraph") \
    KIND(HEADING, "heading")     \
    KIND(CAPTION, "caption")     \
    KIND(LIST, "list")           \
    KIND(QUOTATION, "quotation") \
    KIND(TABLE, "table")         \
    KIND(CODE, "code")           \
    KIND(ANY, "any")

typedef enum GoldKind {
#define KIND(ID, name) GOLD_##ID,
    GOLD_KINDS(KIND) GOLD_KIND_COUNT
#undef KIND
} GoldKind;

typedef struct GoldBlock {
    Text page, part;
    GoldKind kind;
    uint64_t sum;
    bool is_found;
} GoldBlock;

typedef ARRAY(GoldBlock) GoldBlocks;

/* For each kind: how many blocks people see, how many we do, how many of both. */
typedef struct BlockFigures {
    size_t pages, gold[GOLD_KIND_COUNT], found[GOLD_KIND_COUNT], right[GOLD_KIND_COUNT];
} BlockFigures;

/* The lines of the table, in `arena`. False: one of them cannot be read; stderr says which. */
bool gold_blocks_read(Arena *arena, const char *path, GoldBlocks *blocks);

bool gold_blocks_has(const GoldBlocks *blocks, Text page, Text part); /* an empty part: any */

/* Count the blocks of a page's article. `tell`: each that is wrong or missing is printed. */
void block_figures_add(BlockFigures *figures, GoldBlocks *gold, Text page, const Article *article, bool tell);

void block_figures_print(Text name, const BlockFigures *figures); /* to standard output */

#endif
