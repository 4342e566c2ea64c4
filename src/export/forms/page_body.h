/* The body of an article in HTML, with its quotations, speakers and links marked. For page.c. */
#ifndef QUOIN_EXPORT_FORMS_PAGE_BODY_H
#define QUOIN_EXPORT_FORMS_PAGE_BODY_H

#include "analysis/result/speakers.h"
#include "article/link_spans.h"
#include "export/export.h"

enum { SPEAKER_HUES = 8 }; /* classes s1 to s8, in turns; s0: nobody knows */

/* Words by which a speaker is named at a quotation. */
typedef struct PageName {
    Range range;
    size_t number; /* of the quotation, from 1 */
} PageName;

typedef struct PageWriting {
    Sink *out;
    Arena scratch;
    const ExportSource *source;
    size_t article; /* its number on the page, from 0 */
    Speakers speakers;
    LinkSpans links;
    ARRAY(PageName) names;          /* by place */
    size_t first_quote, first_name; /* those before end before what is being written */
    bool *opened;                   /* of each listed quotation: its mark has been written, with its name */
    size_t *outer;                  /* of each: the one that it stands in, from 1; 0: none */
} PageWriting;

/* The class of a quotation's speaker: 0 to SPEAKER_HUES. */
size_t page_hue(const PageWriting *writing, size_t quote);

/* "a1-q3": the name of a listed quotation (from 1) as a place of the page; `letter` is 'q' in the text, 'w' in the list. */
void page_put_anchor(const PageWriting *writing, char letter, size_t number);

/* Fill `names`. */
void page_find_names(PageWriting *writing);

/* The headline's words or a block's, marked; in the order of the text. */
void page_put_range(PageWriting *writing, Range range);

/* All blocks of the body. */
void page_put_body(PageWriting *writing);

#endif
