/*
 * libyaml's events become a tree. It counts lines and columns from 0, columns in characters, and takes duplicate keys without a word. What it says
 * of errors goes to yaml_errors.c.
 */
#include "base/yaml/yaml.h"

#include <assert.h>
#include <yaml.h>

#include "base/yaml/yaml_errors.h"
#include "base/yaml/yaml_source.h"

enum { STACK = MOST_LEVELS + 1 };

typedef struct Builder {
    Arena *arena;
    Report *report;
    YamlLines lines;
    size_t nodes;
    YamlNode *open[STACK]; /* the collections that are being filled, outermost first */
    YamlNode *last[STACK]; /* their last children */
    YamlNode *key[STACK];  /* a mapping's key that waits for its value */
    int depth;
    YamlNode *root;
    bool failed;
} Builder;

Range yaml_bytes(Text source, const YamlNode *node)
{
    size_t mark = utf8_mark_size(source);

    source = text_slice(source, (Range){mark, source.size});
    return (Range){mark + yaml_byte_of_character(source, node->from), mark + yaml_byte_of_character(source, node->to)};
}

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
        report_add(builder->report, SEVERITY_ERROR, node->line, node->column, "the key \"%.*s\" stands here twice",
                   TEXT_ARGS(node->text));
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
    node->line = (uint32_t)event->start_mark.line + 1; /* at most MOST_ARTICLE_BYTES, as the others */
    node->column = (uint32_t)event->start_mark.column + 1;
    node->from = (uint32_t)event->start_mark.index;
    node->to = (uint32_t)event->end_mark.index;
    return node;
}

static void refuse_properties(Builder *builder, const yaml_event_t *event, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    if (anchor)
        tell(builder, event, "anchors (\"&\") are not part of the format; quote a text that begins with \"&\"");
    else if (tag)
        tell(builder, event, "tags (\"!\") are not part of the format; quote a text that begins with \"!\"");
}

enum { CUT_TEXT_LEAST = 40 };

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
    Text line = yaml_line(&builder->lines, number);
    size_t end = yaml_byte_at_place(&builder->lines, line, number, column), at = end;

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
        (void)snprintf(message, sizeof message, "control character U+%04X by an escape; take it out",
                       (unsigned)code_point);
        tell(builder, event, message);
        return;
    }
}

static void add_scalar(Builder *builder, const yaml_event_t *event)
{
    YamlNode *node;

    refuse_properties(builder, event, event->data.scalar.anchor,
                      event->data.scalar.plain_implicit || event->data.scalar.quoted_implicit ? NULL
                                                                                              : event->data.scalar.tag);
    node = builder->failed ? NULL : new_node(builder, event, YAML_SCALAR);
    if (!node)
        return;
    node->text = arena_copy(builder->arena, (Text){(const char *)event->data.scalar.value, event->data.scalar.length});
    refuse_controls(builder, event, node->text);
    node->style =
        event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? YAML_PLAIN
        : event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE || event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE
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
        assert(builder->depth > 0); /* libyaml ends what it began */
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
            fail(builder, event, "a second document (\"---\") is not part of the format; one article is one file");
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

static void report_syntax(Builder *builder, const yaml_parser_t *parser)
{
    YamlSyntaxError error = {
        .problem = parser->problem ? parser->problem : "not readable",
        .context = parser->context ? parser->context : "",
        .line = parser->problem_mark.line + 1,
        .column = parser->problem_mark.column + 1,
        .context_line = parser->context_mark.line + 1,
        .context_column = parser->context_mark.column + 1,
    };

    if (parser->error == YAML_MEMORY_ERROR)
        memory_exhausted();
    builder->failed = true;
    yaml_report_syntax(&error, &builder->lines, builder->report);
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
    Builder builder = {.arena = arena, .report = report};
    yaml_parser_t parser;

    if (source.size > MOST_ARTICLE_BYTES) {
        report_over(report, 0, 0, LIMIT_ARTICLE_BYTES, source.size);
        return NULL;
    }
    source = text_slice(source, (Range){utf8_mark_size(source), source.size});
    if (!yaml_source_check(source, report))
        return NULL;
    builder.lines.source = yaml_join_surrogates(arena, source);
    if (!yaml_parser_initialize(&parser))
        memory_exhausted();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser,
                                 (const unsigned char *)(builder.lines.source.size ? builder.lines.source.bytes : ""),
                                 builder.lines.source.size);
    while (next_event(&builder, &parser))
        ;
    yaml_parser_delete(&parser);
    if (!builder.root && report->error_count == 0)
        report_add(report, SEVERITY_ERROR, 0, 0, "is empty");
    return builder.root;
}
