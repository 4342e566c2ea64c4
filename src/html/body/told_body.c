/*
 * "articleBody" of JSON-LD is the text, mostly with a line for each paragraph; and what a page's programs would show they have as JSON, in which the
 * text is the longest string of HTML:
 *
 *     <script id="__NEXT_DATA__" type="application/json">{"props": {"body": "<p>The last ferry …</p><p>Eleven of …"}}</script>
 */
#include "html/body/told_body.h"

#include "base/json/json_tree.h"
#include "html/body/blocks/page_clues.h"

enum { PARAGRAPHS_LEAST = 2 };

static bool has_paragraphs(Text text)
{
    size_t count = 0;

    for (size_t at = 0; count < PARAGRAPHS_LEAST && (at = text_find(text, TEXT("<p"), at)) != TEXT_NOT_FOUND; at++)
        count++;
    return count == PARAGRAPHS_LEAST;
}

static Text lines_as_paragraphs(Arena *arena, Text text)
{
    TextBuffer out = {0};
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        if (!text_trim(line).size)
            continue;
        text_buffer_add(arena, &out, TEXT("<p>"));
        text_buffer_add(arena, &out, line);
        text_buffer_add(arena, &out, TEXT("</p>\n"));
    }
    return text_buffer_text(&out);
}

static bool is_json(const HtmlTree *tree, size_t node)
{
    return tree->nodes.items[node].tag == HTML_SCRIPT && node + 1 < tree->nodes.items[node].end &&
           text_equal_ignoring_case(html_attribute(tree, node, TEXT("type")), TEXT("application/json"));
}

static Text longest_of_programs(Arena *arena, const HtmlTree *tree)
{
    JsonTree json = {0};
    Text longest = {0};

    for (size_t i = 0; i < tree->nodes.count; i++) {
        if (is_json(tree, i))
            json_tree_add(arena, &json, tree->nodes.items[i + 1].text);
    }
    for (size_t i = 1; i < json.values.count; i++) {
        Text text = json.values.items[i].kind == JSON_STRING ? json.values.items[i].text : (Text){0};

        if (text.size > longest.size && has_paragraphs(text))
            longest = text;
    }
    return longest;
}

Text told_body_find(Arena *arena, const HtmlTree *tree)
{
    PageClues clues;
    Text text;

    page_clues_read(arena, tree, &clues);
    text = clues.body;
    if (text.size < TOLD_BODY_LEAST)
        text = longest_of_programs(arena, tree);
    if (text.size < TOLD_BODY_LEAST)
        return (Text){0};
    return has_paragraphs(text) ? text : lines_as_paragraphs(arena, text);
}
