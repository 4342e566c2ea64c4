/* The table of elements, and questions to a tree. */
#include "html/tree/html_tree.h"

#include "base/lower_bound.h"

static const struct {
    Text name;
    unsigned traits;
} tags[HTML_TAG_COUNT] = {
    [HTML_TEXT] = {{"", 0}, 0},
    [HTML_OTHER] = {{"", 0}, 0},
#define TAG(ID, name, traits) [HTML_##ID] = {LITERAL(name), traits},
#include "html/tree/html_tags.def"
#undef TAG
};

Text html_tag_name(HtmlTag tag)
{
    return tags[tag].name;
}

unsigned html_tag_traits(HtmlTag tag)
{
    return tags[tag].traits;
}

/* Names without elements come first: they are empty. */
HtmlTag html_tag_of(Text name)
{
    size_t at;

    LOWER_BOUND(at, HTML_TAG_COUNT, text_compare(tags[at].name, name) < 0);
    return name.size && at < HTML_TAG_COUNT && text_equal(tags[at].name, name) ? (HtmlTag)at : HTML_OTHER;
}

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
