/*
 * libyaml's events become a tree. Its own errors are meant for people who know YAML; those who write articles
 * are told which of the well-known mistakes it was:
 *
 *     title: Putin: we            mapping values are not allowed   ->  a ":" followed by a blank needs
 * quoting; write …
 *     - "Yes," he said.           did not find expected '-'        ->  text after the closing quote mark;
 * start …
 *     - @user …                   cannot start any token           ->  a text may not begin with "@" unless …
 *
 * libyaml counts lines and columns from 0, columns in characters, and takes duplicate keys without a word.
 */
#include "base/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/nearest.h"
#include "base/yaml_source.h"

enum { STACK = MOST_LEVELS + 1 };

typedef struct Builder {
    Arena *arena;
    Report *report;
    Text source;
    size_t line; /* a line of the source, from 1, and where it starts: moves forward only */
    size_t line_start, line_end; /* the end is known for line `line_ended` */
    size_t line_ended;
    size_t place_line;         /* the place that was looked up last: a line may be long and hold many */
    size_t place_column, place_byte;
    size_t nodes;
    YamlNode *open[STACK]; /* the collections that are being filled, outermost first */
    YamlNode *last[STACK]; /* their last children */
    YamlNode *key[STACK];  /* a mapping's key that waits for its value */
    int depth;
    YamlNode *root;
    bool failed;
} Builder;

/* ---- places in the source ---- */

static Text source_line(Builder *builder, size_t line)
{
    size_t end;

    if (line < builder->line) {
        builder->line = 1;
        builder->line_start = 0;
    }
    while (builder->line < line) {
        end = yaml_next_line_end(builder->source, builder->line_start);
        if (end == builder->source.size)
            return (Text){0};
        builder->line_start = end + yaml_line_end(builder->source, end);
        builder->line++;
    }
    if (builder->line_ended != line) {
        builder->line_end = yaml_next_line_end(builder->source, builder->line_start);
        builder->line_ended = line;
    }
    return text_slice(builder->source, (Range){builder->line_start, builder->line_end});
}

/* The byte of a line at a column from 0. */
static size_t byte_at_column(Text line, size_t column)
{
    size_t at = 0, size;

    while (column-- && at < line.size) {
        (void)utf8_decode(line, at, &size);
        at += size;
    }
    return at;
}

Range yaml_bytes(Text source, const YamlNode *node)
{
    size_t mark = utf8_mark_size(source);

    source = text_slice(source, (Range){mark, source.size});
    return (Range){mark + yaml_byte_of_character(source, node->from), mark + yaml_byte_of_character(source, node->to)};
}

/* ---- libyaml's errors in a writer's words ---- */

static Text key_of_line(Text line)
{
    enum { KEY_LONGEST = 40 }; /* in bytes: what is longer is prose that has a colon */
    size_t colon = text_find_byte(line, ':', 0);
    Text key = text_trim(text_slice(line, (Range){0, colon == TEXT_NOT_FOUND ? 0 : colon}));

    if (text_starts_with(key, TEXT("- ")))
        key = text_trim(text_slice(key, (Range){2, key.size}));
    return key.size <= KEY_LONGEST ? key : (Text){0};
}

static void report_colon(Builder *builder, Text line, size_t number, size_t column)
{
    Text key = key_of_line(line);
    bool item = text_starts_with(text_trim(line), TEXT("- "));

    if (item || key.size == 0)
        report_add(builder->report, SEVERITY_ERROR, number, column,
                   "a \":\" followed by a blank needs quoting; write \"- >-\" and the text on the next line");
    else
        report_add(
            builder->report, SEVERITY_ERROR, number, column,
            "a \":\" followed by a blank needs quoting; write \"%.*s: >-\" and the text on the next line",
            TEXT_ARGS(key));
}

/* Does the line have a quoted text with something after its closing mark? The column after it, from 1, or 0.
 */
static size_t after_closing_mark(Text line)
{
    size_t open = 0, close, column = 1, size;
    char mark;

    while (open < line.size && line.bytes[open] != '"' && line.bytes[open] != '\'')
        open++;
    if (open == line.size || (open > 0 && line.bytes[open - 1] != ' '))
        return 0;
    mark = line.bytes[open];
    close = text_find_byte(line, mark, open + 1);
    while (close != TEXT_NOT_FOUND && mark == '"' && line.bytes[close - 1] == '\\')
        close = text_find_byte(line, mark, close + 1);
    if (close == TEXT_NOT_FOUND || text_trim(text_slice(line, (Range){close + 1, line.size})).size == 0)
        return 0;
    for (size_t at = 0; at <= close; at += size, column++)
        (void)utf8_decode(line, at, &size);
    while (close + 1 < line.size && line.bytes[close + 1] == ' ') {
        close++;
        column++;
    }
    return column;
}

static bool report_closing_mark(Builder *builder, size_t number)
{
    for (size_t line = number; line + 1 >= number && line > 0;
         line--) { /* libyaml may notice it on the next line */
        Text text = source_line(builder, line);
        size_t column = after_closing_mark(text);

        if (column) {
            report_add(builder->report, SEVERITY_ERROR, line, column,
                       "text after the closing quote mark; start the text with \"%s>-\" and write it on the "
                       "next line",
                       text_starts_with(text_trim(text), TEXT("- ")) ? "- " : "");
            return true;
        }
    }
    return false;
}

static void report_first_character(Builder *builder, Text line, size_t number, size_t column)
{
    Text rest = text_slice(line, (Range){byte_at_column(line, column - 1), line.size});
    size_t size = 1;

    if (rest.size && rest.bytes[0] == '\t') {
        report_add(builder->report, SEVERITY_ERROR, number, column, "a tab may not indent; use blanks");
        return;
    }
    if (rest.size)
        (void)utf8_decode(rest, 0, &size);
    report_add(
        builder->report, SEVERITY_ERROR, number, column,
        "a text may not begin with \"%.*s\" unless it is quoted; write \">-\" and the text on the next line",
        TEXT_ARGS(text_slice(rest, (Range){0, size})));
}

static void report_syntax(Builder *builder, const yaml_parser_t *parser)
{
    const char *problem = parser->problem ? parser->problem : "not readable";
    const char *context = parser->context ? parser->context : "";
    size_t number = parser->problem_mark.line + 1, column = parser->problem_mark.column + 1;
    Text line = source_line(builder, number);

    if (parser->error == YAML_MEMORY_ERROR)
        memory_exhausted();
    builder->failed = true;
    if (strstr(problem, "mapping values are not allowed"))
        report_colon(builder, line, number, column);
    else if (strstr(context, "quoted scalar") && strstr(problem, "end of stream"))
        report_add(
            builder->report, SEVERITY_ERROR, parser->context_mark.line + 1, parser->context_mark.column + 1,
            "this quote mark is never closed; close it, or write \">-\" and the text on the next line");
    else if (strstr(problem, "cannot start any token"))
        report_first_character(builder, line, number, column);
    else if (strstr(problem, "did not find expected") && report_closing_mark(builder, number))
        return;
    else if (strstr(context, "flow sequence") || strstr(context, "flow mapping"))
        report_add(builder->report, SEVERITY_ERROR, number, column,
                   "expected \",\" or the end of what \"%c\" began on line %zu", strstr(context, "sequence") ? '[' : '{',
                   parser->context_mark.line + 1);
    else if (strstr(problem, "could not find expected ':'"))
        report_add(builder->report, SEVERITY_ERROR, parser->context_mark.line + 1,
                   parser->context_mark.column + 1,
                   "a line of its own without \"key:\" or \"- \"; indent it to go on with the text above");
    else if (strstr(problem, "did not find expected key"))
        report_add(builder->report, SEVERITY_ERROR, number, column,
                   "expected a key here; look at the indentation of this line and the one above");
    else if (strstr(problem, "did not find expected '-'"))
        report_add(builder->report, SEVERITY_ERROR, number, column,
                   "expected \"- \" here; look at the indentation of this line and the one above");
    else if (strstr(problem, "did not find expected comment or line break"))
        report_add(builder->report, SEVERITY_ERROR, number, column,
                   "the text begins on the line after \"|\" or \">\"; write \">-\" and the text on the next line, indented");
    else if (strstr(problem, "did not find expected node content"))
        report_add(builder->report, SEVERITY_ERROR, number, column, "expected a value here");
    else if (strstr(problem, "invalid Unicode character"))
        report_add(builder->report, SEVERITY_ERROR, number, column, "an escape that is no character; write the character itself");
    else if (strstr(problem, "unknown escape"))
        report_add(builder->report, SEVERITY_ERROR, number, column,
                   "an unknown escape after \"\\\"; write \">-\" and the text on the next line");
    else
        report_add(builder->report, SEVERITY_ERROR, number, column, "%s", problem);
}

/* ---- building the tree ---- */

/* A mistake after which reading goes on. */
static void tell(Builder *builder, const yaml_event_t *event, const char *message)
{
    report_add(builder->report, SEVERITY_ERROR, event->start_mark.line + 1, event->start_mark.column + 1, "%s", message);
}

static void fail(Builder *builder, const yaml_event_t *event, const char *message)
{
    tell(builder, event, message);
    builder->failed = true;
}

static void fail_over(Builder *builder, const yaml_event_t *event, LimitId limit, size_t found)
{
    report_over(builder->report, event->start_mark.line + 1, event->start_mark.column + 1, limit, found);
    builder->failed = true;
}

static bool has_key(const YamlNode *mapping, Text key)
{
    for (const YamlNode *child = mapping->first; child; child = child->next) {
        if (text_equal(child->key->text, key))
            return true;
    }
    return false;
}

static void take_key(Builder *builder, const yaml_event_t *event, YamlNode *node)
{
    YamlNode *mapping = builder->open[builder->depth - 1];

    if (node->kind != YAML_SCALAR)
        fail(builder, event, "a key must be a plain word");
    else if (text_equal(node->text, TEXT("<<")))
        fail(builder, event, "merge keys (\"<<\") are not part of the format");
    else if (node->text.size > MOST_KEY_BYTES)
        fail_over(builder, event, LIMIT_KEY_BYTES, node->text.size);
    else if (mapping->count >= MOST_KEYS)
        fail_over(builder, event, LIMIT_KEYS, 0);
    else if (has_key(mapping, node->text))
        report_add(builder->report, SEVERITY_ERROR, node->line, node->column,
                   "the key \"%.*s\" stands here twice", TEXT_ARGS(node->text));
    builder->key[builder->depth - 1] = node;
}

static void attach(Builder *builder, const yaml_event_t *event, YamlNode *node)
{
    int level = builder->depth - 1;
    YamlNode *parent;

    if (builder->depth == 0) {
        builder->root = node;
        return;
    }
    parent = builder->open[level];
    if (parent->kind == YAML_MAPPING && !builder->key[level]) {
        take_key(builder, event, node);
        return;
    }
    node->key = builder->key[level];
    builder->key[level] = NULL;
    if (node->key && has_key(parent, node->key->text))
        return; /* told already: the first one counts */
    if (builder->last[level])
        builder->last[level]->next = node;
    else
        parent->first = node;
    builder->last[level] = node;
    parent->count++;
}

static YamlNode *new_node(Builder *builder, const yaml_event_t *event, YamlKind kind)
{
    YamlNode *node;

    if (++builder->nodes > MOST_PARTS) {
        fail_over(builder, event, LIMIT_PARTS, 0);
        return NULL;
    }
    node = ARENA_NEW(builder->arena, YamlNode);
    node->kind = kind;
    node->line = event->start_mark.line + 1;
    node->column = event->start_mark.column + 1;
    node->from = (uint32_t)event->start_mark.index; /* at most MOST_ARTICLE_BYTES */
    node->to = (uint32_t)event->end_mark.index;
    return node;
}

static void refuse_properties(Builder *builder, const yaml_event_t *event, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    if (anchor)
        tell(builder, event,
             "anchors (\"&\") are not part of the format; quote a text that begins with \"&\"");
    else if (tag)
        tell(builder, event, "tags (\"!\") are not part of the format; quote a text that begins with \"!\"");
}

enum { CUT_TEXT_LEAST = 40 };

/* The byte of a line at a column, going on from the place looked up last. */
static size_t byte_at_place(Builder *builder, Text line, size_t number, size_t column)
{
    bool ahead = builder->place_line == number && builder->place_column <= column;
    size_t from = ahead ? builder->place_byte : 0, skipped = ahead ? builder->place_column : 0;

    builder->place_byte = from + byte_at_column(text_slice(line, (Range){from, line.size}), column - skipped);
    builder->place_line = number;
    builder->place_column = column;
    return builder->place_byte;
}

/* "Page #1", "the text # goes on": a comment by YAML's rules that was meant as text, by what is around the sign. */
static bool is_meant_as_text(Text value, Text line, size_t end, size_t sign)
{
    bool joined = sign + 1 < line.size && line.bytes[sign + 1] != ' ';

    if (joined || value.size > CUT_TEXT_LEAST)
        return true;
    return sign == end + 1 && text_find_byte(value, ' ', 0) != TEXT_NOT_FOUND; /* two blanks set a comment apart */
}

static void warn_of_comment(Builder *builder, const yaml_event_t *event)
{
    size_t number = event->end_mark.line + 1, column = event->end_mark.column;
    Text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    Text line = source_line(builder, number);
    size_t end = byte_at_place(builder, line, number, column), at = end;

    while (at < line.size && line.bytes[at] == ' ')
        at++;
    if (value.size && at > end && at < line.size && line.bytes[at] == '#' && is_meant_as_text(value, line, end, at))
        report_add(builder->report, SEVERITY_WARNING, number, column + 1 + (at - end),
                   "text after \" #\" is a comment and is cut off; write \">-\" and the text on the next line");
}

/* A text in double quotes can name any character: what may not stand in the source may not come in by an escape. */
static void refuse_controls(Builder *builder, const yaml_event_t *event, Text text)
{
    size_t size;

    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        return;
    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);
        char message[64];

        if (!yaml_is_forbidden(code_point))
            continue;
        (void)snprintf(message, sizeof message, "control character U+%04X by an escape; take it out", (unsigned)code_point);
        tell(builder, event, message);
        return;
    }
}

static void add_scalar(Builder *builder, const yaml_event_t *event)
{
    YamlNode *node;

    refuse_properties(builder, event, event->data.scalar.anchor,
                      event->data.scalar.plain_implicit || event->data.scalar.quoted_implicit
                          ? NULL
                          : event->data.scalar.tag);
    node = builder->failed ? NULL : new_node(builder, event, YAML_SCALAR);
    if (!node)
        return;
    node->text =
        arena_copy(builder->arena, (Text){(const char *)event->data.scalar.value, event->data.scalar.length});
    refuse_controls(builder, event, node->text);
    node->style = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? YAML_PLAIN
                  : event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                          event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE
                      ? YAML_BLOCK
                      : YAML_QUOTED;
    if (node->style == YAML_PLAIN)
        warn_of_comment(builder, event);
    attach(builder, event, node);
}

static void open_collection(Builder *builder, const yaml_event_t *event, YamlKind kind)
{
    YamlNode *node;

    if (kind == YAML_SEQUENCE)
        refuse_properties(builder, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
    else
        refuse_properties(builder, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    if (!builder->failed && builder->depth == MOST_LEVELS)
        fail_over(builder, event, LIMIT_LEVELS, 0);
    node = builder->failed ? NULL : new_node(builder, event, kind);
    if (!node)
        return;
    attach(builder, event, node);
    if (builder->failed)
        return;
    builder->open[builder->depth] = node;
    builder->last[builder->depth] = NULL;
    builder->key[builder->depth] = NULL;
    builder->depth++;
}

/* False: the end, or an error. */
static bool take_event(Builder *builder, const yaml_event_t *event)
{
    YamlNode *node;

    switch (event->type) {
    case YAML_SCALAR_EVENT:
        add_scalar(builder, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_collection(builder, event, YAML_SEQUENCE);
        break;
    case YAML_MAPPING_START_EVENT:
        open_collection(builder, event, YAML_MAPPING);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        builder->open[--builder->depth]->to = (uint32_t)event->end_mark.index;
        break;
    case YAML_ALIAS_EVENT:
        tell(builder, event, "aliases (\"*\") are not part of the format; quote a text that begins with \"*\"");
        node = new_node(builder, event, YAML_SCALAR);
        if (node)
            attach(builder, event, node);
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (builder->root)
            fail(builder, event,
                 "a second document (\"---\") is not part of the format; one article is one file");
        break;
    case YAML_STREAM_END_EVENT:
        return false;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return !builder->failed;
}

static bool next_event(Builder *builder, yaml_parser_t *parser)
{
    yaml_event_t event;
    bool more;

    if (!yaml_parser_parse(parser, &event)) {
        report_syntax(builder, parser);
        return false;
    }
    more = take_event(builder, &event);
    yaml_event_delete(&event);
    return more;
}

const YamlNode *yaml_parse(Arena *arena, Text source, Report *report)
{
    Builder builder = {.arena = arena, .report = report, .line = 1};
    yaml_parser_t parser;

    if (source.size > MOST_ARTICLE_BYTES) {
        report_over(report, 0, 0, LIMIT_ARTICLE_BYTES, source.size);
        return NULL;
    }
    source = text_slice(source, (Range){utf8_mark_size(source), source.size});
    if (!yaml_source_check(source, report))
        return NULL;
    builder.source = yaml_join_surrogates(arena, source);
    if (!yaml_parser_initialize(&parser))
        memory_exhausted();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser,
                                 (const unsigned char *)(builder.source.size ? builder.source.bytes : ""),
                                 builder.source.size);
    while (next_event(&builder, &parser))
        ;
    yaml_parser_delete(&parser);
    if (!builder.root && report->error_count == 0)
        report_add(report, SEVERITY_ERROR, 0, 0, "is empty");
    return builder.root;
}

/* ---- reading the tree ---- */

const YamlNode *yaml_get(const YamlNode *mapping, Text key)
{
    YAML_EACH (child, mapping) {
        if (child->key && text_equal(child->key->text, key))
            return child;
    }
    return NULL;
}

/* "a list", "the key \"He said\"": what stands where something else was expected. */
static void report_found(const YamlNode *node, const char *expected, Report *report)
{
    if (node->kind == YAML_SEQUENCE)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found a list", expected);
    else if (node->kind == YAML_MAPPING && node->first)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found the key \"%.*s\"",
                   expected, TEXT_ARGS(report_quoted(report, node->first->key->text)));
    else if (node->kind == YAML_MAPPING)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found an empty mapping",
                   expected);
    else
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found \"%.*s\"", expected,
                   TEXT_ARGS(report_quoted(report, node->text)));
}

bool yaml_expect(const YamlNode *node, YamlKind kind, const char *expected, Report *report)
{
    if (node->kind == kind)
        return true;
    report_found(node, expected, report);
    return false;
}

bool yaml_text(const YamlNode *node, const char *expected, Report *report, Text *text)
{
    if (node->kind == YAML_SCALAR && node->text.size > MOST_FIELD_BYTES) {
        report_over(report, node->line, node->column, LIMIT_FIELD_BYTES, node->text.size);
        return false;
    }
    return yaml_long_text(node, expected, report, text);
}

bool yaml_long_text(const YamlNode *node, const char *expected, Report *report, Text *text)
{
    if (!yaml_expect(node, YAML_SCALAR, expected, report))
        return false;
    *text = node->text;
    return true;
}

bool yaml_bool(const YamlNode *node, Report *report, bool *value)
{
    static const struct {
        Text word;
        bool value;
    } words[] = {{LITERAL("true"), true},   {LITERAL("yes"), true}, {LITERAL("on"), true},
                 {LITERAL("false"), false}, {LITERAL("no"), false}, {LITERAL("off"), false}};

    for (size_t i = 0; node->kind == YAML_SCALAR && i < COUNT_OF(words); i++) {
        if (text_equal_ignoring_case(node->text, words[i].word)) {
            *value = words[i].value;
            return true;
        }
    }
    report_found(node, "yes or no", report);
    return false;
}

bool yaml_int(const YamlNode *node, int least, int most, Report *report, int *value)
{
    char expected[64];
    size_t number;

    if (node->kind == YAML_SCALAR && text_to_number(node->text, (size_t)most, &number) &&
        (int)number >= least) {
        *value = (int)number;
        return true;
    }
    (void)snprintf(expected, sizeof expected, "a number from %d to %d", least, most);
    report_found(node, expected, report);
    return false;
}

bool yaml_choice(const YamlNode *node, const Text *choices, size_t count, Report *report, size_t *index)
{
    TextBuffer names = {0};
    const char *expected;
    Text near;

    for (size_t i = 0; node->kind == YAML_SCALAR && i < count; i++) {
        if (text_equal(node->text, choices[i])) {
            *index = i;
            return true;
        }
    }
    text_buffer_add(report->arena, &names, TEXT("one of"));
    for (size_t i = 0; i < count; i++) {
        text_buffer_add(report->arena, &names, TEXT(" "));
        text_buffer_add(report->arena, &names, choices[i]);
    }
    expected = arena_terminated(report->arena, text_buffer_text(&names));
    near = node->kind == YAML_SCALAR ? nearest_name(node->text, choices, count) : (Text){0};
    if (near.size)
        report_add(report, SEVERITY_ERROR, node->line, node->column,
                   "expected %s, found \"%.*s\"; did you mean \"%.*s\"?", expected,
                   TEXT_ARGS(report_quoted(report, node->text)), TEXT_ARGS(near));
    else
        report_found(node, expected, report);
    return false;
}

void yaml_unknown_key(const YamlNode *node, const char *where, const Text *names, size_t count,
                      Report *report)
{
    Text key = report_quoted(report, node->key->text);
    Text near = nearest_name(key, names, count);

    if (near.size)
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column,
                   "unknown key \"%.*s\" in %s; did you mean \"%.*s\"?", TEXT_ARGS(key), where,
                   TEXT_ARGS(near));
    else
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column, "unknown key \"%.*s\" in %s",
                   TEXT_ARGS(key), where);
}
