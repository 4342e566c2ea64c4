/*
 * The marks of a page, one after another: its tags, comments and declarations as they stand in its bytes, without a tree. For what must look at a
 * page cheaply, or before the parser does. Linear in the page, and right about quoted values, comments and scripts.
 */
#ifndef QUOIN_BASE_HTML_HTML_SCAN_H
#define QUOIN_BASE_HTML_HTML_SCAN_H

#include "base/text.h"

typedef enum HtmlMarkKind {
    HTML_MARK_START, /* <p class=a> */
    HTML_MARK_END,   /* </p> */
    HTML_MARK_OTHER  /* <!-- a -->, <!doctype html>, <?xml version="1.0"?> */
} HtmlMarkKind;

typedef struct HtmlMark {
    HtmlMarkKind kind;
    Range range; /* all of it, to the end of the page where it is not closed */
    Range name;  /* "p"; empty for OTHER */
    size_t attribute_count;
    bool has_odd_name; /* of an attribute: more than letters, digits, "-", "_", ":" and ".", the first a letter, "_", ":" or "." */
} HtmlMark;

bool html_name_is_odd(Text name); /* so */

/* The next mark that begins at or after `from`; false: there is none. */
bool html_next_mark(Text page, size_t from, HtmlMark *mark);

Text html_mark_name(Text page, const HtmlMark *mark); /* as it is written: capitals are possible */
bool html_mark_is(Text page, const HtmlMark *mark, HtmlMarkKind kind, Text name);

/* What comes after a start tag: behind it; of a script or a style, whose text has no marks, at its end tag or at the end of the page. */
size_t html_after_mark(Text page, const HtmlMark *mark);

/* Where the end tag of an element of that name stands, at or after `from`; page.size: there is none. */
size_t html_end_tag(Text page, size_t from, Text name);

/* The attributes of a start tag: `*at` is 0 at first. The value is empty where none is given; references in it are not resolved. */
typedef struct HtmlPair {
    Text name, value;
    Range range; /* of both in the page */
} HtmlPair;
bool html_next_attribute(Text page, const HtmlMark *mark, size_t *at, HtmlPair *pair);

/* The value of the first attribute of that name, letter case ignored; empty: there is none. */
Text html_mark_attribute(Text page, const HtmlMark *mark, Text name);

#endif
