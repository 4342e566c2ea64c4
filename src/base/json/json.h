/* JSON (RFC 8259): a writer of strings, and a reader of the lines that a pipeline sends. */
#ifndef QUOIN_BASE_JSON_JSON_H
#define QUOIN_BASE_JSON_JSON_H

#include "base/sink.h"

/* Write `text` as a string, quotation marks included. Characters that the gate would not pass (printable_passes) and invisible ones are escaped;
 * bytes that are not UTF-8 become U+FFFD. */
void json_write_text(Sink *sink, Text text);

/* A member that somebody wants: `raw` gets the value as written, empty when there is none. */
typedef struct JsonWanted {
    Text key, raw;
} JsonWanted;

/*
 * Read a line that is one object, and find the members that are wanted; the others are checked and skipped. Memory is taken only for the message.
 * False: the line is not one object, or has a wanted key twice. Then `*at` is the offset of the mistake, `*why` says what was expected, and
 * the wanted members before it have been found.
 */
bool json_find_members(Arena *arena, Text line, JsonWanted *wanted, size_t count, size_t *at, const char **why);

static inline bool json_is_string(Text raw)
{
    return raw.size && raw.bytes[0] == '"';
}

/* Decode a string from how it is written. The result is a part of `raw` where nothing is escaped. Lone surrogates become U+FFFD. */
Text json_string(Arena *arena, Text raw);

/* The same without memory: decoded in place in `line`, of which `raw` is a part, and which cannot be read again afterwards. */
Text json_string_in_place(char *line, Text raw);

/*
 * The next piece of a string between its quotation marks, `*at` is 0 at first and < string.size: up to an escape in the string itself, what an escape
 * stands for in `bytes`. Of an escape that there is not ("\x", "\u12") it is the letter.
 */
Text json_next_piece(Text string, size_t *at, char bytes[4]);

/* A member of an object with all its values. */
typedef struct JsonMember {
    Text key;
    Text raw;  /* the value as written */
    Text text; /* of a string: its decoded text; else empty */
    bool is_string;
} JsonMember;

typedef ARRAY(JsonMember) JsonObject;

/* As json_find_members, but all members, with strings decoded. It takes memory for each: for files of our own. */
bool json_read_object(Arena *arena, Text line, JsonObject *object, size_t *at, const char **why);

/*
 * The next item of an array: `array` is the value as written in a line that has been read, `*at` is 0 at first and where to continue later. The
 * item has no key. False: there are no more.
 */
bool json_next_item(Arena *arena, Text array, size_t *at, JsonMember *item);

const JsonMember *json_member(const JsonObject *object, Text key);

#endif
