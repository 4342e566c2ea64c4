/*
 * A text whose quotations stand in double marks, written with others: ‘as in British print’, 'as on a typewriter', „wie im Deutschen“. Who said
 * what must not depend on that, so a test needs no annotation, and annotated texts are so many more.
 */
#ifndef QUOIN_TESTS_EVAL_OTHER_MARKS_H
#define QUOIN_TESTS_EVAL_OTHER_MARKS_H

#include "eval/gold.h"

typedef struct MarkWay {
    const char *name;
    Text marks[2][4]; /* opening, closing, and those inside of a quotation; of every other quotation the second row, if it has one */
} MarkWay;

extern const MarkWay mark_ways[];
extern const size_t mark_way_count;

/* NULL: there is none of that name. */
const MarkWay *mark_way_named(Text name);

/* Do all quotations stand in double marks, without a single mark that opens outside of them? */
bool has_double_marks_only(Text text);

/* The document with its marks written so, its quotations and what is ignored where they are then. */
GoldDocument with_other_marks(Arena *arena, const GoldDocument *document, const MarkWay *way);

#endif
