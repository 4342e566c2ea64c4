/* Addresses of the web that a page can be got from: "https://example.org/a?b". */
#ifndef QUOIN_ARTICLE_PAGE_ADDRESS_H
#define QUOIN_ARTICLE_PAGE_ADDRESS_H

#include "base/limits.h"

/* Does it begin as such an address, so that it is not meant as the name of a file? */
bool is_page_address(Text text);

/*
 * What to do with a name of which there is no file, where people may have meant an address: "www.example.org", "example.org/story",
 * "localhost:8080/a", "file:///tmp/a", "ftp://example.org": for a message, as "an address begins with https:// or http://"; empty: it is none.
 */
Text address_advice(Arena *arena, Text name);

/*
 * The address as programs want it, in the arena: the scheme in small letters, without blanks around it, what is beyond ASCII after the host
 * percent-encoded. Empty: it cannot be one, and `*why` says why, for a message that has named it ("has a blank in it; …"). `is_page_address` holds.
 */
Text page_address(Arena *arena, Text text, const char **why);

Text page_address_host(Text address); /* "example.org", of an address that page_address gave */

/* "example.org/a": without the scheme and a slash at its end. */
Text page_address_shown(Text address);

/* Of such an address the path without query and fragment: "/a". */
Text page_address_path(Text address);

#endif
