/*
 * A character of two to four bytes became as many characters, each of them one of windows-1252 (or a control character, where that has none):
 *
 *     E2 80 9C  “      is     C3 A2  E2 82 AC  C5 93  â€œ
 *
 * What looks so is not always so: "Ã©" may be meant. But three of three bytes or more, such as quotation marks, dashes and ideographs are, no honest
 * text has, unless it tells of them.
 */
#include "html/tree/twice_encoded.h"

#include "base/unicode/windows_1252.h"

enum { SURE_LEAST = 3 };

/* The byte that somebody took for a character; -1: it is none. */
static int byte_of(uint32_t code_point)
{
    if (code_point >= 0x80 && code_point <= 0xFF)
        return (int)code_point;
    for (int byte = 0x80; byte < 0xA0; byte++) {
        if (windows_1252_code_point((unsigned char)byte) == code_point)
            return byte;
    }
    return -1;
}

/* The character that stands at `at` encoded twice: its bytes; 0: there is none. `*end` is where it ends. */
static size_t read_character(Text page, size_t at, char bytes[4], size_t *end)
{
    size_t size, count = 0, decoded;
    int byte = byte_of(utf8_decode(page, at, &size));
    size_t wanted = byte >= 0xF0 && byte < 0xF5 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;

    while (count < wanted && byte >= (count ? 0x80 : 0xC2) && (!count || byte < 0xC0)) {
        bytes[count++] = (char)byte;
        at += size;
        if (count < wanted && at < page.size)
            byte = byte_of(utf8_decode(page, at, &size));
        else if (count < wanted)
            return 0;
    }
    *end = at;
    if (!wanted || count < wanted || utf8_find_invalid((Text){bytes, count}, 0) != TEXT_NOT_FOUND)
        return 0;
    (void)utf8_decode((Text){bytes, count}, 0, &decoded);
    return decoded == count ? count : 0;
}

/* The first byte from `at` on that is not ASCII; page.size: there is none. */
static size_t skip_ascii(Text page, size_t at)
{
    static const uint64_t high_bits = 0x8080808080808080u;
    uint64_t eight;

    for (; page.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, page.bytes + at, sizeof eight);
        if (eight & high_bits)
            break;
    }
    while (at < page.size && (unsigned char)page.bytes[at] < 0x80)
        at++;
    return at;
}

static size_t count_sure(Text page)
{
    size_t sure = 0, end;
    char bytes[4];

    for (size_t at = skip_ascii(page, 0); at < page.size && sure < SURE_LEAST; at = skip_ascii(page, at)) {
        size_t count = (unsigned char)page.bytes[at] < 0xC3 ? 0 : read_character(page, at, bytes, &end);

        sure += count >= 3;
        at = count ? end : at + 1;
    }
    return sure;
}

Text twice_encoded_undo(Arena *arena, Text page, Report *report)
{
    TextBuffer text = {0};
    size_t undone = 0, start = 0, end;
    char bytes[4];

    if (count_sure(page) < SURE_LEAST)
        return page;
    for (size_t at = 0; at < page.size;) {
        size_t count = (unsigned char)page.bytes[at] < 0xC3 ? 0 : read_character(page, at, bytes, &end);

        if (!count) {
            at++;
            continue;
        }
        text_buffer_add(arena, &text, text_slice(page, (Range){start, at}));
        text_buffer_add(arena, &text, (Text){bytes, count});
        undone++;
        at = start = end;
    }
    text_buffer_add(arena, &text, text_slice(page, (Range){start, page.size}));
    report_add(report, SEVERITY_WARNING, 0, 0, "%zu characters were encoded twice; read as what they were", undone);
    return text_buffer_text(&text);
}
