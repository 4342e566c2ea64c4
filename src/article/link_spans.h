/*
 * The links of a text, in its order and numbered so: those that its source has as links, and the addresses that stand in it as such. Found from the
 * front, as far as somebody asks; links without a place in the text are not among them.
 */
#ifndef QUOIN_ARTICLE_LINK_SPANS_H
#define QUOIN_ARTICLE_LINK_SPANS_H

#include "article/article.h"

typedef struct LinkSpan {
    ShortRange range; /* of the text */
    uint32_t given;   /* 1 + index into article->links; 0: an address that stands in the text */
} LinkSpan;

typedef struct LinkSpans {
    Arena *arena;
    const Article *article; /* NULL: of nothing yet */
    size_t scanned;         /* bytes of the text */
    size_t next;            /* the first of article->links that was not taken */
    ARRAY(LinkSpan) items;  /* number n is items[n - 1] */
} LinkSpans;

/* None are found yet. They live in `arena`. */
void link_spans_init(LinkSpans *spans, Arena *arena, const Article *article);

/* All that begin before `until` are there afterwards, as far as the text is indexed. Linear in the text that was not looked at before. */
void link_spans_cover(LinkSpans *spans, size_t until);

/* Of those that are there: the first that ends after `offset`; the one that has the byte there, or NO_INDEX. */
size_t link_spans_from(const LinkSpans *spans, size_t offset);
size_t link_spans_at(const LinkSpans *spans, size_t offset);

Text link_span_words(const LinkSpans *spans, size_t index);

/* What the source says of where it leads, whatever that is: link_address tells what may be opened. */
Text link_span_reference(const LinkSpans *spans, size_t index);

/*
 * Where a sign for the link goes that stands behind its words: after the last character that is seen; the start of the range: it has none.
 * Its number as such a sign: "[12]".
 */
size_t link_span_sign_place(const LinkSpans *spans, size_t index);
enum { LINK_NUMBER_BYTES = 16 };
size_t link_number_write(size_t index, char sign[LINK_NUMBER_BYTES]); /* the number of bytes, all ASCII */

#endif
