/* The tree of an article as a line of JSON. Texts are written as json_write_text does: what no terminal is sent stands as an escape. */
#include <assert.h>

#include "base/json/json.h"
#include "formats/yaml/article_tree.h"
#include "formats/yaml/article_writer.h"

static void write_scalar(Sink *out, Arena *arena, const YamlNode *node)
{
    if (node->style == YAML_NUMBER)
        sink_text(out, node->text);
    else if (node->style == YAML_SWITCH)
        sink_string(out, text_equal(node->text, TEXT("yes")) ? "true" : "false");
    else
        json_write_text(out, yaml_writable(arena, node->text));
}

static void write_key(Sink *out, Arena *arena, const YamlNode *node)
{
    if (!node->key)
        return;
    json_write_text(out, yaml_writable(arena, node->key->text));
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

void article_write_json_object(Sink *out, const Article *article)
{
    Arena scratch = {0};

    write_tree(out, &scratch, article_tree(&scratch, article, BODY_OF_TEXT));
    arena_release(&scratch);
}

void article_write_json(Sink *out, const Article *article)
{
    article_write_json_object(out, article);
    sink_byte(out, '\n');
}
