/*
 * By the tokenizer of the HTML Standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), as far as where a mark ends:
 *
 *     a < b <p title="x > y" hidden>text</p><!-- <p> -->
 *           ^start, 2 attributes    ^    ^end ^other
 */
#include "base/html/html_scan.h"

static bool is_blank(char byte)
{
    return ascii_is_blank(byte) || byte == '\f';
}

static size_t skip_blanks(Text page, size_t at)
{
    while (at < page.size && is_blank(page.bytes[at]))
        at++;
    return at;
}

/* The name of a tag or an attribute ends at blanks, slash and bracket; of an attribute also at "=", but for its first byte. */
static size_t skip_name(Text page, size_t at, bool is_attribute)
{
    size_t start = at;

    while (at < page.size && !is_blank(page.bytes[at]) && page.bytes[at] != '/' && page.bytes[at] != '>' &&
           !(is_attribute && page.bytes[at] == '=' && at > start))
        at++;
    return at;
}

static size_t skip_unquoted(Text page, size_t at)
{
    while (at < page.size && !is_blank(page.bytes[at]) && page.bytes[at] != '>')
        at++;
    return at;
}

static size_t end_of(Text page, Text closing, size_t from)
{
    size_t at = from < page.size ? text_find(page, closing, from) : TEXT_NOT_FOUND;

    return at == TEXT_NOT_FOUND ? page.size : at + closing.size;
}

/* A value after "=", with its quotation marks in `range`. */
static Text take_value(Text page, size_t *at)
{
    size_t start = *at, end;
    char mark = start < page.size ? page.bytes[start] : '\0';

    if (mark != '"' && mark != '\'') {
        *at = skip_unquoted(page, start);
        return text_slice(page, (Range){start, *at});
    }
    end = text_find_byte(page, mark, start + 1);
    *at = end == TEXT_NOT_FOUND ? page.size : end + 1;
    return text_slice(page, (Range){start + 1, end == TEXT_NOT_FOUND ? page.size : end});
}

/* The attribute at or after `*at`, which is moved behind it; false: the tag ends there, at its bracket or with the page. */
static bool take_attribute(Text page, size_t *at, HtmlPair *pair)
{
    size_t start, after;

    while (*at < page.size && (is_blank(page.bytes[*at]) || page.bytes[*at] == '/'))
        (*at)++;
    if (*at >= page.size || page.bytes[*at] == '>')
        return false;
    start = *at;
    *at = skip_name(page, start, true);
    *pair = (HtmlPair){.name = text_slice(page, (Range){start, *at})};
    after = skip_blanks(page, *at);
    if (after < page.size && page.bytes[after] == '=') {
        *at = skip_blanks(page, after + 1);
        pair->value = take_value(page, at);
    }
    pair->range = (Range){start, *at};
    return true;
}

bool html_name_is_odd(Text name)
{
    if (name.size && (ascii_is_digit(name.bytes[0]) || name.bytes[0] == '-'))
        return true;
    for (size_t i = 0; i < name.size; i++) {
        if (!ascii_is_alnum(name.bytes[i]) && !strchr("-_:.", name.bytes[i]))
            return true;
    }
    return false;
}

/* `at` is behind the opening: "<" or "</". */
static void take_tag(Text page, size_t at, HtmlMark *mark)
{
    HtmlPair pair;

    mark->name = (Range){at, skip_name(page, at, false)};
    at = mark->name.end;
    while (take_attribute(page, &at, &pair)) {
        mark->attribute_count++;
        mark->has_odd_name = mark->has_odd_name || html_name_is_odd(pair.name);
    }
    mark->range.end = at < page.size ? at + 1 : page.size;
}

static void take_declaration(Text page, size_t start, HtmlMark *mark)
{
    bool is_comment = text_starts_with(text_slice(page, (Range){start, page.size}), TEXT("<!--"));

    mark->kind = HTML_MARK_OTHER;
    mark->range.end = is_comment ? end_of(page, TEXT("-->"), start + 4) : end_of(page, TEXT(">"), start + 1);
}

bool html_next_mark(Text page, size_t from, HtmlMark *mark)
{
    for (size_t at = text_find_byte(page, '<', from); at != TEXT_NOT_FOUND; at = text_find_byte(page, '<', at + 1)) {
        char next = at + 1 < page.size ? page.bytes[at + 1] : '\0';
        bool is_end = next == '/';

        if (is_end)
            next = at + 2 < page.size ? page.bytes[at + 2] : '\0';
        *mark = (HtmlMark){.kind = is_end ? HTML_MARK_END : HTML_MARK_START, .range = {at, at}};
        if (ascii_is_alpha(next))
            take_tag(page, at + 1 + is_end, mark);
        else if (next == '!' || next == '?' || (is_end && next))
            take_declaration(page, at, mark);
        else
            continue;
        return true;
    }
    return false;
}

Text html_mark_name(Text page, const HtmlMark *mark)
{
    return text_slice(page, mark->name);
}

bool html_mark_is(Text page, const HtmlMark *mark, HtmlMarkKind kind, Text name)
{
    return mark->kind == kind && text_equal_ignoring_case(html_mark_name(page, mark), name);
}

/* A longer name that begins so ends it too, for libxml2. */
size_t html_end_tag(Text page, size_t from, Text name)
{
    for (size_t at = text_find_byte(page, '<', from); at != TEXT_NOT_FOUND; at = text_find_byte(page, '<', at + 1)) {
        if (page.size - at > name.size + 1 && page.bytes[at + 1] == '/' &&
            text_equal_ignoring_case(text_slice(page, (Range){at + 2, at + 2 + name.size}), name))
            return at;
    }
    return page.size;
}

/* <br/>, as XHTML writes what has no content. */
static bool is_closed(Text page, const HtmlMark *mark)
{
    return text_ends_with(text_slice(page, mark->range), TEXT("/>"));
}

size_t html_after_mark(Text page, const HtmlMark *mark)
{
    static const Text raw[] = {LITERAL("script"), LITERAL("style")};
    Text name = html_mark_name(page, mark);
    bool is_raw = mark->kind == HTML_MARK_START && TEXT_IS_ONE_OF(name, raw) && !is_closed(page, mark);

    return is_raw ? html_end_tag(page, mark->range.end, name) : mark->range.end;
}

bool html_next_attribute(Text page, const HtmlMark *mark, size_t *at, HtmlPair *pair)
{
    if (*at == 0)
        *at = mark->name.end;
    return take_attribute(text_slice(page, (Range){0, mark->range.end}), at, pair);
}

Text html_mark_attribute(Text page, const HtmlMark *mark, Text name)
{
    HtmlPair pair;

    for (size_t at = 0; html_next_attribute(page, mark, &at, &pair);) {
        if (text_equal_ignoring_case(pair.name, name))
            return pair.value;
    }
    return (Text){0};
}
