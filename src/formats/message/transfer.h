/* How bytes travel in a message: as letters that every program passes on (RFC 2045, 2047). What is not of the form stays as it is. */
#ifndef QUOIN_FORMATS_MESSAGE_TRANSFER_H
#define QUOIN_FORMATS_MESSAGE_TRANSFER_H

#include "base/report.h"

/* "Content-Transfer-Encoding: quoted-printable", or "base64", or what needs no change. In the arena, or `bytes` themselves. */
Text transfer_content(Arena *arena, Text bytes, Text encoding);

Text transfer_base64(Arena *arena, Text letters);
Text transfer_q_word(Arena *arena, Text letters); /* "Caf=C3=A9_closes" of a head */

/*
 * The bytes as UTF-8: they are that if they can be, whatever the charset's name says, since programs that convert mail leave the name as it was;
 * else what the name says; an unknown name: as of any text (base/unicode/decoder.h). What was replaced the report tells; NULL: nobody is told. In the
 * arena, or `bytes` themselves.
 */
Text transfer_utf8(Arena *arena, Text bytes, Text charset, Report *report);

#endif
