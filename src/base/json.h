/* JSON (RFC 8259): a writer of strings, and a reader of the lines that a pipeline sends. */
#ifndef QUOIN_BASE_JSON_H
#define QUOIN_BASE_JSON_H

#include "base/sink.h"

/* Write `text` as a string, quotation marks included. Control and invisible characters are escaped, bytes that are not UTF-8 become U+FFFD. */
void json_write_text(Sink *sink, Text text);

/* A member of an object as it stands in the line. */
typedef struct JsonMember {
    Text key;
    Text raw;        /* the value as written */
    Text text;       /* of a string: its decoded text; else empty */
    bool is_string;
} JsonMember;

typedef ARRAY(JsonMember) JsonObject;

/*
 * Read one object and nothing after it. Values are checked, but only strings are decoded; lone surrogates become U+FFFD. False: it is not
 * one; `*at` is the byte where that shows, `*why` says what was expected.
 */
bool json_read_object(Arena *arena, Text line, JsonObject *object, size_t *at, const char **why);

/*
 * The items of an array, one a call: `array` is as it stands in a line that was read, `*at` where to go on, 0 at first. The item has no
 * key. False: there are no more.
 */
bool json_next_item(Arena *arena, Text array, size_t *at, JsonMember *item);

const JsonMember *json_member(const JsonObject *object, Text key);

#endif
