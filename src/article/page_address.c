/*
 * After RFC 3986, but more strictly: what a program that is given the address could take for something else is refused. What people paste from a
 * browser's line has letters beyond ASCII, which stand for their UTF-8 bytes (RFC 3987, 3.1); those of a host are left to whoever looks it up.
 *
 *     HTTPS://example.org/Zürich      https://example.org/Z%C3%BCrich
 */
#include "article/page_address.h"

static const Text schemes[] = {LITERAL("http://"), LITERAL("https://")};

/* 0: it begins with none. */
static size_t scheme_size(Text text)
{
    for (size_t i = 0; i < COUNT_OF(schemes); i++) {
        if (text_equal_ignoring_case(text_slice(text, (Range){0, schemes[i].size}), schemes[i]))
            return schemes[i].size;
    }
    return 0;
}

bool is_page_address(Text text)
{
    return scheme_size(text_trim(text)) > 0;
}

/* Where the host ends, with its port and what may stand before it. */
static size_t authority_end(Text address)
{
    size_t at = scheme_size(address);

    while (at < address.size && !strchr("/?#", address.bytes[at]))
        at++;
    return at;
}

static Range host_range(Text address)
{
    Range host = {scheme_size(address), authority_end(address)};
    size_t at;

    for (at = host.start; at < host.end; at++)
        host.start = address.bytes[at] == '@' ? at + 1 : host.start;
    for (at = host.end; at > host.start && ascii_is_digit(address.bytes[at - 1]);)
        at--;
    if (at > host.start && address.bytes[at - 1] == ':')
        host.end = at - 1;
    return host;
}

Text page_address_host(Text address)
{
    return text_slice(address, host_range(address));
}

Text page_address_shown(Text address)
{
    size_t start = scheme_size(address);

    return text_slice(address, (Range){start, address.size - (text_ends_with(address, TEXT("/")) ? 1 : 0)});
}

Text page_address_path(Text address)
{
    size_t start = authority_end(address), end = start;

    while (end < address.size && address.bytes[end] != '?' && address.bytes[end] != '#')
        end++;
    return text_slice(address, (Range){start, end});
}

/* A host: letters, digits, "-", ".", what is beyond ASCII; "[::1]". */
static bool is_host(Text host)
{
    for (size_t i = 0; i < host.size; i++) {
        unsigned char byte = (unsigned char)host.bytes[i];

        if (byte < 0x80 && !ascii_is_alnum(host.bytes[i]) && !strchr("-._[]:", byte))
            return false;
    }
    return host.size > 0 && host.bytes[0] != '-' && host.bytes[0] != '.';
}

static const char *fault(Arena *arena, Text address)
{
    if (address.size > MOST_ADDRESS_BYTES)
        return limit_message(LIMIT_ADDRESS_BYTES, address.size, arena).bytes;
    if (utf8_find_invalid(address, 0) != TEXT_NOT_FOUND)
        return "is no address: it has bytes in it that are not UTF-8";
    for (size_t i = 0; i < address.size; i++) {
        if (address.bytes[i] == ' ')
            return "has a blank in it, which no address has; write %20 for it";
        if ((unsigned char)address.bytes[i] < 0x20 || address.bytes[i] == 0x7F)
            return "has a control character or a line end in it, which no address has; take it out";
    }
    return is_host(page_address_host(address)) ? NULL : "names no host; an address is like https://example.org/page";
}

Text page_address(Arena *arena, Text text, const char **why)
{
    static const char digits[] = "0123456789ABCDEF";
    Text address = text_trim(text);
    size_t scheme = scheme_size(address), host_end = authority_end(address);
    TextBuffer buffer = {0};

    *why = fault(arena, address);
    if (*why)
        return (Text){0};
    text_buffer_add(arena, &buffer, schemes[scheme == schemes[1].size]);
    text_buffer_add(arena, &buffer, text_slice(address, (Range){scheme, host_end}));
    for (size_t i = host_end; i < address.size; i++) {
        unsigned char byte = (unsigned char)address.bytes[i];
        const char encoded[] = {'%', digits[byte >> 4], digits[byte & 0xF]};

        text_buffer_add(arena, &buffer, byte < 0x80 ? (Text){&address.bytes[i], 1} : (Text){encoded, sizeof encoded});
    }
    return arena_copy(arena, text_buffer_text(&buffer));
}
