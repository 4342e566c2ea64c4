/* Addresses of the web in running text: "https://example.org/a_(b)", "www.example.org". */
#ifndef QUOIN_ARTICLE_WEB_ADDRESS_H
#define QUOIN_ARTICLE_WEB_ADDRESS_H

#include "base/range.h"
#include "base/text.h"

enum { WEB_ADDRESS_BYTES = 2048 }; /* the longest that is found */

/* The address that begins at the byte `at` (< text.size); empty: none does. */
Range web_address_at(Text text, size_t at);

/* The address that has the byte at `offset` in it; empty: none has. */
Range web_address_around(Text text, size_t offset);

#endif
