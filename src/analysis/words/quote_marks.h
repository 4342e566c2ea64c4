/*
 * Quotation marks in pairs: what stands between an opening and a closing mark of the outer level, paragraph by paragraph. By custom a quotation
 * that goes on in the next paragraph has no closing mark in this one; it ends with its paragraph, as does one whose mark was forgotten.
 */
#ifndef QUOIN_ANALYSIS_WORDS_QUOTE_MARKS_H
#define QUOIN_ANALYSIS_WORDS_QUOTE_MARKS_H

#include "analysis/words/marks.h"

typedef struct QuotedSpan {
    ShortRange range;          /* marks included; to the end of the paragraph when it is not closed */
    unsigned char open, close; /* bytes of the marks */
    bool closed;
} QuotedSpan;

/* What stands between the marks. */
static inline Range span_inner(const QuotedSpan *span)
{
    return (Range){span->range.start + span->open, span->range.end - span->close};
}

typedef ARRAY(QuotedSpan) SpanList;

/* Found by looking at the beginning of a text. */
MarkStyle quote_marks_style(Text text);

/* Append the spans of one paragraph of `text`, by start; they do not overlap. Linear in the size of the paragraph. */
void quote_marks_find(Arena *arena, Text text, Range paragraph, const MarkStyle *style, SpanList *spans);

#endif
