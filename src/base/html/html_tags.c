/* The table of elements. */
#include "base/html/html_tags.h"

#include "base/lower_bound.h"

static const struct {
    Text name;
    unsigned traits;
} tags[HTML_TAG_COUNT] = {
    [HTML_TEXT] = {{"", 0}, 0},
    [HTML_OTHER] = {{"", 0}, 0},
#define TAG(ID, name, traits) [HTML_##ID] = {LITERAL(name), traits},
#include "base/html/html_tags.def"
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

    LOWER_BOUND(at, HTML_TAG_COUNT, text_is_before(tags[at].name, name));
    return name.size && at < HTML_TAG_COUNT && text_equal(tags[at].name, name) ? (HtmlTag)at : HTML_OTHER;
}

HtmlTag html_mark_tag(Text page, const HtmlMark *mark)
{
    enum { LONGEST = 16 /* of the names in the table */ };
    Text name = html_mark_name(page, mark);
    char lower[LONGEST];

    if (name.size > LONGEST)
        return HTML_OTHER;
    for (size_t i = 0; i < name.size; i++)
        lower[i] = ascii_to_lower(name.bytes[i]);
    return html_tag_of((Text){lower, name.size});
}
