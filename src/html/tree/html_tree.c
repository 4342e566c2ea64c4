/* Questions to a tree. */
#include "html/tree/html_tree.h"

static const HtmlAttribute *find_attribute(const HtmlTree *tree, size_t node, Text name)
{
    const HtmlNode *element = &tree->nodes.items[node];

    for (size_t i = 0; i < element->attribute_count; i++) {
        if (text_equal(tree->attributes.items[element->attribute + i].name, name))
            return &tree->attributes.items[element->attribute + i];
    }
    return NULL;
}

Text html_attribute(const HtmlTree *tree, size_t node, Text name)
{
    const HtmlAttribute *attribute = find_attribute(tree, node, name);

    return attribute ? attribute->value : (Text){0};
}

bool html_has_attribute(const HtmlTree *tree, size_t node, Text name)
{
    return find_attribute(tree, node, name) != NULL;
}

Text html_inner_text(Arena *arena, const HtmlTree *tree, size_t node)
{
    TextBuffer characters = {0};

    for (size_t i = node; i < tree->nodes.items[node].end; i++) {
        if (tree->nodes.items[i].tag == HTML_TEXT)
            text_buffer_add(arena, &characters, tree->nodes.items[i].text);
    }
    return arena_on_one_line(arena, text_trim(text_buffer_text(&characters)));
}
