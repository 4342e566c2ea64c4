/* Where the words of a Markdown text go: which block they are part of, with their places in the source; tables, footnotes and who is quoted. */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_WORDS_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_WORDS_H

#include "formats/markdown/markdown_table.h"
#include "formats/markup/markup_writer.h"

typedef enum MarkdownContainerKind {
    CONTAINER_QUOTATION,
    CONTAINER_LIST,
    CONTAINER_ORDERED_LIST,
    CONTAINER_ITEM
} MarkdownContainerKind;

/* A quotation, a list or an item of one, that is open. */
typedef struct MarkdownContainer {
    MarkdownContainerKind kind;
    unsigned number; /* of a list: of its next item; of an item: its own, or 0 */
    unsigned indent; /* columns that what it contains is set in */
    bool tight;      /* no blank lines between its items */
    bool begun;      /* it has a block already */
} MarkdownContainer;

/* What the words belong to. */
typedef enum MarkdownLeaf { LEAF_PARAGRAPH, LEAF_HEADING, LEAF_CODE, LEAF_TABLE, LEAF_HTML } MarkdownLeaf;

/* What a paragraph has, which tells what it is. */
typedef struct MarkdownContents {
    bool image; /* it began with one */
    bool plain; /* words that are neither set apart nor an image's */
    bool begun; /* words at all: whether it is a table is known */
} MarkdownContents;

typedef struct MarkdownWriting {
    Text body;     /* as it is */
    Text guarded;  /* as md4c sees it: the same size */
    size_t offset; /* of the body in the source */
    MarkupWriter writer;
    ARRAY(MarkdownContainer) containers; /* those that are open, the innermost last */
    MarkdownLeaf leaf;
    MarkdownContents contents;
    bool begins_line;
    size_t passed;   /* of the body, up to where it is written or left out */
    unsigned images; /* that are open, in one another */
    MarkdownTable table;
    Range rule;          /* of the table, in the body: nothing of it is words */
    bool continues_note; /* an indented block below a footnote */
} MarkdownWriting;

/* Do these bytes stand in the guarded body? And where in the source: UNMAPPED for a piece that does not. */
bool markdown_is_in_body(const MarkdownWriting *writing, const char *bytes);
Range markdown_place_of(const MarkdownWriting *writing, Text piece);

/* The innermost container; NULL: none is open. */
MarkdownContainer *markdown_innermost(const MarkdownWriting *writing);

/* The block that a paragraph is where the text has come to; open the one that the words belong to, or another. */
Block markdown_block_of_paragraph(const MarkdownWriting *writing);
void markdown_open_leaf(MarkdownWriting *writing);
void markdown_open_as(MarkdownWriting *writing, Block block);

/* Add words, in which bars may part the cells of a table; those that are none; a reference ("&amp;"); and what is kept as it is, with its blanks. */
void markdown_add_text(MarkdownWriting *writing, Text words);
void markdown_add_words(MarkdownWriting *writing, Text words);
void markdown_add_reference(MarkdownWriting *writing, Text words);
void markdown_add_kept(MarkdownWriting *writing, Text words);

/* End the paragraph that is open, if one is: its words tell what it was. */
void markdown_end_paragraph(MarkdownWriting *writing);

#endif
