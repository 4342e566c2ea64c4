/*
 * A word is a run of letters. A capital after a small letter begins another one, so does the last capital of several before a small letter:
 *
 *     class="td-post__content articleBody2 HTMLText"   becomes   "td-post-content article-body html-text"
 */
#include "html/body/blocks/page_names.h"

enum {
    NAMES_MOST = 400,
    MARK_MOST = 60 /* bytes of a name that are looked at: what generated names have behind that says nothing */
};

static bool begins_word(Text text, size_t at)
{
    if (!ascii_is_upper(text.bytes[at]) || at == 0)
        return false;
    if (ascii_is_lower(text.bytes[at - 1]))
        return true;
    return ascii_is_upper(text.bytes[at - 1]) && at + 1 < text.size && ascii_is_lower(text.bytes[at + 1]);
}

static void add_words(Arena *arena, TextBuffer *buffer, Text text)
{
    char pending = buffer->count ? ' ' : 0;

    if (text.size > NAMES_MOST)
        text.size = NAMES_MOST;
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];

        if (!ascii_is_alpha(byte)) {
            if (pending != ' ' && buffer->count)
                pending = ascii_is_blank(byte) ? ' ' : '-';
            continue;
        }
        if (!pending && begins_word(text, i))
            pending = '-';
        if (pending)
            ARRAY_PUSH(arena, *buffer, pending);
        pending = 0;
        ARRAY_PUSH(arena, *buffer, ascii_to_lower(byte));
    }
}

Text page_names_of(Arena *arena, const HtmlTree *tree, size_t node)
{
    Text names = html_attribute(tree, node, TEXT("class")), id = html_attribute(tree, node, TEXT("id"));
    TextBuffer buffer = {0};

    if (!names.size && !id.size)
        return (Text){0};
    add_words(arena, &buffer, names);
    add_words(arena, &buffer, id);
    return text_buffer_text(&buffer);
}

Text page_marks_of(Arena *arena, const HtmlTree *tree, size_t node)
{
    static const Text marks[] = {LITERAL("itemprop"),       LITERAL("role"),      LITERAL("data-testid"),
                                 LITERAL("data-component"), LITERAL("data-type"), LITERAL("itemtype"),
                                 LITERAL("aria-label"),     LITERAL("property"),  LITERAL("data-component-name")};
    const HtmlNode *element = &tree->nodes.items[node];
    TextBuffer buffer = {0};

    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const HtmlAttribute *attribute = &tree->attributes.items[element->attribute + i];
        Text value = attribute->value;

        if (!value.size || !TEXT_IS_ONE_OF(attribute->name, marks))
            continue;
        if (value.size > MARK_MOST)
            value.size = MARK_MOST;
        if (text_starts_with(value, TEXT("http"))) /* itemtype="https://schema.org/NewsArticle" */
            value = text_slice(value, (Range){text_folder_size(value), value.size});
        add_words(arena, &buffer, attribute->name);
        add_words(arena, &buffer, value);
    }
    return text_buffer_text(&buffer);
}

bool page_names_next(Text names, size_t *at, Text *word, bool *goes_on)
{
    size_t start = *at;

    if (start >= names.size)
        return false;
    *goes_on = start > 0 && names.bytes[start - 1] == '-';
    while (*at < names.size && names.bytes[*at] != '-' && names.bytes[*at] != ' ')
        (*at)++;
    *word = text_slice(names, (Range){start, *at});
    (*at)++;
    return true;
}
