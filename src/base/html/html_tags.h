/* The elements of HTML, and what they are to a reader. */
#ifndef QUOIN_BASE_HTML_HTML_TAGS_H
#define QUOIN_BASE_HTML_HTML_TAGS_H

#include "base/html/html_scan.h"

/* The elements of html_tags.def; all others are HTML_OTHER. HTML_TEXT is no element: a run of characters. */
typedef enum HtmlTag {
    HTML_TEXT,
    HTML_OTHER,
#define TAG(ID, name, traits) HTML_##ID,
#include "base/html/html_tags.def"
#undef TAG
    HTML_TAG_COUNT
} HtmlTag;

/* What html_tags.def says of them. */
enum {
    TAG_BLOCK = 1,
    TAG_INLINE = 2,
    TAG_HEADING = 4,
    TAG_VOID = 8,
    TAG_RAW = 16,
    TAG_HIDDEN = 32,
    TAG_MEDIA = 64,
    TAG_CONTROL = 128
};

/* "p"; empty for HTML_TEXT and HTML_OTHER. */
Text html_tag_name(HtmlTag tag);
unsigned html_tag_traits(HtmlTag tag);                  /* TAG_…, or-ed */
HtmlTag html_tag_of(Text name);                         /* in lower case */
HtmlTag html_mark_tag(Text page, const HtmlMark *mark); /* of a start or an end tag, in whatever letters */

#endif
