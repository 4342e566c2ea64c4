/* Strings are written so that no terminal is changed by the line: what the gate would not show as it is stands as an escape, and the value stays. */
#include "base/json/json.h"

#include "base/unicode/printable.h"

static void write_unit(Sink *sink, uint32_t unit)
{
    static const char digits[] = "0123456789abcdef";
    char escape[] = {
        '\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};

    sink_text(sink, (Text){escape, sizeof escape});
}

static void write_code_point(Sink *sink, uint32_t code_point)
{
    char bytes[4];

    if (printable_passes(code_point)) {
        sink_text(sink, (Text){bytes, utf8_encode(code_point, bytes)});
    } else if (code_point < 0x10000) {
        write_unit(sink, code_point);
    } else {
        write_unit(sink, 0xD7C0 + (code_point >> 10));
        write_unit(sink, 0xDC00 + (code_point & 0x3FF));
    }
}

static bool is_plain(char byte)
{
    return (unsigned char)byte >= 0x20 && (unsigned char)byte < 0x7F && byte != '"' && byte != '\\';
}

/* One character that is not plain; its size. */
static size_t write_escaped(Sink *sink, Text text, size_t at)
{
    char byte = text.bytes[at];
    size_t size = 1;

    if ((unsigned char)byte >= 0x80)
        write_code_point(sink, utf8_decode(text, at, &size));
    else if (byte == '"' || byte == '\\' || byte == '\n')
        SINK_TEXTS(sink, TEXT("\\"), byte == '\n' ? TEXT("n") : (Text){&byte, 1});
    else
        write_unit(sink, (unsigned char)byte);
    return size;
}

/* The highest bit of a byte is set when it is no plain one, or stands behind one of these. */
static uint64_t eight_unplain(uint64_t eight)
{
    static const uint64_t ones = 0x0101010101010101u, high_bits = 0x8080808080808080u;
    uint64_t quotes = eight ^ ones * '"', slashes = eight ^ ones * '\\';

    return ((eight - ones * 0x20) | (eight + ones) | (quotes - ones) | (slashes - ones) | eight) & high_bits;
}

/* Where the plain bytes from `at` on end. */
static size_t plain_end(Text text, size_t at)
{
    uint64_t eight;

    for (; text.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text.bytes + at, sizeof eight);
        if (eight_unplain(eight))
            break;
    }
    while (at < text.size && is_plain(text.bytes[at]))
        at++;
    return at;
}

void json_write_text(Sink *sink, Text text)
{
    sink_byte(sink, '"');
    for (size_t at = 0, plain; at < text.size; at = plain) {
        plain = plain_end(text, at);
        sink_text(sink, (Text){text.bytes + at, plain - at});
        if (plain < text.size)
            plain += write_escaped(sink, text, plain);
    }
    sink_byte(sink, '"');
}
