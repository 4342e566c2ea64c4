/*
 * A page begins with a doctype, or with an element that only pages begin with. A part of one, as feeds have them, begins with a tag, ends with
 * one, or has them in most of its lines.
 */
#include "base/html/html_page.h"

/* What may stand before the first tag of a page: blanks, a byte order mark, comments, an XML declaration, what PHP left. */
static Text skip_prologue(Text text)
{
    HtmlMark mark;

    text = text_trim(text_slice(text, (Range){utf8_mark_size(text), text.size}));
    while (html_next_mark(text, 0, &mark) && mark.range.start == 0 && mark.kind == HTML_MARK_OTHER &&
           (text_starts_with(text, TEXT("<!--")) || text_starts_with(text, TEXT("<?"))))
        text = text_trim(text_slice(text, (Range){mark.range.end, text.size}));
    return text;
}

static bool is_doctype(Text text)
{
    static const Text start = LITERAL("<!doctype");
    Text name = text_trim(text_slice(text, (Range){start.size, text.size}));

    return text_equal_ignoring_case(text_slice(text, (Range){0, start.size}), start) &&
           text_equal_ignoring_case(text_slice(name, (Range){0, 4}), TEXT("html"));
}

static bool begins_page(Text text, const HtmlMark *mark)
{
    static const Text names[] = {LITERAL("html"), LITERAL("head"), LITERAL("body"), LITERAL("title"), LITERAL("meta")};

    return mark->kind == HTML_MARK_START && TEXT_IS_ONE_OF(html_mark_name(text, mark), names);
}

/* Elements of texts, as feeds have them. */
static bool is_of_text(Text text, const HtmlMark *mark)
{
    static const Text names[] = {
        LITERAL("p"),      LITERAL("div"),        LITERAL("article"), LITERAL("section"), LITERAL("main"),
        LITERAL("h1"),     LITERAL("h2"),         LITERAL("h3"),      LITERAL("h4"),      LITERAL("ul"),
        LITERAL("ol"),     LITERAL("li"),         LITERAL("a"),       LITERAL("b"),       LITERAL("i"),
        LITERAL("em"),     LITERAL("strong"),     LITERAL("span"),    LITERAL("br"),      LITERAL("img"),
        LITERAL("figure"), LITERAL("figcaption"), LITERAL("table"),   LITERAL("tr"),      LITERAL("td"),
        LITERAL("header"), LITERAL("footer"),     LITERAL("center"),  LITERAL("font"),    LITERAL("hr"),
        LITERAL("nav"),    LITERAL("aside"),      LITERAL("style"),   LITERAL("link"),    LITERAL("script"),
        LITERAL("time"),   LITERAL("form"),       LITERAL("picture"), LITERAL("pre"),     LITERAL("blockquote"),
    };

    return mark->kind != HTML_MARK_OTHER && TEXT_IS_ONE_OF(html_mark_name(text, mark), names);
}

static size_t count_lines(Text text)
{
    size_t count = 0;
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);)
        count += text_trim(line).size > 0;
    return count;
}

typedef struct Tags {
    size_t count;
    size_t lines; /* in which one begins or ends */
    size_t end;   /* of the last */
} Tags;

static Tags count_tags(Text text)
{
    Tags tags = {0};
    size_t line_end = 0; /* of the last line that was counted */
    HtmlMark mark;

    for (size_t at = 0; html_next_mark(text, at, &mark); at = html_after_mark(text, &mark)) {
        if (!is_of_text(text, &mark))
            continue;
        tags.count++;
        tags.end = mark.range.end;
        if (mark.range.start < line_end)
            continue;
        tags.lines++;
        line_end = text_find_byte(text, '\n', mark.range.end);
        if (line_end == TEXT_NOT_FOUND)
            line_end = text.size;
    }
    return tags;
}

/* A line that goes over several is one with a tag. */
static bool is_part_of_page(Text text)
{
    enum { TAGS_LEAST = 4 };
    Tags tags = count_tags(text);

    if (tags.count < TAGS_LEAST)
        return false;
    return tags.end == text.size || 2 * tags.lines >= count_lines(text);
}

bool html_is_page(Text head)
{
    Text text = skip_prologue(head);
    HtmlMark mark;

    if (is_doctype(text))
        return true;
    if (!html_next_mark(text, 0, &mark) || mark.range.start != 0)
        return false;
    return begins_page(text, &mark) ||
           (is_of_text(text, &mark) && mark.kind == HTML_MARK_START && is_part_of_page(text));
}
