/*
 * <meta name="description">, <meta property="og:title"> and the like, and what stands in scripts of JSON-LD. There a text is looked for by its key
 * alone, wherever it stands: of a page with several, the longest one.
 */
#include "html/body/blocks/page_clues.h"

#include "base/json/json.h"

/* The string that stands behind `"key":` next after `*at`, as written, in its quotation marks; empty: there are no more. */
static Text next_string(Text script, Text key, size_t *at)
{
    for (;;) {
        size_t from = text_find(script, key, *at), end;

        if (from == TEXT_NOT_FOUND)
            return (Text){0};
        *at = from = from + key.size;
        while (from < script.size && (ascii_is_blank(script.bytes[from]) || script.bytes[from] == ':'))
            from++;
        if (from >= script.size || script.bytes[from] != '"')
            continue;
        for (end = from + 1; end < script.size && script.bytes[end] != '"'; end++)
            end += script.bytes[end] == '\\';
        if (end >= script.size)
            return (Text){0};
        *at = end + 1;
        return text_slice(script, (Range){from, end + 1});
    }
}

static void read_linked_data(Arena *arena, Text script, PageClues *clues, TextBuffer *descriptions)
{
    Text raw;

    for (size_t at = 0; (raw = next_string(script, TEXT("\"articleBody\""), &at)).size;) {
        if (raw.size > clues->body.size)
            clues->body = json_string(arena, raw);
    }
    for (size_t at = 0; (raw = next_string(script, TEXT("\"description\""), &at)).size;) {
        text_buffer_add(arena, descriptions, json_string(arena, raw));
        text_buffer_add(arena, descriptions, TEXT("\n"));
    }
}

static void read_meta(Arena *arena, const HtmlTree *tree, size_t node, PageClues *clues, TextBuffer *descriptions)
{
    static const Text titles[] = {LITERAL("og:title"), LITERAL("twitter:title")};
    static const Text names[] = {LITERAL("description"), LITERAL("og:description"), LITERAL("twitter:description")};
    Text name = html_attribute(tree, node, TEXT("property")), content = html_attribute(tree, node, TEXT("content"));

    if (!name.size)
        name = html_attribute(tree, node, TEXT("name"));
    if (TEXT_IS_ONE_OF(name, titles) && content.size > clues->title.size)
        clues->title = content;
    if (TEXT_IS_ONE_OF(name, names)) {
        text_buffer_add(arena, descriptions, content);
        text_buffer_add(arena, descriptions, TEXT("\n"));
    }
}

void page_clues_read(Arena *arena, const HtmlTree *tree, PageClues *clues)
{
    TextBuffer descriptions = {0};

    *clues = (PageClues){0};
    for (size_t i = 0; i < tree->nodes.count; i++) {
        HtmlTag tag = tree->nodes.items[i].tag;
        bool has_text = i + 1 < tree->nodes.items[i].end && tree->nodes.items[i + 1].tag == HTML_TEXT;

        if (tag == HTML_META)
            read_meta(arena, tree, i, clues, &descriptions);
        if (tag == HTML_TITLE && has_text && !clues->title.size)
            clues->title = tree->nodes.items[i + 1].text;
        if (tag == HTML_SCRIPT && has_text &&
            text_equal_ignoring_case(html_attribute(tree, i, TEXT("type")), TEXT("application/ld+json")))
            read_linked_data(arena, tree->nodes.items[i + 1].text, clues, &descriptions);
    }
    clues->description = text_buffer_text(&descriptions);
}
