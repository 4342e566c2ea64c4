/* One pass over the page; what is found is sorted by its row in meta_names.def, by counting. */
#include "html/metadata/sources/meta_values.h"

#include "html/metadata/sources/plain_value.h"

static const struct {
    MetaField field;
    Text name;
} names[] = {
#define META(field, name) {META_##field, LITERAL(name)},
#include "html/metadata/sources/meta_names.def"
#undef META
};

enum { NAMES = COUNT_OF(names) };

/* "dcterms.created", also written "DCTERMS:Created" and "og:title " */
static bool is_name(Text written, Text name)
{
    written = text_trim(written);
    if (written.size != name.size)
        return false;
    for (size_t i = 0; i < name.size; i++) {
        char byte = ascii_to_lower(written.bytes[i]);

        if (byte != name.bytes[i] && !(byte == ':' && name.bytes[i] == '.'))
            return false;
    }
    return true;
}

static size_t row_of(Text written)
{
    for (size_t row = 0; written.size && row < NAMES; row++) {
        if (is_name(written, names[row].name))
            return row;
    }
    return NO_INDEX;
}

/* Of a <meta>; NO_INDEX: nothing that is known. */
static size_t row_of_element(const HtmlTree *tree, size_t node)
{
    static const Text attributes[] = {LITERAL("property"), LITERAL("name"), LITERAL("itemprop"), LITERAL("http-equiv")};
    size_t row = NO_INDEX;

    for (size_t i = 0; i < COUNT_OF(attributes) && row == NO_INDEX; i++)
        row = row_of(html_attribute(tree, node, attributes[i]));
    return row;
}

static MetaValues sorted(Arena *arena, const MetaValues *found)
{
    size_t starts[NAMES + 1] = {0};
    MetaValues result = {0};

    if (found->items.count == 0)
        return result;
    for (size_t i = 0; i < found->items.count; i++)
        starts[found->items.items[i].row + 1]++;
    for (size_t row = 0; row < NAMES; row++)
        starts[row + 1] += starts[row];
    ARRAY_RESERVE(arena, result.items, found->items.count);
    result.items.count = found->items.count;
    for (size_t i = 0; i < found->items.count; i++)
        result.items.items[starts[found->items.items[i].row]++] = found->items.items[i];
    return result;
}

MetaValues meta_values_read(Arena *arena, const HtmlTree *tree)
{
    MetaValues found = {0};

    for (size_t node = 0; node < tree->nodes.count && found.items.count < META_VALUES; node++) {
        size_t row = tree->nodes.items[node].tag == HTML_META ? row_of_element(tree, node) : NO_INDEX;
        Text text = row == NO_INDEX ? (Text){0} : plain_value(arena, html_attribute(tree, node, TEXT("content")));

        if (text.size)
            ARRAY_PUSH(arena, found.items, ((MetaValue){(unsigned)row, names[row].field, text}));
    }
    return sorted(arena, &found);
}

const MetaValue *meta_next(const MetaValues *values, MetaField field, size_t *at)
{
    while (*at < values->items.count) {
        const MetaValue *value = &values->items.items[(*at)++];

        if (value->field == field)
            return value;
    }
    return NULL;
}

Text meta_first(const MetaValues *values, MetaField field)
{
    size_t at = 0;
    const MetaValue *value = meta_next(values, field, &at);

    return value ? value->text : (Text){0};
}
