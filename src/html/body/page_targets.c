/*
 *     <meta http-equiv="refresh" content="0; url='/new/ferry'">     /new/ferry
 */
#include "html/body/page_targets.h"

#include "formats/text/words/line_words.h"

static Text target_of(Text content)
{
    size_t at = text_find_byte(content, ';', 0);
    Text rest = text_trim(text_slice(content, (Range){at == TEXT_NOT_FOUND ? content.size : at + 1, content.size}));

    if (rest.size < 4 || !text_equal_ignoring_case(text_slice(rest, (Range){0, 3}), TEXT("url")))
        return (Text){0};
    rest = text_trim(text_slice(rest, (Range){3, rest.size}));
    return rest.size && rest.bytes[0] == '='
               ? line_stripped(text_trim(text_slice(rest, (Range){1, rest.size})), "'\"", "'\"")
               : (Text){0};
}

Text page_refresh_target(const HtmlTree *tree)
{
    Text target = {0};

    for (size_t i = 0; i < tree->nodes.count && target.size == 0; i++) {
        if (tree->nodes.items[i].tag == HTML_META &&
            text_equal_ignoring_case(html_attribute(tree, i, TEXT("http-equiv")), TEXT("refresh")))
            target = target_of(html_attribute(tree, i, TEXT("content")));
    }
    return target;
}

Text page_next_frame(const HtmlTree *tree, size_t *at)
{
    Text source = {0};

    for (; *at < tree->nodes.count && source.size == 0; ++*at) {
        if (tree->nodes.items[*at].tag == HTML_FRAME)
            source = text_trim(html_attribute(tree, *at, TEXT("src")));
    }
    return source;
}
