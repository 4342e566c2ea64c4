/*
 *     <p>One <b>two</b>&amp;<script>…</script><p>three<td>four<td>five       One two&
 *                                                                          three
 *                                                                          four five
 *
 * By the marks of the page alone, without a tree: so there is something to read where the parser finds no article, or too little of it.
 */
#include "formats/html/html_plain.h"

#include "base/html/html_tags.h"
#include "formats/text/signs/character_references.h"

typedef enum Joint { JOINT_NOTHING, JOINT_BLANK, JOINT_LINE } Joint;

typedef struct PlainPage {
    Arena *arena;
    Text page;
    TextBuffer text;
    Joint joint; /* what goes before the next character */
} PlainPage;

static void join(PlainPage *plain, Joint joint)
{
    if (plain->text.count && joint > plain->joint)
        plain->joint = joint;
}

static void add(PlainPage *plain, Text characters)
{
    if (plain->joint != JOINT_NOTHING)
        text_buffer_add(plain->arena, &plain->text, plain->joint == JOINT_LINE ? TEXT("\n") : TEXT(" "));
    plain->joint = JOINT_NOTHING;
    text_buffer_add(plain->arena, &plain->text, characters);
}

static void add_characters(PlainPage *plain, Range range)
{
    for (size_t at = range.start; at < range.end;) {
        Text rest = text_slice(plain->page, (Range){at, range.end});
        uint32_t code_point = 0;
        size_t size = rest.bytes[0] == '&' ? character_reference(rest, &code_point) : 0;
        char bytes[4];

        if (size == 0 && ascii_is_blank(rest.bytes[0]))
            join(plain, JOINT_BLANK);
        else if (size == 0)
            add(plain, text_slice(rest, (Range){0, 1}));
        else if (code_point == 0xA0 || code_point <= ' ')
            join(plain, JOINT_BLANK);
        else
            add(plain, (Text){bytes, utf8_encode(code_point, bytes)});
        at += size ? size : 1;
    }
}

/* What stands between the words on both sides of a mark. */
static Joint joint_of(HtmlTag tag)
{
    unsigned traits = html_tag_traits(tag);

    if (traits & TAG_INLINE)
        return JOINT_NOTHING;
    return traits & (TAG_MEDIA | TAG_CONTROL) || tag == HTML_TD || tag == HTML_TH ? JOINT_BLANK : JOINT_LINE;
}

Text html_plain(Arena *arena, Text page)
{
    PlainPage plain = {.arena = arena, .page = page};
    size_t at = 0;
    HtmlMark mark;

    while (html_next_mark(page, at, &mark)) {
        add_characters(&plain, (Range){at, mark.range.start});
        at = html_after_mark(page, &mark);
        if (mark.kind != HTML_MARK_OTHER)
            join(&plain, joint_of(html_mark_tag(page, &mark)));
    }
    add_characters(&plain, (Range){at, page.size});
    return text_buffer_text(&plain.text);
}
