/*
 * Addresses of the web: what their parts are, where they stand in running text ("https://example.org/a_(b)", "www.example.org"), and what one means
 * in a page.
 */
#ifndef QUOIN_ARTICLE_WEB_ADDRESS_H
#define QUOIN_ARTICLE_WEB_ADDRESS_H

#include "base/arena.h"
#include "base/range.h"

enum { WEB_ADDRESS_BYTES = 2048 };           /* the longest that is found in running text */
enum { WEB_ADDRESS_REFERENCE_BYTES = 8192 }; /* the longest base, and the longest reference, that are resolved */

/* Bytes of the "http://" or "https://", in whatever letters, that the text begins with; 0: with neither. */
size_t web_address_scheme_size(Text text);

/*
 * An address, or a reference to one, in its parts (RFC 3986, section 3):
 *
 *     scheme "://" user "@" host ":" port path "?" query "#" fragment
 *
 * They are slices of it; what it does not have is empty. Any text has such parts: whether they are sound is not looked at.
 */
typedef struct WebAddressParts {
    Text scheme;          /* "https", of any scheme */
    Text authority;       /* all between "//" and the path */
    Text host, port;      /* "example.org", "[::1]"; "8080" */
    Text path;            /* "/a/b" */
    Text query, fragment; /* with their "?" and "#", so that an empty one is told from none */
    bool has_authority;   /* there is a "//", whatever is behind it */
} WebAddressParts;

WebAddressParts web_address_parts(Text address);

/* The address that begins at the byte `at` (< text.size); empty: none does. */
Range web_address_at(Text text, size_t at);

/* The first address that begins in a range of the text; empty, at the end of the range: none does. */
Range web_address_next(Text text, Range range);

/* The address that has the byte at `offset` in it; empty: none has. */
Range web_address_around(Text text, size_t offset);

/*
 * The address that `reference` means in a page whose address is `base`, after RFC 3986, section 5.2: "../b?c#d" against
 * "https://example.org/x/y" is "https://example.org/b?c#d". A fragment of the base is of no account.
 *
 * Only addresses that begin with http:// or https:// and name a host come out, the scheme in small letters. Everything else is empty: javascript:,
 * data:, mailto:, file: and all other schemes; a relative reference where the base is no such address (empty: it is not known); what is longer
 * than WEB_ADDRESS_REFERENCE_BYTES. An empty reference means the base.
 *
 * What pages have beyond the RFC is read as browsers read it (https://url.spec.whatwg.org/#url-parsing): blanks around it, and tabs and line ends in
 * it, are dropped; "" before the query is "/"; "http:g" against a base of the same scheme is "g" (5.4.2 allows it). Blanks, control characters and
 * ", <, > and ` are percent-encoded: there are none of them in the result. Other characters stay as they are, letters beyond ASCII too.
 *
 * The result lives in `arena`. It takes time linear in both.
 */
Text web_address_resolve(Arena *arena, Text base, Text reference);

#endif
