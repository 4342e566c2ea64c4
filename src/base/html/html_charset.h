/* Which encoding a web page is in: by what it is, what it says, and what was said of it, in the order that browsers have taught pages to expect. */
#ifndef QUOIN_BASE_HTML_HTML_CHARSET_H
#define QUOIN_BASE_HTML_HTML_CHARSET_H

#include "base/unicode/encoding.h"

enum {
    HTML_CHARSET_WITHIN =
        4096 /* bytes from the start of a page in which it may say what it is; browsers look in 1,024 at least */
};

/* What the page says, in <meta charset>, <meta http-equiv> or its XML declaration; a part of it, as written. Empty: nothing. */
Text html_charset_declared(Text page);

/* The encoding that a label means; see encoding_find for what that loads. False: it is none, or the system cannot convert it. */
bool html_charset_find(Text label, Encoding *encoding);

/*
 * The encoding of a page. A byte order mark, or letters of two bytes, decide; then UTF-8, if all of it is that, whatever it says; then `told` (by a
 * server or a user; may be empty), then what it says. Else all zero: UTF-8, and what is not UTF-8 in it windows-1252. `page` may be the start of
 * one, up to a whole character.
 */
Encoding html_charset(Text page, Text told);

#endif
