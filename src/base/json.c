/* A reader by hand, with a stack of bits for the nesting instead of recursion. */
#include "base/json.h"

#include "base/unicode.h"

enum { DEEPEST = 64 };

static void write_unit(Sink *sink, uint32_t unit)
{
    static const char digits[] = "0123456789abcdef";
    char escape[] = {'\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};

    sink_text(sink, (Text){escape, sizeof escape});
}

/* What would change how a terminal shows the line (controls, bidirectional marks, tags, annotations) is escaped; the value stays the same. */
static void write_code_point(Sink *sink, uint32_t code_point)
{
    bool escaped = code_point < 0xA0 || code_point == 0x2028 || code_point == 0x2029 || (code_point >= 0xFFF9 && code_point <= 0xFFFB) ||
                   unicode_is_ignorable(code_point);
    char bytes[4];

    if (!escaped) {
        sink_text(sink, (Text){bytes, utf8_encode(code_point, bytes)});
    } else if (code_point < 0x10000) {
        write_unit(sink, code_point);
    } else {
        write_unit(sink, 0xD7C0 + (code_point >> 10));
        write_unit(sink, 0xDC00 + (code_point & 0x3FF));
    }
}

static bool is_plain(char byte)
{
    return (unsigned char)byte >= 0x20 && (unsigned char)byte < 0x7F && byte != '"' && byte != '\\';
}

/* One character that is not plain; its size. */
static size_t write_escaped(Sink *sink, Text text, size_t at)
{
    char byte = text.bytes[at];
    size_t size = 1;

    if ((unsigned char)byte >= 0x80)
        write_code_point(sink, utf8_decode(text, at, &size));
    else if (byte == '"' || byte == '\\' || byte == '\n')
        SINK_TEXTS(sink, TEXT("\\"), byte == '\n' ? TEXT("n") : (Text){&byte, 1});
    else
        write_unit(sink, (unsigned char)byte);
    return size;
}

void json_write_text(Sink *sink, Text text)
{
    sink_byte(sink, '"');
    for (size_t at = 0, plain; at < text.size; at = plain) {
        for (plain = at; plain < text.size && is_plain(text.bytes[plain]); plain++)
            ;
        sink_text(sink, (Text){text.bytes + at, plain - at});
        if (plain < text.size)
            plain += write_escaped(sink, text, plain);
    }
    sink_byte(sink, '"');
}

typedef struct Reader {
    Arena *arena;
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

/* Four hexadecimal digits. */
static bool read_hex(Reader *reader, uint32_t *value)
{
    *value = 0;
    for (int i = 0; i < 4; i++) {
        int digit = ascii_hex_digit(peek(reader));

        if (digit < 0)
            return expected(reader, "four hexadecimal digits after \\u");
        *value = *value << 4 | (uint32_t)digit;
        reader->at++;
    }
    return true;
}

static bool read_unicode_escape(Reader *reader, char *bytes, size_t *size)
{
    uint32_t code_point, low;

    if (!read_hex(reader, &code_point))
        return false;
    if (code_point >= 0xD800 && code_point < 0xDC00 && reader->at + 6 <= reader->line.size &&
        reader->line.bytes[reader->at] == '\\' && reader->line.bytes[reader->at + 1] == 'u') {
        size_t before = reader->at;

        reader->at += 2;
        if (!read_hex(reader, &low))
            return false;
        if (low >= 0xDC00 && low < 0xE000)
            code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
        else
            reader->at = before;
    }
    *size += utf8_encode(code_point, bytes + *size);
    return true;
}

static bool read_escape(Reader *reader, char *bytes, size_t *size)
{
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char letter = peek(reader);

    if (reader->at == reader->line.size)
        return expected(reader, "a known escape after \\");
    reader->at++;
    if (letter == 'u')
        return read_unicode_escape(reader, bytes, size);
    for (size_t i = 0; letters[i]; i++) {
        if (letters[i] == letter) {
            bytes[(*size)++] = values[i];
            return true;
        }
    }
    return expected(reader, "a known escape after \\");
}

/* A string; `text` gets it decoded, in the line itself when there is nothing to decode. */
static bool read_string(Reader *reader, Text *text)
{
    size_t start, size = 0;
    char *bytes;

    if (!take(reader, '"'))
        return expected(reader, "a string");
    start = reader->at;
    while (reader->at < reader->line.size && peek(reader) != '"' && peek(reader) != '\\' &&
           (unsigned char)peek(reader) >= 0x20)
        reader->at++;
    if (take(reader, '"')) {
        *text = text_slice(reader->line, (Range){start, reader->at - 1});
        return true;
    }
    bytes = arena_alloc(reader->arena, reader->line.size - start + 4);
    for (reader->at = start; reader->at < reader->line.size && peek(reader) != '"';) {
        if ((unsigned char)peek(reader) < 0x20)
            return expected(reader, "no control characters in a string");
        if (take(reader, '\\')) {
            if (!read_escape(reader, bytes, &size))
                return false;
        } else {
            bytes[size++] = reader->line.bytes[reader->at++];
        }
    }
    if (!take(reader, '"'))
        return expected(reader, "a closing quotation mark");
    *text = (Text){bytes, size};
    return true;
}

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
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_starts_with(rest, text_from(words[i]))) {
            reader->at += text_from(words[i]).size;
            return true;
        }
    }
    return expected(reader, "a value");
}

static bool read_key(Reader *reader, Text *key)
{
    skip_blanks(reader);
    if (!read_string(reader, key))
        return false;
    skip_blanks(reader);
    return take(reader, ':') || expected(reader, "\":\" after a key");
}

/* The arrays and objects that are open, by what closes them. */
typedef struct Nesting {
    char closing[DEEPEST];
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

/* At a bracket. */
static bool begin_nested(Reader *reader, Nesting *nesting)
{
    Text key;

    if (nesting->depth == DEEPEST)
        return expected(reader, "less deep nesting");
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
    Text unused;

    do {
        bool good;

        skip_blanks(reader);
        if (peek(reader) == '[' || peek(reader) == '{')
            good = begin_nested(reader, &nesting);
        else
            good = (peek(reader) == '"' ? read_string(reader, &unused) : read_word(reader)) &&
                   end_value(reader, &nesting);
        if (!good)
            return false;
    } while (nesting.depth);
    return true;
}

static bool read_value(Reader *reader, JsonMember *member)
{
    size_t start;
    bool good;

    skip_blanks(reader);
    start = reader->at;
    member->is_string = peek(reader) == '"';
    if (member->is_string)
        good = read_string(reader, &member->text);
    else if (peek(reader) == '[' || peek(reader) == '{')
        good = skip_nested(reader);
    else
        good = read_word(reader);
    member->raw = text_slice(reader->line, (Range){start, reader->at});
    return good;
}

static bool read_members(Reader *reader, JsonObject *object)
{
    do {
        JsonMember member = {0};

        if (!read_key(reader, &member.key))
            return false;
        if (!read_value(reader, &member))
            return false;
        ARRAY_PUSH(reader->arena, *object, member);
        skip_blanks(reader);
    } while (take(reader, ','));
    return take(reader, '}') || expected(reader, "\",\" or \"}\"");
}

bool json_read_object(Arena *arena, Text line, JsonObject *object, size_t *at, const char **why)
{
    Reader reader = {.arena = arena, .line = line};
    bool good;

    *object = (JsonObject){0};
    reader.at = utf8_find_invalid(line, 0);
    if (reader.at != TEXT_NOT_FOUND) {
        *at = reader.at;
        *why = "UTF-8";
        return false;
    }
    reader.at = 0;
    skip_blanks(&reader);
    if (!take(&reader, '{')) {
        good = expected(&reader, "an object: {\"id\": …, \"text\": …}");
    } else {
        skip_blanks(&reader);
        good = take(&reader, '}') || read_members(&reader, object);
    }
    skip_blanks(&reader);
    if (good && reader.at < line.size)
        good = expected(&reader, "the end of the line");
    *at = reader.at;
    *why = reader.why;
    return good;
}

bool json_next_item(Arena *arena, Text array, size_t *at, JsonMember *item)
{
    Reader reader = {.arena = arena, .line = array, .at = *at};

    *item = (JsonMember){0};
    skip_blanks(&reader);
    if (!(*at == 0 ? take(&reader, '[') : take(&reader, ',')))
        return false;
    skip_blanks(&reader);
    if (peek(&reader) == ']' || !read_value(&reader, item))
        return false;
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
