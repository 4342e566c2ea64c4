/*
 * What stands in scripts of pages is written by templates, and is JSON only nearly. So no grammar is held to: tokens are taken one after the other,
 * and each does what it can where it stands. A string before a colon is a key, a comma means nothing, a bracket closes the innermost one of its
 * kind, and the end of the source closes them all:
 *
 *     {"headline": "He said "no" today", "author": {"name": "Jane Doe",}, ]
 *      ^key         ^string, to the mark that a comma and a key follow   ^closes nothing: no array is open
 */
#include "base/json/json_tree.h"

#include "base/json/json.h"
#include "base/limits.h"

typedef struct Reading {
    Arena *arena;
    JsonTree *tree;
    Text source;
    size_t at;
    size_t open[MOST_JSON_LEVELS]; /* the arrays and objects in which `at` is; the first one is the tree's own */
    size_t depth;
    size_t too_deep; /* how many more, of which nothing is kept */
    Text key;        /* of the value that comes next */
} Reading;

/* ---- blanks and comments ---- */

static Text rest_of(const Reading *reading)
{
    return text_slice(reading->source, (Range){reading->at, reading->source.size});
}

static size_t after(Text text, Text end)
{
    size_t found = text_find(text, end, 0);

    return found == TEXT_NOT_FOUND ? text.size : found + end.size;
}

/* Bytes of the comment, or of what hides scripts from browsers of old, at the front of `rest`; 0: there is none. */
static size_t comment_size(Text rest)
{
    static const Text hidings[] = {
        LITERAL("//<![CDATA["), LITERAL("// <![CDATA["), LITERAL("/*<![CDATA[*/"), LITERAL("/* <![CDATA[ */"),
        LITERAL("<![CDATA["),   LITERAL("//]]>"),        LITERAL("// ]]>"),        LITERAL("]]>"),
        LITERAL("<!--"),        LITERAL("-->"),          LITERAL("//-->"),         LITERAL("// -->"),
        LITERAL("\xEF\xBB\xBF")};

    if (rest.size == 0 || !strchr("/]<-\xEF", rest.bytes[0]))
        return 0;
    for (size_t i = 0; i < COUNT_OF(hidings); i++) {
        if (text_starts_with(rest, hidings[i]))
            return hidings[i].size;
    }
    if (text_starts_with(rest, TEXT("/*")))
        return after(rest, TEXT("*/"));
    return text_starts_with(rest, TEXT("//")) ? after(rest, TEXT("\n")) : 0;
}

static size_t skip_blanks(Text text, size_t at)
{
    while (at < text.size && (unsigned char)text.bytes[at] <= ' ')
        at++;
    return at;
}

static void skip_to_token(Reading *reading)
{
    size_t comment;

    do {
        reading->at = skip_blanks(reading->source, reading->at);
        comment = comment_size(rest_of(reading));
        reading->at += comment;
    } while (comment);
}

/* ---- values ---- */

static JsonValue *innermost(const Reading *reading)
{
    return &reading->tree->values.items[reading->open[reading->depth - 1]];
}

static bool has_room(const Reading *reading)
{
    return reading->tree->values.count < JSON_TREE_VALUES;
}

static void add_value(Reading *reading, JsonKind kind, Text text)
{
    JsonValue value = {.kind = kind, .key = reading->key, .text = text};

    reading->key = (Text){0};
    if (reading->too_deep)
        return;
    value.end = (uint32_t)reading->tree->values.count + 1;
    ARRAY_PUSH(reading->arena, reading->tree->values, value);
}

static void open_bracket(Reading *reading, char byte)
{
    reading->at++;
    if (reading->too_deep || reading->depth == MOST_JSON_LEVELS) {
        reading->too_deep++;
        reading->key = (Text){0};
        return;
    }
    add_value(reading, byte == '{' ? JSON_OBJECT : JSON_ARRAY, (Text){0});
    reading->open[reading->depth++] = reading->tree->values.count - 1;
}

static void close_innermost(Reading *reading)
{
    innermost(reading)->end = (uint32_t)reading->tree->values.count;
    reading->depth--;
}

/* Closes the innermost one of its kind, and what is open in it. */
static void close_bracket(Reading *reading, char byte)
{
    JsonKind kind = byte == '}' ? JSON_OBJECT : JSON_ARRAY;
    size_t depth = reading->depth;

    reading->at++;
    reading->key = (Text){0};
    if (reading->too_deep) {
        reading->too_deep--;
        return;
    }
    while (depth > 1 && reading->tree->values.items[reading->open[depth - 1]].kind != kind)
        depth--;
    if (depth <= 1)
        return;
    while (reading->depth >= depth)
        close_innermost(reading);
}

static bool is_in_object(const Reading *reading)
{
    return !reading->too_deep && innermost(reading)->kind == JSON_OBJECT;
}

/* ---- strings and words ---- */

static char byte_at(Text text, size_t at)
{
    return at < text.size ? text.bytes[at] : '\0';
}

/* Does what follows the mark at `at` look as what follows a string? */
static bool ends_string(const Reading *reading, size_t at)
{
    size_t next = skip_blanks(reading->source, at + 1);

    switch (byte_at(reading->source, next)) {
    case '\0':
    case ':':
    case '}':
    case ']':
    case '/':
        return true;
    case ',':
        if (!is_in_object(reading))
            return true;
        next = skip_blanks(reading->source, next + 1);
        return next == reading->source.size || strchr("\"'}]/,", reading->source.bytes[next]);
    case '"': /* a comma lacks */
        return text_find_byte(text_slice(reading->source, (Range){at, next}), '\n', 0) != TEXT_NOT_FOUND;
    default:
        return false;
    }
}

static Text decoded(Arena *arena, Text string)
{
    TextBuffer buffer = {0};
    char bytes[4];

    if (text_find_byte(string, '\\', 0) == TEXT_NOT_FOUND)
        return string;
    for (size_t at = 0; at < string.size;)
        text_buffer_add(arena, &buffer, json_next_piece(string, &at, bytes));
    return text_buffer_text(&buffer);
}

static void take_value_or_key(Reading *reading, JsonKind kind, Text text)
{
    skip_to_token(reading);
    if (byte_at(reading->source, reading->at) == ':' && is_in_object(reading))
        reading->key = text;
    else
        add_value(reading, kind, text);
}

static void take_string(Reading *reading)
{
    size_t start = ++reading->at;
    Text string;

    for (; reading->at < reading->source.size; reading->at++) {
        char byte = reading->source.bytes[reading->at];

        if (byte == '"' && ends_string(reading, reading->at))
            break;
        if (byte == '\\' && reading->at + 1 < reading->source.size)
            reading->at++;
    }
    string = text_slice(reading->source, (Range){start, reading->at});
    reading->at += reading->at < reading->source.size;
    take_value_or_key(reading, JSON_STRING, reading->too_deep ? (Text){0} : decoded(reading->arena, string));
}

static void take_word(Reading *reading)
{
    size_t start = reading->at;

    do
        reading->at++;
    while (reading->at < reading->source.size && (unsigned char)reading->source.bytes[reading->at] > ' ' &&
           !strchr("{}[],:;\"", reading->source.bytes[reading->at]));
    take_value_or_key(reading, JSON_WORD, text_slice(reading->source, (Range){start, reading->at}));
}

/* ---- the whole ---- */

static void take_token(Reading *reading)
{
    char byte = reading->source.bytes[reading->at];

    if (byte == '{' || byte == '[')
        open_bracket(reading, byte);
    else if (byte == '}' || byte == ']')
        close_bracket(reading, byte);
    else if (byte == '"')
        take_string(reading);
    else if (byte == ',' || byte == ';' || byte == ':')
        reading->at++;
    else
        take_word(reading);
}

void json_tree_add(Arena *arena, JsonTree *tree, Text source)
{
    Reading reading = {.arena = arena, .tree = tree, .source = source, .depth = 1};

    if (tree->values.count == 0)
        ARRAY_PUSH(arena, tree->values, ((JsonValue){.kind = JSON_ARRAY, .end = 1}));
    while (skip_to_token(&reading), reading.at < source.size && has_room(&reading))
        take_token(&reading);
    while (reading.depth > 0)
        close_innermost(&reading);
}

size_t json_tree_member(const JsonTree *tree, size_t value, Text key)
{
    const JsonValue *values = tree->values.items;
    size_t found = NO_INDEX;

    if (value == NO_INDEX || values[value].kind != JSON_OBJECT)
        return NO_INDEX;
    for (size_t i = value + 1; i < values[value].end; i = values[i].end) {
        if (text_equal(values[i].key, key))
            found = i;
    }
    return found;
}

Text json_tree_string(const JsonTree *tree, size_t value)
{
    return value != NO_INDEX && tree->values.items[value].kind == JSON_STRING ? tree->values.items[value].text
                                                                              : (Text){0};
}
