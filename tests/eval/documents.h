/* Annotated articles from where they are kept: a file of JSON lines, a folder of marked texts, or one of texts NAME.txt with their
 * tables NAME.marks (gold.h has the forms). */
#ifndef QUOIN_TESTS_EVAL_DOCUMENTS_H
#define QUOIN_TESTS_EVAL_DOCUMENTS_H

#include "eval/gold.h"

typedef struct Documents {
    GoldDocument *items;
    size_t count, capacity;
} Documents;

/* What the texts of a folder have marked in them. */
typedef enum MarkedKind {
    MARKED_QUOTATIONS, /* a file is a document */
    MARKED_NAMES       /* a line is; the file's name is its source. What follows a "#" at a line's start is left out */
} MarkedKind;

/* Add the documents of `path`, in their order (a folder's by name), to `arena`. False: one cannot be read;
 * stderr says which and why. */
bool documents_read(Arena *arena, const char *path, MarkedKind kind, Documents *documents);

#endif
