/*
 *     https://example.org/a    ../b ü?c      https://example.org/b%20%C3%BC?c
 *                              www.x.org     http://www.x.org
 *                              mailto:a@b    mailto:a@b
 *                              file:///etc   nothing
 */
#include "article/link_address.h"

#include "article/web_address.h"

static Text encoded(Arena *arena, Text address)
{
    static const char digits[] = "0123456789ABCDEF";
    TextBuffer buffer = {0};

    for (size_t i = 0; i < address.size && buffer.count <= LINK_ADDRESS_BYTES; i++) {
        unsigned char byte = (unsigned char)address.bytes[i];
        const char escape[] = {'%', digits[byte >> 4], digits[byte & 15]};
        bool is_plain = byte > ' ' && byte < 0x7F && !strchr("\"<>\\^`{|}", byte);

        text_buffer_add(arena, &buffer, is_plain ? text_slice(address, (Range){i, i + 1}) : (Text){escape, 3});
    }
    return buffer.count <= LINK_ADDRESS_BYTES ? text_buffer_text(&buffer) : (Text){0};
}

static bool has_start(Text text, Text start)
{
    return text.size > start.size && text_equal_ignoring_case(text_slice(text, (Range){0, start.size}), start);
}

Text link_address(Arena *arena, Text base, Text reference)
{
    static const Text mail = LITERAL("mailto:");
    Text trimmed = text_trim(reference);

    if (trimmed.size > LINK_ADDRESS_BYTES)
        return (Text){0};
    if (has_start(trimmed, mail))
        return encoded(
            arena, arena_join(arena, (const Text[]){mail, text_slice(trimmed, (Range){mail.size, trimmed.size})}, 2));
    if (has_start(trimmed, TEXT("www.")))
        trimmed = arena_join(arena, (const Text[]){TEXT("http://"), trimmed}, 2);
    return encoded(arena, web_address_resolve(arena, base, trimmed));
}

Text link_address_shown(Arena *arena, Text address, size_t columns)
{
    enum { SIGN = 1, SIGN_BYTES = 3, LEAST = 16 };
    static const Text scheme = LITERAL("https://");
    size_t slash;

    if (text_starts_with(address, scheme))
        address = text_slice(address, (Range){scheme.size, address.size});
    slash = text_find_byte(address, '/', 0);
    if (slash != TEXT_NOT_FOUND && slash + 1 == address.size)
        address.size--;
    if (address.size <= columns)
        return address;
    return arena_shortened(arena, address, (columns > LEAST ? columns : LEAST) + SIGN_BYTES - SIGN);
}
