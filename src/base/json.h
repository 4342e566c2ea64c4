/* JSON (RFC 8259): a writer of strings, and a reader of the lines that a pipeline sends. */
#ifndef QUOIN_BASE_JSON_H
#define QUOIN_BASE_JSON_H

#include "base/sink.h"

/* Write `text` as a string, quotation marks included. What the gate does not let through (printable_passes) is escaped, and what cannot be
 * seen; bytes that are not UTF-8 become U+FFFD. */
void json_write_text(Sink *sink, Text text);

/* A member that somebody wants: `raw` gets the value as written, empty when there is none. */
typedef struct JsonWanted {
    Text key, raw;
} JsonWanted;

/*
 * Read one object and nothing after it, and find the members that are wanted; all others are checked and passed over. No memory is taken but for the
 * message. False: it is no such object, or one of the keys stands in it twice; `*at` is the byte where that shows, `*why` says what was
 * expected, and members that stand before it were found all the same.
 */
bool json_find_members(Arena *arena, Text line, JsonWanted *wanted, size_t count, size_t *at, const char **why);

static inline bool json_is_string(Text raw)
{
    return raw.size && raw.bytes[0] == '"';
}

/* What a string says whose value is written so; in `raw` itself when there is nothing to decode. Lone surrogates become U+FFFD. */
Text json_string(Arena *arena, Text raw);

/* The same without memory: decoded where it stands in `line`, which cannot be read again after it. */
Text json_string_in_place(char *line, Text raw);

/* A member of an object with all its values. */
typedef struct JsonMember {
    Text key;
    Text raw;        /* the value as written */
    Text text;       /* of a string: its decoded text; else empty */
    bool is_string;
} JsonMember;

typedef ARRAY(JsonMember) JsonObject;

/* The same with all members, their strings decoded: for files of our own, since it takes memory for each. */
bool json_read_object(Arena *arena, Text line, JsonObject *object, size_t *at, const char **why);

/*
 * The items of an array, one a call: `array` is as it stands in a line that was read, `*at` where to go on, 0 at first. The item has no
 * key. False: there are no more.
 */
bool json_next_item(Arena *arena, Text array, size_t *at, JsonMember *item);

const JsonMember *json_member(const JsonObject *object, Text key);

#endif
