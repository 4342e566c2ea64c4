/* The prescan of https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding, and a table of labels. */
#include "base/html/html_charset.h"

#include "base/html/html_scan.h"

static const struct {
    Text encoding, labels;
} rows[] = {
#define CHARSET(encoding, labels) {LITERAL(encoding), LITERAL(labels)},
#include "base/html/html_charsets.def"
#undef CHARSET
};

/* ---- what a page says ---- */

static bool is_blank(char byte)
{
    return ascii_is_blank(byte) || byte == '\f';
}

/* `text/html; charset="latin1"`: what follows "charset" and "=". */
static Text label_in_content(Text content)
{
    static const Text word = LITERAL("charset");

    for (size_t at = 0; at + word.size < content.size; at++) {
        size_t start = at + word.size, end;

        if (!text_equal_ignoring_case(text_slice(content, (Range){at, start}), word))
            continue;
        while (start < content.size && (is_blank(content.bytes[start]) || content.bytes[start] == '='))
            start++;
        while (start < content.size && (content.bytes[start] == '"' || content.bytes[start] == '\''))
            start++;
        for (end = start; end < content.size && !is_blank(content.bytes[end]) && !strchr(";\"'", content.bytes[end]);)
            end++;
        return text_slice(content, (Range){start, end});
    }
    return (Text){0};
}

static Text label_in_meta(Text page, const HtmlMark *mark)
{
    Text label = html_mark_attribute(page, mark, TEXT("charset"));

    if (label.size == 0 &&
        text_equal_ignoring_case(html_mark_attribute(page, mark, TEXT("http-equiv")), TEXT("content-type")))
        label = label_in_content(html_mark_attribute(page, mark, TEXT("content")));
    return text_trim(label);
}

/* `<?xml version="1.0" encoding="latin1"?>` at the start. */
static Text label_in_xml(Text page)
{
    size_t end = text_find_byte(page, '>', 0), at;
    Text declaration;

    if (!text_starts_with(page, TEXT("<?xml")) || end == TEXT_NOT_FOUND)
        return (Text){0};
    declaration = text_slice(page, (Range){0, end});
    at = text_find(declaration, TEXT("encoding"), 0);
    if (at == TEXT_NOT_FOUND || (at = text_find_byte(declaration, '=', at)) == TEXT_NOT_FOUND)
        return (Text){0};
    declaration = text_trim(text_slice(declaration, (Range){at + 1, declaration.size}));
    if (declaration.size == 0 || !strchr("\"'", declaration.bytes[0]))
        return (Text){0};
    end = text_find_byte(declaration, declaration.bytes[0], 1);
    return end == TEXT_NOT_FOUND ? (Text){0} : text_slice(declaration, (Range){1, end});
}

Text html_charset_declared(Text page)
{
    Text head = text_slice(page, (Range){0, HTML_CHARSET_WITHIN}), label = {0};
    HtmlMark mark;

    for (size_t at = 0; html_next_mark(head, at, &mark); at = html_after_mark(head, &mark)) {
        if (html_mark_is(head, &mark, HTML_MARK_START, TEXT("meta")))
            label = label_in_meta(head, &mark);
        if (label.size)
            return label;
    }
    return label_in_xml(text_trim(head));
}

/* ---- what that means ---- */

bool html_charset_find(Text label, Encoding *encoding)
{
    enum { LONGEST = 32 };
    char lower[LONGEST];
    const char *why;

    label = text_trim(label);
    if (label.size == 0 || label.size > LONGEST)
        return false;
    for (size_t i = 0; i < label.size; i++)
        lower[i] = ascii_to_lower(label.bytes[i]);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (text_list_has(rows[i].labels, (Text){lower, label.size}))
            return encoding_find(rows[i].encoding, encoding, &why);
    }
    return false;
}

/* ISO-2022-JP and its like are ASCII with escapes. */
static bool has_escapes(Text page)
{
    return text_find_byte(page, '\x1B', 0) != TEXT_NOT_FOUND;
}

/* Nobody could read in it that it is UTF-16 if it were. */
static bool is_wide(EncodingKind kind)
{
    return kind == ENCODING_UTF_16 || kind == ENCODING_UTF_16LE || kind == ENCODING_UTF_16BE;
}

Encoding html_charset(Text page, Text told)
{
    Encoding encoding = encoding_of(page, (Encoding){0});

    if (encoding.kind != ENCODING_UNTOLD || utf8_mark_size(page) ||
        (utf8_find_invalid(page, 0) == TEXT_NOT_FOUND && !has_escapes(page)))
        return encoding;
    if (html_charset_find(told, &encoding))
        return encoding.kind == ENCODING_UTF_8 ? (Encoding){0} : encoding;
    if (html_charset_find(html_charset_declared(page), &encoding) && encoding.kind != ENCODING_UTF_8 &&
        !is_wide(encoding.kind))
        return encoding;
    return (Encoding){0};
}
