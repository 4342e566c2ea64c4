/* Bytes as letters: base64 (RFC 4648, section 4), with its padding and without line ends. */
#ifndef QUOIN_BASE_BASE64_H
#define QUOIN_BASE_BASE64_H

#include "base/arena.h"

Text base64_write(Arena *arena, Text bytes);

#endif
