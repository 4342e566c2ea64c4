/*
 * Each text has a style that reads back as the same bytes:
 *
 *     title: >-                     prose: lines are joined by blanks, and nothing in them means anything. A line is broken at a single blank
 *       Harbor bridge: who          between two words only; so it never begins with a blank, before which lines are not joined
 *       knew, and when?
 *     verbatim: |2-                 what has line ends; "2" where it begins with a blank, which would be taken for indentation
 *           ls -l
 *     section: News                 a short label without any sign that means something
 *     name: "a\u2028b"              what libyaml takes for a line end, a byte order mark, blanks at an end, nothing at all; what would turn the
 *                                   order of the text around it (U+202E), which a file shows by name
 *
 * Styles after YAML 1.2, chapters 7 and 8, as libyaml 0.2.5 reads them.
 */
#include "base/yaml/yaml_write.h"

#include <assert.h>

#include "base/unicode/columns.h"
#include "base/unicode/unicode.h"
#include "base/yaml/yaml_source.h"

enum {
    LINE_COLUMNS = 80,
    STEP = 2,           /* columns that each level is set in */
    LABEL_COLUMNS = 72, /* of a plain text of several words */
    BLANKS_PLAIN =
        200 /* blanks and line ends in a row that are written as they are: with indentation less than MOST_BLANKS */
};

/* ---- making a tree ---- */

YamlList yaml_list_new(Arena *arena, YamlKind kind)
{
    YamlList list = {.arena = arena, .node = ARENA_NEW(arena, YamlNode)};

    list.node->kind = kind;
    return list;
}

static void append(YamlList *list, Text key, YamlNode *node)
{
    if (key.size) {
        YamlNode *key_node = ARENA_NEW(list->arena, YamlNode);

        key_node->text = key;
        key_node->line = node->line;
        key_node->column = node->column;
        node->key = key_node;
    }
    if (list->last)
        list->last->next = node;
    else
        list->node->first = node;
    list->last = node;
    list->node->count++;
}

void yaml_list_add_text(YamlList *list, Text key, Text text, YamlStyle style)
{
    YamlNode *node = ARENA_NEW(list->arena, YamlNode);

    node->text = text;
    node->style = style;
    append(list, key, node);
}

void yaml_list_add_number(YamlList *list, Text key, size_t number)
{
    yaml_list_add_text(list, key, arena_printf(list->arena, "%zu", number), YAML_NUMBER);
}

void yaml_list_add_switch(YamlList *list, Text key, bool on)
{
    yaml_list_add_text(list, key, on ? TEXT("yes") : TEXT("no"), YAML_SWITCH);
}

void yaml_list_add(YamlList *list, Text key, const YamlNode *node)
{
    YamlNode *copy = ARENA_NEW(list->arena, YamlNode);

    *copy = *node;
    copy->key = NULL;
    copy->next = NULL;
    append(list, key, copy);
}

/* ---- what is in a text ---- */

typedef struct TextSigns {
    bool has_line_end; /* "\n" */
    bool has_other_ends; /* what else libyaml takes for a line end, or refuses within a text; what turns the order of the text */
    bool has_tab;
    bool begins_blank, ends_blank; /* or with a line end */
    bool is_indented;              /* a line up to the first that is not empty begins with a blank */
    size_t blanks;                 /* the most in a row, line ends too */
} TextSigns;

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool is_white(char byte)
{
    return is_blank(byte) || byte == '\n';
}

static bool is_mark_at(Text text, size_t at)
{
    return text_starts_with(text_slice(text, (Range){at, text.size}), TEXT("\xEF\xBB\xBF"));
}

static bool is_turn_at(Text text, size_t at)
{
    size_t size;

    return unicode_is_bidi_control(utf8_decode(text, at, &size));
}

static TextSigns signs_of(Text text)
{
    TextSigns signs = {.has_line_end = false};
    size_t row = 0, start = 0;

    for (size_t at = 0; at < text.size; at++) {
        char byte = text.bytes[at];

        row = is_white(byte) ? row + 1 : 0;
        signs.blanks = row > signs.blanks ? row : signs.blanks;
        signs.has_line_end = signs.has_line_end || byte == '\n';
        signs.has_tab = signs.has_tab || byte == '\t';
        if (byte == '\r' || byte == '\xC2' || byte == '\xE2')
            signs.has_other_ends = signs.has_other_ends || yaml_line_end(text, at) > 0 || is_turn_at(text, at);
        else if (byte == '\xD8')
            signs.has_other_ends = signs.has_other_ends || is_turn_at(text, at);
        else if (byte == '\xEF')
            signs.has_other_ends = signs.has_other_ends || is_mark_at(text, at);
    }
    while (start < text.size && text.bytes[start] == '\n')
        start++;
    signs.begins_blank = text.size && is_white(text.bytes[0]);
    signs.ends_blank = text.size && is_white(text.bytes[text.size - 1]);
    signs.is_indented = start < text.size && is_blank(text.bytes[start]);
    return signs;
}

uint32_t yaml_written_code_point(Text text, size_t at, size_t *size)
{
    uint32_t code_point = utf8_decode(text, at, size);

    return yaml_is_forbidden(code_point) ? REPLACEMENT_CHARACTER : code_point;
}

/* A byte that is no UTF-8 is read as U+FFFD, too. */
static bool is_broken(Text text, size_t at, size_t size)
{
    return size == 1 && (unsigned char)text.bytes[at] >= 0x80;
}

Text yaml_writable(Arena *arena, Text text)
{
    TextBuffer clean = {0};
    size_t kept = 0, size;
    char bytes[4] = {0};

    for (size_t at = 0; at < text.size; at += size) {
        size = 1;
        if (text.bytes[at] >= ' ' && text.bytes[at] < 0x7F)
            continue;
        if (yaml_written_code_point(text, at, &size) == utf8_decode(text, at, &size) && !is_broken(text, at, size))
            continue;
        text_buffer_add(arena, &clean, text_slice(text, (Range){kept, at}));
        text_buffer_add(arena, &clean, (Text){bytes, utf8_encode(REPLACEMENT_CHARACTER, bytes)});
        kept = at + size;
    }
    if (clean.count == 0)
        return text;
    text_buffer_add(arena, &clean, text_slice(text, (Range){kept, text.size}));
    return text_buffer_text(&clean);
}

static size_t columns_of_code_point(uint32_t code_point)
{
    return columns_settled(code_point) == COLUMNS_TWO ? 2 : 1;
}

static size_t columns_of(Text text)
{
    size_t columns = 0, size;

    for (size_t at = 0; at < text.size; at += size)
        columns += text.bytes[at] >= ' ' && text.bytes[at] < 0x7F
                       ? (size = 1)
                       : columns_of_code_point(yaml_written_code_point(text, at, &size));
    return columns;
}

/* What other readers of YAML take for something else than a text. */
static bool is_no_text_elsewhere(Text text)
{
    static const Text words[] = {LITERAL("null"), LITERAL("true"), LITERAL("false"), LITERAL("yes"), LITERAL("no"),
                                 LITERAL("on"),   LITERAL("off"),  LITERAL("y"),     LITERAL("n")};

    return TEXT_IS_ONE_OF(text, words);
}

/* May a label begin so? What may not stand in a source at all is written as a character that may. */
static bool begins_label(Text text)
{
    unsigned char first = text.size ? (unsigned char)text.bytes[0] : ' ';

    return ascii_is_alnum((char)first) || first == '/' || first >= 0x7F || first < ' ';
}

/* Signs by which a flow list is told are safe in a label of its own, not in one of such a list. */
static bool is_safe_label(Text text, bool in_flow)
{
    bool two_words = text_find_byte(text, ' ', 0) != TEXT_NOT_FOUND;
    TextSigns signs = signs_of(text);

    if (!begins_label(text) || (two_words && columns_of(text) > LABEL_COLUMNS))
        return false;
    if (signs.has_line_end || signs.has_other_ends || signs.has_tab || signs.blanks > 1 || signs.ends_blank)
        return false;
    for (size_t at = 0; at < text.size; at++) {
        char byte = text.bytes[at], next = at + 1 < text.size ? text.bytes[at + 1] : ' ';

        if ((byte == ':' && next == ' ') || (byte == ' ' && next == '#') || (in_flow && strchr(",[]{}:?#", byte)))
            return false;
    }
    return !is_no_text_elsewhere(text);
}

/* ---- texts ---- */

/* As it is, but for what may not stand in a source; its columns. */
static size_t write_characters(Sink *out, Text text)
{
    size_t columns = 0, plain, size;
    char bytes[4] = {0};

    for (size_t at = 0; at < text.size; at = plain) {
        uint32_t code_point;

        for (plain = at; plain < text.size && text.bytes[plain] >= ' ' && text.bytes[plain] < 0x7F; plain++)
            ;
        sink_text(out, text_slice(text, (Range){at, plain}));
        columns += plain - at;
        if (plain == text.size)
            break;
        code_point = yaml_written_code_point(text, plain, &size);
        sink_text(out, (Text){bytes, utf8_encode(code_point, bytes)});
        columns += columns_of_code_point(code_point);
        plain += size;
    }
    return columns;
}

static const char escaped[] = "\"\\\n\r\t", escapes[] = "\"\\nrt";

/* Does a code point stand in double quotes by an escape? */
static bool is_escaped(uint32_t code_point)
{
    return (code_point < 0x80 && code_point && strchr(escaped, (int)code_point)) || code_point == 0x85 ||
           code_point == 0x2028 || code_point == 0x2029 || code_point == 0xFEFF || unicode_is_bidi_control(code_point);
}

static void write_escape(Sink *out, uint32_t code_point)
{
    static const char hex[] = "0123456789ABCDEF";

    sink_byte(out, '\\');
    if (code_point < 0x80) {
        sink_byte(out, escapes[strchr(escaped, (int)code_point) - escaped]);
        return;
    }
    sink_byte(out, 'u');
    for (int shift = 12; shift >= 0; shift -= 4)
        sink_byte(out, hex[code_point >> shift & 15]);
}

/* Within double quotes; its columns, about. Blanks in rows that no source may have are broken by escapes. */
static size_t write_quoted_characters(Sink *out, Text text)
{
    size_t row = 0, size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = yaml_written_code_point(text, at, &size);

        row = code_point == ' ' ? row + 1 : 0;
        if (is_escaped(code_point))
            write_escape(out, code_point);
        else if (row && row % BLANKS_PLAIN == 0)
            sink_string(out, "\\x20");
        else
            (void)write_characters(out, text_slice(text, (Range){at, at + size}));
    }
    return columns_of(text);
}

/* The first place from `at` on where a line may be broken: a blank between two other characters. */
static size_t next_break(Text text, size_t at)
{
    while ((at = text_find_byte(text, ' ', at)) != TEXT_NOT_FOUND) {
        if (at > 0 && at + 1 < text.size && !is_white(text.bytes[at - 1]) && !is_white(text.bytes[at + 1]))
            return at;
        at++;
    }
    return text.size;
}

typedef size_t WriteCharacters(Sink *out, Text text);

/* Words in lines that begin at a column; the first one begins where the line is already. */
static void write_folded(Sink *out, Text text, size_t margin, WriteCharacters *write)
{
    size_t column = margin;

    for (size_t start = 0, end; start < text.size; start = end + 1) {
        Text words = text_slice(text, (Range){start, end = next_break(text, start)});

        if (start > 0 && column + 1 + columns_of(words) > LINE_COLUMNS) {
            sink_byte(out, '\n');
            sink_fill(out, ' ', margin);
            column = margin;
        } else if (start > 0) {
            sink_byte(out, ' ');
            column++;
        }
        column += write(out, words);
    }
}

static void write_lines(Sink *out, Text text, size_t margin)
{
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        if (line.size) {
            sink_fill(out, ' ', margin);
            (void)write_characters(out, line);
        }
        sink_byte(out, '\n');
    }
}

static void write_quoted(Sink *out, Text text, size_t margin)
{
    sink_string(out, " \"");
    write_folded(out, text, margin, write_quoted_characters);
    sink_string(out, "\"\n");
}

/* A text behind its key or its "-", on lines of their own from `margin` on; and the line end. */
static void write_text(Sink *out, Text text, YamlStyle style, size_t margin)
{
    TextSigns signs = signs_of(text);

    if (style == YAML_NUMBER || style == YAML_SWITCH ||
        ((style == YAML_PLAIN || style == YAML_QUOTED) && is_safe_label(text, false))) {
        sink_byte(out, ' ');
        (void)write_characters(out, text);
        sink_byte(out, '\n');
    } else if (text.size == 0 || signs.has_other_ends || signs.blanks > BLANKS_PLAIN ||
               text.bytes[text.size - 1] == '\n' || (signs.ends_blank && style != YAML_LINES)) {
        write_quoted(out, text, margin);
    } else if (signs.has_line_end || style == YAML_LINES) {
        sink_string(out, signs.is_indented ? " |2-\n" : " |-\n");
        write_lines(out, text, margin);
    } else if (signs.begins_blank) {
        write_quoted(out, text, margin);
    } else {
        sink_string(out, " >-\n");
        sink_fill(out, ' ', margin);
        write_folded(out, text, margin, write_characters);
        sink_byte(out, '\n');
    }
}

/* On one line, as keys have to be. */
static void write_key(Sink *out, Text key)
{
    if (is_safe_label(key, true)) {
        (void)write_characters(out, key);
    } else {
        sink_byte(out, '"');
        (void)write_quoted_characters(out, key);
        sink_byte(out, '"');
    }
    sink_byte(out, ':');
}

/* ---- trees ---- */

/* A list of labels that fits on the rest of a line. */
static bool is_short_list(const YamlNode *list, size_t column)
{
    column += (list->key ? list->key->text.size : 0) + 2;
    YAML_EACH(child, list) {
        column += child->text.size + 2;
        if (child->kind != YAML_SCALAR || child->style == YAML_BLOCK || child->style == YAML_LINES ||
            column > LINE_COLUMNS || !is_safe_label(child->text, true))
            return false;
    }
    return list->kind == YAML_SEQUENCE && list->count > 0;
}

static void write_short_list(Sink *out, const YamlNode *list)
{
    sink_string(out, " [");
    YAML_EACH(child, list) {
        (void)write_characters(out, child->text);
        sink_string(out, child->next ? ", " : "]\n");
    }
}

/* A node behind its key or its "-". True: what is in it follows. */
static bool write_value(Sink *out, const YamlNode *node, size_t column)
{
    if (node->kind == YAML_SCALAR && node->style == YAML_PLAIN && node->text.size == 0)
        sink_byte(out, '\n'); /* a key without a value */
    else if (node->kind == YAML_SCALAR)
        write_text(out, node->text, node->style, column + STEP);
    else if (node->count == 0)
        sink_string(out, node->kind == YAML_SEQUENCE ? " []\n" : " {}\n");
    else if (is_short_list(node, column))
        write_short_list(out, node);
    else
        return true;
    return false;
}

void yaml_write(Sink *out, const YamlNode *root)
{
    const YamlNode *above[MOST_LEVELS + 1] = {NULL}, *node = root->first;
    size_t depth = 0;
    bool is_begun = false; /* this line: "- " stands there */

    if (!node)
        sink_string(out, "{}\n");
    while (node) {
        size_t column = depth * STEP;

        if (node->style == YAML_APART && !is_begun)
            sink_byte(out, '\n');
        sink_fill(out, ' ', is_begun ? 0 : column);
        is_begun = false;
        if (node->key)
            write_key(out, node->key->text);
        else
            sink_byte(out, '-');
        if (write_value(out, node, column)) {
            assert(depth < MOST_LEVELS);
            sink_byte(out, node->key ? '\n' : ' ');
            is_begun = !node->key;
            above[depth++] = node;
            node = node->first;
            continue;
        }
        while (!node->next && depth > 0)
            node = above[--depth];
        node = node->next;
    }
}

Text yaml_to_text(Arena *arena, const YamlNode *root)
{
    SinkMemory memory = {.arena = arena};
    char buffer[1024];
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    yaml_write(&sink, root);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}
