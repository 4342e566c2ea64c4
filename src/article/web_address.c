/*
 * After the "autolinks" of GitHub Flavored Markdown (https://github.github.com/gfm/#autolinks-extension-): an address begins with its
 * scheme or with "www.", where no letter or digit is before it, and ends before a blank or a "<". Signs that end a sentence are not part
 * of it, nor is a bracket at its end that was opened outside it.
 *
 *     see (https://example.org/a_(b)), said         https://example.org/a_(b)
 */
#include "article/web_address.h"

#include <string.h>

static bool ends_address(char byte)
{
    return ascii_is_blank(byte) || byte == '<' || byte == '>' || byte == '"';
}

/* Bytes of the scheme at `at`, 0: there is none. A name has to follow, and no word goes before. */
static size_t scheme_size(Text text, size_t at)
{
    static const Text host = LITERAL("www.");
    Text rest;
    size_t size;

    if ((at > 0 && ascii_is_alnum(text.bytes[at - 1])) || !strchr("hHwW", text.bytes[at]))
        return 0;
    rest = text_slice(text, (Range){at, text.size});
    size = web_address_scheme_size(rest);
    if (!size && text_equal_ignoring_case(text_slice(rest, (Range){0, host.size}), host))
        size = host.size;
    return size < rest.size && ascii_is_alnum(rest.bytes[size]) ? size : 0;
}

/* Bytes of the sign of the sentence at the end of the address, 0: there is none. `unopened`: brackets that are closed in it only. */
static size_t sentence_sign_size(Text address, long unopened)
{
    static const Text signs[] = {LITERAL("."), LITERAL(","), LITERAL(";"), LITERAL(":"), LITERAL("!"),
                                 LITERAL("?"), LITERAL("'"), LITERAL("*"), LITERAL("_"), LITERAL("~"),
                                 LITERAL("”"), LITERAL("’"), LITERAL("»"), LITERAL("…"), LITERAL("—")};

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (text_ends_with(address, signs[i]))
            return signs[i].size;
    }
    return unopened > 0 && text_ends_with(address, TEXT(")"));
}

Range web_address_at(Text text, size_t at)
{
    Range range = {at, at + scheme_size(text, at)};
    size_t last = text.size - at > WEB_ADDRESS_BYTES ? at + WEB_ADDRESS_BYTES : text.size, sign;
    long unopened = 0;

    if (range.end == at)
        return range;
    for (; range.end < last && !ends_address(text.bytes[range.end]); range.end++)
        unopened += (text.bytes[range.end] == ')') - (text.bytes[range.end] == '(');
    while ((sign = sentence_sign_size(text_slice(text, range), unopened)) > 0) {
        unopened -= text.bytes[range.end - 1] == ')';
        range.end -= sign;
    }
    return range;
}

Range web_address_next(Text text, Range range)
{
    size_t end = range.end < text.size ? range.end : text.size;

    for (size_t at = range.start; at < end; at++) {
        Range address;

        if ((text.bytes[at] | 0x20) != 'h' && (text.bytes[at] | 0x20) != 'w')
            continue;
        address = web_address_at(text, at);
        if (!range_is_empty(address))
            return address;
    }
    return (Range){range.end, range.end};
}

Range web_address_around(Text text, size_t offset)
{
    size_t first = offset > WEB_ADDRESS_BYTES ? offset - WEB_ADDRESS_BYTES : 0, start = offset;
    Range range;

    while (start > first && !ends_address(text.bytes[start - 1]))
        start--;
    for (; start <= offset && start<text.size; start = range.end> start ? range.end : start + 1) {
        range = web_address_at(text, start);
        if (range_contains(range, offset))
            return range;
    }
    return (Range){offset, offset};
}
