/* References are needed for five characters; those that no terminal shows are written by number, so that a page can be looked at anywhere. */
#include "export/markup.h"

#include "base/unicode/printable.h"

Text markup_entity(char byte)
{
    switch (byte) {
    case '&':
        return TEXT("&amp;");
    case '<':
        return TEXT("&lt;");
    case '>':
        return TEXT("&gt;");
    case '"':
        return TEXT("&quot;");
    default:
        return (Text){0};
    }
}

/* Controls and what is no character at all may not stand in HTML, not even by number (https://html.spec.whatwg.org/#parse-errors). */
static bool may_stand(uint32_t code_point)
{
    return code_point >= 0xA0 && (code_point & 0xFFFE) != 0xFFFE && !(code_point >= 0xFDD0 && code_point <= 0xFDEF);
}

static void write_number(Sink *out, uint32_t code_point)
{
    static const char digits[] = "0123456789abcdef";
    int shift = 20;

    sink_string(out, "&#x");
    while (shift > 0 && code_point >> shift == 0)
        shift -= 4;
    for (; shift >= 0; shift -= 4)
        sink_byte(out, digits[code_point >> shift & 15]);
    sink_byte(out, ';');
}

void markup_write(Sink *out, Text text)
{
    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);
        Text character = text_slice(text, (Range){at, at + size}), entity = markup_entity(text.bytes[at]);

        if (entity.size)
            sink_text(out, entity);
        else if (code_point == '\n' || code_point == '\t' ||
                 (printable_passes(code_point) && (size > 1 || code_point < 0x80)))
            sink_text(out, character);
        else if (may_stand(code_point) && (size > 1 || code_point != REPLACEMENT_CHARACTER))
            write_number(out, code_point);
        else
            sink_string(out, "\xEF\xBF\xBD");
    }
}
