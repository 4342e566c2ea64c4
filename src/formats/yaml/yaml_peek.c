/* The head of a file alone: is it the YAML form, and what do lists show of it? Its body is not looked at. */
#include "formats/yaml/yaml_exports.h"
#include "formats/yaml/yaml_form.h"
#include "formats/yaml/yaml_keys.h"

enum { LINES_LOOKED_AT = 40 };

/* The key at the start of a line: letters and hyphens before a colon; empty when there is none. */
static Text key_of_line(Text line)
{
    size_t colon = text_find_byte(line, ':', 0);

    for (size_t i = 0; colon != TEXT_NOT_FOUND && i < colon; i++) {
        if (!ascii_is_alpha(line.bytes[i]) && line.bytes[i] != '-')
            return (Text){0};
    }
    return colon == TEXT_NOT_FOUND ? (Text){0} : text_slice(line, (Range){0, colon});
}

/* Lines that begin with a key, the first of them too, and one of the keys is known. */
static bool has_known_key(Text head)
{
    bool first = true;
    Text line;

    for (size_t at = 0, lines = 0; lines < LINES_LOOKED_AT && text_next_part(head, '\n', &at, &line); lines++) {
        Text key = key_of_line(line);

        if (text_trim(line).size == 0 || line.bytes[0] == '#' || text_equal(text_trim(line), TEXT("---")))
            continue;
        if (first && key.size == 0)
            return false;
        first = false;
        if (yaml_field_of(key) != FIELD_COUNT || yaml_part_of(key) != PART_COUNT || text_starts_with(key, TEXT("x-")))
            return true;
    }
    return false;
}

/* Where the body begins: the first of its keys that begins a line after the first. */
static size_t body_start(Arena *arena, Text head)
{
    Text aliases = article_part_aliases(PART_BODY), name = article_part_key(PART_BODY);
    size_t end = head.size, next = 0;

    do {
        size_t at = text_find(head, arena_join(arena, (const Text[]){TEXT("\n"), name, TEXT(":")}, 3), 0);

        if (at != TEXT_NOT_FOUND && at + 1 < end)
            end = at + 1;
    } while (text_next_part(aliases, ' ', &next, &name));
    return end;
}

/* "language: a history" begins a text; an article of this form has a body. */
static bool has_body(Text head)
{
    Arena scratch = {0};
    bool found = body_start(&scratch, head) < head.size;

    arena_release(&scratch);
    return found;
}

bool yaml_recognises(Text head)
{
    Text text = text_slice(head, (Range){utf8_mark_size(head), head.size});
    Text trimmed = text_trim(text);

    if (trimmed.size > 1 && trimmed.bytes[0] == '[') /* of many */
        trimmed = text_trim(text_slice(trimmed, (Range){1, trimmed.size}));
    if (trimmed.size > 1 && trimmed.bytes[0] == '{')
        return text_starts_with(text_trim(text_slice(trimmed, (Range){1, trimmed.size})), TEXT("\""));
    return has_known_key(text) && has_body(text);
}

bool yaml_peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    const YamlNode *root;
    Report report;

    report_init(&report, arena, (Text){0});
    root = yaml_parse(arena, text_slice(head, (Range){0, body_start(arena, head)}), &report);
    if (!root || root->kind != YAML_MAPPING)
        return false;
    if (yaml_is_json(head) && yaml_is_export(root))
        root = yaml_export_read(arena, root, NULL).root;
    YAML_EACH(child, root) {
        ArticleField field = yaml_field_of(child->key->text);

        if (field == FIELD_COUNT || child->kind != YAML_SCALAR)
            continue;
        field = yaml_field_of_value(field, text_trim(child->text));
        if (fields[field].size == 0)
            fields[field] = text_trim(child->text);
    }
    return fields[FIELD_TITLE].size > 0;
}
