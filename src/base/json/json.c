/*
 * A reader by hand, with a stack of bits for the nesting instead of recursion. It goes over a line once and keeps nothing but where the members
 * stand that somebody wants; a string is decoded when it is asked for. A line needs no memory but that of the strings that are used:
 *
 *     {"id": 7, "x": {"y": ["…"]}, "text": "a\u0301"}
 *           ^id                            ^text.raw      json_string gives "á"
 */
#include "base/json/json.h"

#include <string.h>

#include "base/limits.h"

typedef struct Reader {
    Text line;
    size_t at;
    const char *why;
} Reader;

static bool expected(Reader *reader, const char *why)
{
    reader->why = why;
    return false;
}

static void skip_blanks(Reader *reader)
{
    while (reader->at < reader->line.size && ascii_is_blank(reader->line.bytes[reader->at]))
        reader->at++;
}

static char peek(const Reader *reader)
{
    return reader->at < reader->line.size ? reader->line.bytes[reader->at] : '\0';
}

static bool take(Reader *reader, char byte)
{
    if (peek(reader) != byte || reader->at >= reader->line.size)
        return false;
    reader->at++;
    return true;
}

/* ---- strings ---- */

/* Four hexadecimal digits at `at`; -1: there are none. */
static int32_t hex_at(Text text, size_t at)
{
    int32_t value = 0;

    for (size_t i = at; i < at + 4; i++) {
        int digit = i < text.size ? ascii_hex_digit(text.bytes[i]) : -1;

        if (digit < 0)
            return -1;
        value = value << 4 | digit;
    }
    return value;
}

static const char escape_letters[] = "\"\\/bfnrt", escape_values[] = "\"\\/\b\f\n\r\t";

/* After a backslash. */
static bool skip_escape(Reader *reader)
{
    char letter = peek(reader);

    if (reader->at == reader->line.size || letter == '\0' || !strchr("u\"\\/bfnrt", letter))
        return expected(reader, "a known escape after \\");
    reader->at++;
    if (letter != 'u')
        return true;
    for (int i = 0; i < 4; i++, reader->at++) {
        if (ascii_hex_digit(peek(reader)) < 0)
            return expected(reader, "four hexadecimal digits after \\u");
    }
    return true;
}

enum { AT_ONCE = sizeof(uint64_t) };

/* The highest bit of each byte below `bound` (at most 0x80); above such a byte of some others too. */
static uint64_t bytes_below(uint64_t bytes, uint64_t bound)
{
    return (bytes - UINT64_MAX / 255 * bound) & ~bytes & UINT64_MAX / 255 * 0x80;
}

/* Past the bytes of a string that are nothing but themselves, eight at once (Warren, Hacker's Delight, 6-1). */
static void skip_plain(Reader *reader)
{
    const uint64_t quote = UINT64_MAX / 255 * '"', backslash = UINT64_MAX / 255 * '\\';
    uint64_t bytes;

    for (; reader->at + AT_ONCE <= reader->line.size; reader->at += AT_ONCE) {
        memcpy(&bytes, reader->line.bytes + reader->at, AT_ONCE);
        if (bytes_below(bytes, ' ') | bytes_below(bytes ^ quote, 1) | bytes_below(bytes ^ backslash, 1))
            return;
    }
}

/* A string as it stands, quotation marks included. */
static bool skip_string(Reader *reader)
{
    if (!take(reader, '"'))
        return expected(reader, "a string");
    for (skip_plain(reader); reader->at < reader->line.size && reader->line.bytes[reader->at] != '"';) {
        unsigned char byte = (unsigned char)reader->line.bytes[reader->at];

        if (byte < 0x20)
            return expected(reader, "no control characters in a string");
        reader->at++;
        if (byte != '\\')
            continue;
        if (!skip_escape(reader))
            return false;
        skip_plain(reader);
    }
    return take(reader, '"') || expected(reader, "a closing quotation mark");
}

/* The code point of an escape of a string that was read; `*at` is after its "u". A lone surrogate becomes U+FFFD, as utf8_encode has it. */
static uint32_t unicode_escape(Text string, size_t *at)
{
    uint32_t code_point = (uint32_t)hex_at(string, *at);
    int32_t low;

    *at += 4;
    if (code_point < 0xD800 || code_point >= 0xDC00 || *at + 6 > string.size || string.bytes[*at] != '\\' ||
        string.bytes[*at + 1] != 'u')
        return code_point;
    low = hex_at(string, *at + 2);
    if (low < 0xDC00 || low >= 0xE000)
        return code_point;
    *at += 6;
    return 0x10000 + ((code_point - 0xD800) << 10) + ((uint32_t)low - 0xDC00);
}

Text json_next_piece(Text string, size_t *at, char bytes[4])
{
    size_t start = *at, end = text_find_byte(string, '\\', start);
    const char *known;

    if (end != start) {
        *at = end == TEXT_NOT_FOUND ? string.size : end;
        return text_slice(string, (Range){start, *at});
    }
    if (++*at == string.size)
        return text_slice(string, (Range){start, *at});
    bytes[0] = string.bytes[(*at)++];
    if (bytes[0] == 'u' && hex_at(string, *at) >= 0)
        return (Text){bytes, utf8_encode(unicode_escape(string, at), bytes)};
    known = bytes[0] ? strchr(escape_letters, bytes[0]) : NULL;
    if (known)
        bytes[0] = escape_values[known - escape_letters];
    return (Text){bytes, 1};
}

static Text without_marks(Text raw)
{
    return text_slice(raw, (Range){1, raw.size - 1});
}

/* `into` may be where the string stands: no escape is shorter than what it stands for. */
static Text decode(Text string, char *into)
{
    size_t size = 0;
    char bytes[4];
    Text piece;

    for (size_t at = 0; at < string.size; size += piece.size) {
        piece = json_next_piece(string, &at, bytes);
        memmove(into + size, piece.bytes, piece.size);
    }
    return (Text){into, size};
}

Text json_string(Arena *arena, Text raw)
{
    Text string = without_marks(raw);

    return text_find_byte(string, '\\', 0) == TEXT_NOT_FOUND ? string : decode(string, arena_alloc(arena, string.size));
}

Text json_string_in_place(char *line, Text raw)
{
    Text string = without_marks(raw);

    return text_find_byte(string, '\\', 0) == TEXT_NOT_FOUND ? string : decode(string, line + (string.bytes - line));
}

/* Does a string as it stands say `text`? */
static bool says(Text raw, Text text)
{
    Text string = without_marks(raw), piece;
    char bytes[4];
    size_t size = 0;

    for (size_t at = 0; at < string.size; size += piece.size) {
        piece = json_next_piece(string, &at, bytes);
        if (!text_starts_with(text_slice(text, (Range){size, text.size}), piece))
            return false;
    }
    return size == text.size;
}

/* ---- other values ---- */

static bool take_digits(Reader *reader)
{
    size_t start = reader->at;

    while (ascii_is_digit(peek(reader)))
        reader->at++;
    return reader->at > start;
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)? */
static bool read_number(Reader *reader)
{
    bool good;

    (void)take(reader, '-');
    good = take(reader, '0') || take_digits(reader);
    if (good && take(reader, '.'))
        good = take_digits(reader);
    if (good && (take(reader, 'e') || take(reader, 'E'))) {
        if (!take(reader, '+'))
            (void)take(reader, '-');
        good = take_digits(reader);
    }
    return (good && !ascii_is_digit(peek(reader))) || expected(reader, "a number");
}

static bool read_word(Reader *reader)
{
    static const char *const words[] = {"true", "false", "null"};
    Text rest = text_slice(reader->line, (Range){reader->at, reader->line.size});

    if (peek(reader) == '-' || ascii_is_digit(peek(reader)))
        return read_number(reader);
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_starts_with(rest, text_from(words[i]))) {
            reader->at += text_from(words[i]).size;
            return true;
        }
    }
    return expected(reader, "a value");
}

/* A key as it stands. */
static bool read_key(Reader *reader, Text *key)
{
    size_t start;

    skip_blanks(reader);
    start = reader->at;
    if (!skip_string(reader))
        return false;
    *key = text_slice(reader->line, (Range){start, reader->at});
    skip_blanks(reader);
    return take(reader, ':') || expected(reader, "\":\" after a key");
}

/* The arrays and objects that are open, by what closes them. */
typedef struct Nesting {
    char closing[MOST_JSON_LEVELS];
    size_t depth;
} Nesting;

static bool is_in_object(const Nesting *nesting)
{
    return nesting->closing[nesting->depth - 1] == '}';
}

/* After a value: close what ends here, or go on to the next value. */
static bool end_value(Reader *reader, Nesting *nesting)
{
    Text key;

    while (nesting->depth) {
        skip_blanks(reader);
        if (take(reader, ','))
            return !is_in_object(nesting) || read_key(reader, &key);
        if (!take(reader, nesting->closing[nesting->depth - 1]))
            return expected(reader, is_in_object(nesting) ? "\",\" or \"}\"" : "\",\" or \"]\"");
        nesting->depth--;
    }
    return true;
}

/* As limit_expected has it; there is no arena here. */
_Static_assert(MOST_JSON_LEVELS == 64, "what is said of it");
static const char too_deep[] = "at most 64 arrays and objects in one another in a line of JSON; take out the innermost";

/* At a bracket. */
static bool begin_nested(Reader *reader, Nesting *nesting)
{
    Text key;

    if (nesting->depth == MOST_JSON_LEVELS)
        return expected(reader, too_deep);
    nesting->closing[nesting->depth++] = take(reader, '[') ? ']' : '}';
    if (is_in_object(nesting))
        reader->at++;
    skip_blanks(reader);
    if (take(reader, nesting->closing[nesting->depth - 1])) {
        nesting->depth--;
        return end_value(reader, nesting);
    }
    return !is_in_object(nesting) || read_key(reader, &key);
}

/* An array or an object, whatever is in it. */
static bool skip_nested(Reader *reader)
{
    Nesting nesting = {.depth = 0};

    do {
        bool good;

        skip_blanks(reader);
        if (peek(reader) == '[' || peek(reader) == '{')
            good = begin_nested(reader, &nesting);
        else
            good = (peek(reader) == '"' ? skip_string(reader) : read_word(reader)) && end_value(reader, &nesting);
        if (!good)
            return false;
    } while (nesting.depth);
    return true;
}

/* A value as it stands. */
static bool read_value(Reader *reader, Text *raw)
{
    size_t start;
    bool good;

    skip_blanks(reader);
    start = reader->at;
    if (peek(reader) == '"')
        good = skip_string(reader);
    else if (peek(reader) == '[' || peek(reader) == '{')
        good = skip_nested(reader);
    else
        good = read_word(reader);
    *raw = text_slice(reader->line, (Range){start, reader->at});
    return good;
}

/* ---- objects ---- */

/* What is done with a member, key and value as they stand. False: it cannot be used, reader->why tells why. */
typedef bool TakeMember(void *context, Reader *reader, Text key, Text raw);

static bool read_members(Reader *reader, TakeMember *use, void *context)
{
    Text key, raw;

    do {
        if (!read_key(reader, &key) || !read_value(reader, &raw) || !use(context, reader, key, raw))
            return false;
        skip_blanks(reader);
    } while (take(reader, ','));
    return take(reader, '}') || expected(reader, "\",\" or \"}\"");
}

static bool read_object(Reader *reader, TakeMember *use, void *context)
{
    skip_blanks(reader);
    if (!take(reader, '{'))
        return expected(reader, "an object: {\"id\": …, \"text\": …}");
    skip_blanks(reader);
    if (!take(reader, '}') && !read_members(reader, use, context))
        return false;
    skip_blanks(reader);
    return reader->at == reader->line.size || expected(reader, "the end of the line");
}

/* The line up to where it is no UTF-8 any more, so that what stands before is read all the same. */
static bool read_line(Text line, TakeMember *use, void *context, size_t *at, const char **why)
{
    size_t invalid = utf8_find_invalid(line, 0);
    Text valid = invalid == TEXT_NOT_FOUND ? line : text_slice(line, (Range){0, invalid});
    Reader reader = {.line = valid};
    bool good = read_object(&reader, use, context);

    if (reader.at == invalid)
        good = expected(&reader, "UTF-8");
    *at = reader.at;
    *why = reader.why;
    return good;
}

typedef struct Search {
    Arena *arena;
    JsonWanted *wanted;
    size_t count;
} Search;

static bool take_wanted(void *context, Reader *reader, Text key, Text raw)
{
    Search *search = context;

    for (size_t i = 0; i < search->count; i++) {
        JsonWanted *wanted = &search->wanted[i];

        if (!says(key, wanted->key))
            continue;
        if (wanted->raw.size) {
            const Text message[] = {TEXT("each key once, but \""), wanted->key, TEXT("\" stands here twice")};

            reader->at = (size_t)(key.bytes - reader->line.bytes);
            return expected(reader, arena_join(search->arena, message, COUNT_OF(message)).bytes);
        }
        wanted->raw = raw;
    }
    return true;
}

bool json_find_members(Arena *arena, Text line, JsonWanted *wanted, size_t count, size_t *at, const char **why)
{
    Search search = {arena, wanted, count};

    return read_line(line, take_wanted, &search, at, why);
}

static JsonMember member_of(Arena *arena, Text raw)
{
    bool is_string = raw.bytes[0] == '"';

    return (JsonMember){.raw = raw, .is_string = is_string, .text = is_string ? json_string(arena, raw) : (Text){0}};
}

typedef struct Collection {
    Arena *arena;
    JsonObject *object;
} Collection;

static bool take_any(void *context, Reader *reader, Text key, Text raw)
{
    Collection *collection = context;
    JsonMember member = member_of(collection->arena, raw);

    (void)reader;
    member.key = json_string(collection->arena, key);
    ARRAY_PUSH(collection->arena, *collection->object, member);
    return true;
}

bool json_read_object(Arena *arena, Text line, JsonObject *object, size_t *at, const char **why)
{
    Collection collection = {arena, object};

    *object = (JsonObject){0};
    return read_line(line, take_any, &collection, at, why);
}

bool json_next_item(Arena *arena, Text array, size_t *at, JsonMember *item)
{
    Reader reader = {.line = array, .at = *at};
    Text raw;

    *item = (JsonMember){0};
    skip_blanks(&reader);
    if (!(*at == 0 ? take(&reader, '[') : take(&reader, ',')))
        return false;
    skip_blanks(&reader);
    if (peek(&reader) == ']' || !read_value(&reader, &raw))
        return false;
    *item = member_of(arena, raw);
    *at = reader.at;
    return true;
}

const JsonMember *json_member(const JsonObject *object, Text key)
{
    for (size_t i = 0; i < object->count; i++) {
        if (text_equal(object->items[i].key, key))
            return &object->items[i];
    }
    return NULL;
}
