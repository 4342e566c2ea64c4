/* Addresses of the web that lead to the same article, however they were come by. */
#ifndef QUOIN_ARTICLE_ADDRESS_IDENTITY_H
#define QUOIN_ARTICLE_ADDRESS_IDENTITY_H

#include "base/arena.h"

/*
 * The form that all addresses of one page have: without scheme, fragment, the slash at its end and what counts visitors ("utm_source=…"), with
 * the host in small letters. It is for comparing alone. In the arena; empty: it is no address of the web.
 */
Text address_identity(Arena *arena, Text address);

#endif
