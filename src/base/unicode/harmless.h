/*
 * Foreign text in files that other programs open (spreadsheets, editors, bibliographies). It stays what it is: emoji stay joined and keep their
 * skin tones, Persian and Hindi their joiners. Left out is what nobody sees and programs act upon: control characters, bidi controls, other
 * invisible ones; blanks and line separators of any kind are blanks, and what is no UTF-8 is U+FFFD. For a terminal it has to pass the gate.
 */
#ifndef QUOIN_BASE_UNICODE_HARMLESS_H
#define QUOIN_BASE_UNICODE_HARMLESS_H

#include "base/unicode/printable.h"

Text harmless_copy(Arena *arena, Text text, LineFeeds line_feeds);

void harmless_write(Sink *out, Text text, LineFeeds line_feeds);

/* May a character stand in such a file as it is? `before` is the one before it, or 0: tags are only so within a flag. */
bool harmless_passes(uint32_t code_point, uint32_t before);

#endif
