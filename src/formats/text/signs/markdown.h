/* Signs of Markdown in a paragraph: what is not read as text, and what it says. */
#ifndef QUOIN_FORMATS_TEXT_SIGNS_MARKDOWN_H
#define QUOIN_FORMATS_TEXT_SIGNS_MARKDOWN_H

#include "article/article.h"

/* Bytes of the source that are not shown, and what begins or ends behind them. */
typedef struct InlineMark {
    Range source;
    unsigned begins, ends; /* EMPHASIS_…, or-ed */
    Range url;             /* of the source, where a link begins; else empty */
    bool ends_link;
} InlineMark;

typedef ARRAY(InlineMark) InlineMarks;

/* The marks in the words of a passage, in their order; `marks` is emptied before. Linear. */
void markdown_marks(Arena *arena, Text source, Range words, InlineMarks *marks);

#endif
