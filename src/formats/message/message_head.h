/*
 * The head of a message (RFC 5322): lines of fields, "Subject: …", up to the first that is blank. Names of fields are asked for in any letter case;
 * a field that stands there twice is the first.
 */
#ifndef QUOIN_FORMATS_MESSAGE_MESSAGE_HEAD_H
#define QUOIN_FORMATS_MESSAGE_MESSAGE_HEAD_H

#include "base/arena.h"
#include "base/range.h"

/* Bytes of the head of `bytes`, the blank line behind it among them; where it goes on to the end, all of them. */
size_t message_head_size(Text bytes);

/* Does it begin with a field that people look at: from whom it is, when, what about? */
bool message_has_fields(Text bytes);

/* The same, and with one that says how its text is written (MIME): without that it is a text, which can be read as it is. */
bool message_is_begun(Text bytes);

/* The value of a field as it is there, on one line; empty: there is none. */
Text message_field(Arena *arena, Text head, Text name);

/* "utf-8" of `text/plain; charset="utf-8"`: a parameter of such a value; empty: there is none. A slice of `value`. */
Text message_parameter(Text value, Text name);

/* A value as people read it: "=?UTF-8?Q?Caf=C3=A9?=" is "Café" (RFC 2047). */
Text message_words(Arena *arena, Text value);

#endif
