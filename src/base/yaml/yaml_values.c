/* Reading a tree: what was expected and what was found. */
#include "base/nearest.h"
#include "base/yaml/yaml.h"

const YamlNode *yaml_get(const YamlNode *mapping, Text key)
{
    YAML_EACH(child, mapping) {
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
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found the key \"%.*s\"", expected,
                   TEXT_ARGS(report_quoted(report, node->first->key->text)));
    else if (node->kind == YAML_MAPPING)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found an empty mapping", expected);
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

    if (node->kind == YAML_SCALAR && text_to_number(node->text, (size_t)most, &number) && (int)number >= least) {
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

void yaml_unknown_key(const YamlNode *node, const char *where, const Text *names, size_t count, Report *report)
{
    Text key = report_quoted(report, node->key->text);
    Text near = nearest_name(key, names, count);

    if (near.size)
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column,
                   "unknown key \"%.*s\" in %s; did you mean \"%.*s\"?", TEXT_ARGS(key), where, TEXT_ARGS(near));
    else
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column, "unknown key \"%.*s\" in %s",
                   TEXT_ARGS(key), where);
}
