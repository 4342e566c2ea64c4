/*
 * Quotation marks in pairs: what stands between an opening and a closing mark of one level, paragraph by paragraph. By custom a quotation
 * that goes on in the next paragraph has no closing mark in this one; it ends with its paragraph, as does one whose mark was forgotten.
 */
#ifndef QUOIN_ANALYSIS_WORDS_QUOTE_MARKS_H
#define QUOIN_ANALYSIS_WORDS_QUOTE_MARKS_H

#include "base/arena.h"

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

/* Which marks a text uses for its first level: found by looking at its beginning. */
typedef struct MarkStyle {
    bool single;        /* ‘ ’ or ' ' are the first level, as in British print */
    bool guillemets_in; /* »so«, as in German print, instead of «so» */
} MarkStyle;

MarkStyle quote_marks_style(Text text);

typedef ARRAY(QuotedSpan) SpanList;

/* Append the spans of one paragraph of `text`, by start; they do not overlap. Linear in the size of the paragraph. */
void quote_marks_find(Arena *arena, Text text, Range paragraph, MarkStyle style, SpanList *spans);

#endif
