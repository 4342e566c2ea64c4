/*
 * Where a link leads, in a form that may be handed to another program or to a terminal: printable ASCII without blanks, with a scheme that cannot run
 * or read anything on this machine.
 */
#ifndef QUOIN_ARTICLE_LINK_ADDRESS_H
#define QUOIN_ARTICLE_LINK_ADDRESS_H

#include "base/arena.h"

enum { LINK_ADDRESS_BYTES = 8192 }; /* the longest */

/*
 * What `reference` means in a page whose address is `base` (empty: not known): an address that begins with "http://", "https://" or "mailto:".
 * "www.example.org" is "http://www.example.org". All that is not ASCII, or not printed, is percent-encoded (RFC 3986, 2.1). Empty: it leads nowhere
 * that may be opened: another scheme, a relative one without a base, one that is too long. In the arena.
 */
Text link_address(Arena *arena, Text base, Text reference);

/* For people: without "https://", which most have, and the "/" at the end of a host alone; what is wider than `columns` has "…" in its middle. */
Text link_address_shown(Arena *arena, Text address, size_t columns);

#endif
