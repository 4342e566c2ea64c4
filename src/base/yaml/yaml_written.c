/*
 * Line by line: how far a line is indented says which of the open collections it belongs to.
 *
 *     title: Ferry sold          a value in the mapping at 0
 *     marks:                     what is indented more, on the next line, is its value
 *       - mark: a                an item of the sequence at 2: a mapping at 4, of which this is the first key
 *         words: >-              what is indented more is its text, lines joined by blanks
 *           The city bought it
 *           in March.
 *
 * It takes nothing of which it is not sure: whoever edits such a file loses some microseconds, not the file.
 */
#include "base/yaml/yaml_written.h"

enum { LEVELS = 8 };

typedef struct Level {
    YamlNode *node, *last;
    size_t indent;
} Level;

typedef struct WrittenReader {
    Arena *arena;
    Text source;
    size_t at, line; /* of the next line */
    size_t indent;   /* of the line that is read, */
    Text rest;       /* … what stands behind that, */
    size_t number;   /* … and its number */
    Level levels[LEVELS];
    size_t depth;
    YamlNode *pending; /* a key without a value so far; NULL: there is none */
} WrittenReader;

/* Line ends of other kinds, marks, and what libyaml refuses: all begin with one of these bytes. */
static bool is_strange(Text source, size_t at)
{
    unsigned char byte = (unsigned char)source.bytes[at];
    unsigned char next = at + 1 < source.size ? (unsigned char)source.bytes[at + 1] : 0;
    unsigned char last = at + 2 < source.size ? (unsigned char)source.bytes[at + 2] : 0;

    return byte < 0x20 || byte == 0x7F || (byte == 0xC2 && next < 0xA0) ||
           (byte == 0xE2 && next == 0x80 && (last == 0xA8 || last == 0xA9)) ||
           (byte == 0xEF && (next == 0xBB || next == 0xBF));
}

static bool has_strange(Text source)
{
    bool is_ascii = true;

    for (size_t at = 0; at < source.size; at++) {
        unsigned char byte = (unsigned char)source.bytes[at];

        if ((byte >= 0x20 && byte < 0x7F) || byte == '\n')
            continue;
        if (is_strange(source, at))
            return true;
        is_ascii = false;
    }
    return !is_ascii && utf8_find_invalid(source, 0) != TEXT_NOT_FOUND;
}

/* The next line into `rest`, whatever it is. False: there is none. */
static bool read_line(WrittenReader *reader)
{
    if (!text_next_part(reader->source, '\n', &reader->at, &reader->rest))
        return false;
    reader->number = ++reader->line;
    for (reader->indent = 0; reader->indent < reader->rest.size && reader->rest.bytes[reader->indent] == ' ';)
        reader->indent++;
    reader->rest = text_slice(reader->rest, (Range){reader->indent, reader->rest.size});
    return true;
}

static YamlNode *new_node(WrittenReader *reader, YamlKind kind)
{
    YamlNode *node = ARENA_NEW(reader->arena, YamlNode);

    node->kind = kind;
    node->line = (uint32_t)reader->number;
    node->column = (uint32_t)(reader->indent + 1);
    return node;
}

/* ---- values ---- */

static bool is_plain(Text text)
{
    static const Text signs = LITERAL(" -?:,[]{}#&*!|>'\"%@`");

    if (text.size == 0 || text_find_byte(signs, text.bytes[0], 0) != TEXT_NOT_FOUND)
        return false;
    return text.bytes[text.size - 1] != ' ' && text.bytes[text.size - 1] != ':' &&
           text_find(text, TEXT(": "), 0) == TEXT_NOT_FOUND && text_find(text, TEXT(" #"), 0) == TEXT_NOT_FOUND &&
           !text_starts_with(text, TEXT("..."));
}

static bool is_simply_quoted(Text text)
{
    return text.size >= 2 && text.bytes[0] == '"' && text_find_byte(text, '"', 1) == text.size - 1 &&
           text_find_byte(text, '\\', 0) == TEXT_NOT_FOUND;
}

/* Lines that are indented alike and more than `indent`, joined by blanks. False: they are not that simple. */
static bool read_folded(WrittenReader *reader, size_t indent, Text *text)
{
    TextBuffer joined = {0};
    size_t inner = 0, next;

    for (;; reader->at = next, reader->line++) {
        Text line;

        next = reader->at;
        if (!text_next_part(reader->source, '\n', &next, &line))
            break;
        for (inner = 0; inner < line.size && line.bytes[inner] == ' ';)
            inner++;
        if (inner == line.size || line.bytes[line.size - 1] == ' ')
            return false;
        if (inner <= indent)
            break;
        if (inner != indent + 2)
            return false;
        if (joined.count)
            text_buffer_add(reader->arena, &joined, TEXT(" "));
        text_buffer_add(reader->arena, &joined, text_slice(line, (Range){inner, line.size}));
    }
    *text = text_buffer_text(&joined);
    return joined.count > 0;
}

/* The value `written` of a key or an item whose collection is at `indent`. */
static bool read_scalar(WrittenReader *reader, Text written, size_t indent, YamlNode *node)
{
    node->kind = YAML_SCALAR;
    if (text_equal(written, TEXT(">-"))) {
        node->style = YAML_BLOCK;
        return read_folded(reader, indent, &node->text);
    }
    node->style = is_simply_quoted(written) ? YAML_QUOTED : YAML_PLAIN;
    node->text = node->style == YAML_QUOTED ? text_slice(written, (Range){1, written.size - 1}) : written;
    return node->style == YAML_QUOTED || is_plain(written);
}

/* ---- collections ---- */

static Level *top(WrittenReader *reader)
{
    return &reader->levels[reader->depth - 1];
}

static bool open_level(WrittenReader *reader, YamlNode *node, YamlKind kind, size_t indent)
{
    if (reader->depth == LEVELS)
        return false;
    node->kind = kind;
    reader->levels[reader->depth++] = (Level){node, NULL, indent};
    return true;
}

static void append(Level *level, YamlNode *node)
{
    if (level->last)
        level->last->next = node;
    else
        level->node->first = node;
    level->last = node;
    level->node->count++;
}

/* Letters, digits, hyphens before a colon; empty: there is none. */
static Text key_of(Text rest)
{
    size_t size = 0;

    while (size < rest.size && (ascii_is_alnum(rest.bytes[size]) || (size && rest.bytes[size] == '-')))
        size++;
    if (size == rest.size || rest.bytes[size] != ':' || (size + 1 < rest.size && rest.bytes[size + 1] != ' '))
        return (Text){0};
    return text_slice(rest, (Range){0, size});
}

static bool read_pair(WrittenReader *reader, Text rest, size_t indent)
{
    Text key = key_of(rest), written = text_slice(rest, (Range){key.size + 2, rest.size});
    YamlNode *node, *name;

    if (key.size == 0 || yaml_get(top(reader)->node, key) || top(reader)->node->count == MOST_KEYS)
        return false;
    name = new_node(reader, YAML_SCALAR);
    name->text = key;
    name->column = (uint32_t)(indent + 1);
    node = new_node(reader, YAML_SCALAR);
    node->column = (uint32_t)(indent + key.size + 3);
    node->key = name;
    append(top(reader), node);
    if (rest.size == key.size + 1) {
        reader->pending = node;
        return true;
    }
    return read_scalar(reader, written, indent, node);
}

/* "- mark: a", "- a": `rest` is what stands behind the hyphen and its blank. */
static bool read_item(WrittenReader *reader, Text rest)
{
    YamlNode *node = new_node(reader, YAML_SCALAR);

    node->column = (uint32_t)(reader->indent + 3);
    append(top(reader), node);
    if (key_of(rest).size == 0)
        return read_scalar(reader, rest, reader->indent, node);
    return open_level(reader, node, YAML_MAPPING, reader->indent + 2) && read_pair(reader, rest, reader->indent + 2);
}

/* Find the collection that the line belongs to; where a key waits for its value, it begins here. */
static bool settle(WrittenReader *reader, bool is_item)
{
    YamlNode *pending = reader->pending;

    reader->pending = NULL;
    if (pending) {
        if (reader->indent != top(reader)->indent + 2)
            return false;
        pending->line = (uint32_t)reader->number;
        pending->column = (uint32_t)(reader->indent + 1);
        return open_level(reader, pending, is_item ? YAML_SEQUENCE : YAML_MAPPING, reader->indent);
    }
    while (reader->depth > 1 && top(reader)->indent > reader->indent)
        reader->depth--;
    return top(reader)->indent == reader->indent && (top(reader)->node->kind == YAML_SEQUENCE) == is_item;
}

const YamlNode *yaml_parse_written(Arena *arena, Text source)
{
    WrittenReader reader = {.arena = arena, .source = source};
    YamlNode *root = new_node(&reader, YAML_MAPPING);

    root->column = 1;
    if (has_strange(source) || !open_level(&reader, root, YAML_MAPPING, 0))
        return NULL;
    while (read_line(&reader)) {
        bool is_item = text_starts_with(reader.rest, TEXT("- "));

        if (reader.rest.size == 0 || (reader.indent == 0 && reader.rest.bytes[0] == '#'))
            continue;
        if (root->count == 0)
            root->line = (uint32_t)reader.number;
        if (!settle(&reader, is_item))
            return NULL;
        if (is_item ? !read_item(&reader, text_slice(reader.rest, (Range){2, reader.rest.size}))
                    : !read_pair(&reader, reader.rest, reader.indent))
            return NULL;
    }
    return reader.pending || root->count == 0 ? NULL : root;
}
