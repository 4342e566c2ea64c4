/* The tree of an article as a line of JSON. Texts are written as json_write_text does: what no terminal is sent stands as an escape. */
#include <assert.h>

#include "base/json/json.h"
#include "formats/yaml/article_tree.h"
#include "formats/yaml/article_writer.h"

/* Without what no file of the form may have, not even by an escape. */
static Text writable(Arena *arena, Text text)
{
    TextBuffer clean = {0};
    size_t kept = 0, size;
    char bytes[4];

    for (size_t at = 0; at < text.size; at += size) {
        if (text.bytes[at] >= ' ' && text.bytes[at] < 0x7F) {
            size = 1;
        } else if (yaml_written_code_point(text, at, &size) != utf8_decode(text, at, &size)) {
            text_buffer_add(arena, &clean, text_slice(text, (Range){kept, at}));
            text_buffer_add(arena, &clean, (Text){bytes, utf8_encode(REPLACEMENT_CHARACTER, bytes)});
            kept = at + size;
        }
    }
    if (clean.count == 0)
        return text;
    text_buffer_add(arena, &clean, text_slice(text, (Range){kept, text.size}));
    return text_buffer_text(&clean);
}

static void write_scalar(Sink *out, Arena *arena, const YamlNode *node)
{
    if (node->style == YAML_NUMBER)
        sink_text(out, node->text);
    else
        json_write_text(out, writable(arena, node->text));
}

static void write_key(Sink *out, Arena *arena, const YamlNode *node)
{
    if (!node->key)
        return;
    json_write_text(out, writable(arena, node->key->text));
    sink_string(out, ": ");
}

static void write_tree(Sink *out, Arena *arena, const YamlNode *root)
{
    const YamlNode *above[MOST_LEVELS + 2] = {NULL}, *node = root;
    size_t depth = 0;

    while (node) {
        write_key(out, arena, node);
        if (node->kind == YAML_SCALAR)
            write_scalar(out, arena, node);
        else
            sink_byte(out, node->kind == YAML_MAPPING ? '{' : '[');
        if (node->first) {
            assert(depth <= MOST_LEVELS);
            above[depth++] = node;
            node = node->first;
            continue;
        }
        if (node->kind != YAML_SCALAR)
            sink_byte(out, node->kind == YAML_MAPPING ? '}' : ']');
        while (depth > 0 && !node->next) {
            node = above[--depth];
            sink_byte(out, node->kind == YAML_MAPPING ? '}' : ']');
        }
        node = depth > 0 ? node->next : NULL;
        if (node)
            sink_string(out, ", ");
    }
}

void article_write_json(Sink *out, const Article *article)
{
    Arena scratch = {0};

    write_tree(out, &scratch, article_tree(&scratch, article, BODY_OF_TEXT));
    sink_byte(out, '\n');
    arena_release(&scratch);
}
