/*
 * The key `theme` of a configuration stands at the start of a line, for what is inside others is indented. Its value is replaced up to the
 * comment behind it; where there is none, a line comes at the end:
 *
 *     # mine
 *     theme: nord     # for the evening        ->      theme: gruvbox     # for the evening
 *
 * The result is read again, and taken only if it says the new theme and nothing else is gone.
 */
#include "ui/config_edit.h"

#include "base/yaml.h"

/* A value that needs no quotation marks: letters, digits, hyphens. */
static Text quoted(Arena *arena, Text theme)
{
    Text result = TEXT("\"");
    bool plain = theme.size > 0 && ascii_is_alpha(theme.bytes[0]);

    for (size_t i = 0; i < theme.size; i++) {
        char byte = theme.bytes[i];

        plain = plain && (ascii_is_alpha(byte) || ascii_is_digit(byte) || byte == '-');
        result = arena_printf(arena, "%.*s%s%c", TEXT_ARGS(result), byte == '"' || byte == '\\' ? "\\" : "", byte);
    }
    return plain ? theme : arena_printf(arena, "%.*s\"", TEXT_ARGS(result));
}

/* The bytes of a scalar that stands on one line from `start` on. */
static size_t value_end(Text source, const YamlNode *node, size_t start)
{
    char mark = start < source.size ? source.bytes[start] : '\0';
    size_t at = start;

    if (node->style != YAML_QUOTED)
        return start + node->text.size;
    for (at = start + 1; at < source.size && source.bytes[at] != mark && source.bytes[at] != '\n'; at++)
        at += mark == '"' && source.bytes[at] == '\\';
    return at + 1;
}

static size_t line_start(Text source, size_t line)
{
    size_t at = 0;

    while (--line > 0)
        at = text_find_byte(source, '\n', at) + 1;
    return at;
}

static Text with_value(Arena *arena, Text source, const YamlNode *node, Text value)
{
    size_t start = line_start(source, node->line) + node->column - 1, end = value_end(source, node, start);

    if (start > source.size || end > source.size)
        return (Text){0};
    return arena_printf(arena, "%.*s%.*s%.*s", TEXT_ARGS(text_slice(source, (Range){0, start})), TEXT_ARGS(value),
                        TEXT_ARGS(text_slice(source, (Range){end, source.size})));
}

static const YamlNode *parse(Arena *arena, Text source, bool *good)
{
    const YamlNode *root;
    Report report;

    report_init(&report, arena, (Text){0});
    root = yaml_parse(arena, source, &report);
    *good = report.error_count == 0 && (!root || root->kind == YAML_MAPPING);
    return root;
}

/* Nothing but comments? */
static bool says_nothing(Text source)
{
    Text line;

    for (size_t at = 0; text_next_part(source, '\n', &at, &line);) {
        line = text_trim(line);
        if (line.size && line.bytes[0] != '#')
            return false;
    }
    return true;
}

Text config_with_theme(Arena *arena, Text source, Text theme)
{
    Text value = quoted(arena, theme), result;
    bool good = true;
    const YamlNode *root = says_nothing(source) ? NULL : parse(arena, source, &good), *node = yaml_get(root, TEXT("theme"));
    size_t keys = root ? root->count : 0;

    if (!good || (node && (node->kind != YAML_SCALAR || node->style == YAML_BLOCK || node->key->column != 1)))
        return (Text){0};
    if (node)
        result = with_value(arena, source, node, value);
    else
        result = arena_printf(arena, "%.*s%stheme: %.*s\n", TEXT_ARGS(source),
                              source.size && source.bytes[source.size - 1] != '\n' ? "\n" : "", TEXT_ARGS(value));
    root = parse(arena, result, &good);
    node = yaml_get(root, TEXT("theme"));
    return good && node && text_equal(node->text, theme) && root->count >= keys ? result : (Text){0};
}
