/*
 * After RFC 3986, but more strictly: what a program that is given the address could take for something else is refused. What people paste from a
 * browser's line has letters beyond ASCII, which stand for their UTF-8 bytes (RFC 3987, 3.1); those of a host are left to whoever looks it up.
 *
 *     HTTPS://example.org/Zürich      https://example.org/Z%C3%BCrich
 */
#include "article/page_address.h"

#include "article/web_address.h"

bool is_page_address(Text text)
{
    return web_address_scheme_size(text_trim(text)) > 0;
}

Text page_address_host(Text address)
{
    return web_address_parts(address).host;
}

Text page_address_shown(Text address)
{
    size_t start = web_address_scheme_size(address);

    return text_slice(address, (Range){start, address.size - (text_ends_with(address, TEXT("/")) ? 1 : 0)});
}

Text page_address_path(Text address)
{
    return web_address_parts(address).path;
}

/* A host: letters, digits, "-", ".", what is beyond ASCII; "[::1]". */
static bool is_host(Text host)
{
    bool is_bracketed = text_starts_with(host, TEXT("[")) && text_ends_with(host, TEXT("]"));

    for (size_t i = 0; i < host.size; i++) {
        unsigned char byte = (unsigned char)host.bytes[i];

        if (byte < 0x80 && !ascii_is_alnum(host.bytes[i]) && !strchr(is_bracketed ? "[]:." : "-._", byte))
            return false;
    }
    return host.size > 0 && host.bytes[0] != '-' && host.bytes[0] != '.';
}

static bool is_port(Text port)
{
    for (size_t i = 0; i < port.size; i++) {
        if (!ascii_is_digit(port.bytes[i]))
            return false;
    }
    return true;
}

static bool is_address_without_scheme(Text text)
{
    size_t slash = text_find_byte(text, '/', 0);
    Text host = text_slice(text, (Range){0, slash < text.size ? slash : text.size});
    size_t colon = text_find_byte(host, ':', 0);
    bool has_port = colon < host.size;
    Text port = has_port ? text_slice(host, (Range){colon + 1, host.size}) : (Text){0};
    Text name = text_slice(host, (Range){0, colon < host.size ? colon : host.size});

    if (!is_host(name) || !is_port(port) || (has_port && !port.size) || text_ends_with(name, TEXT(".")))
        return false;
    if (text_starts_with(name, TEXT("www.")))
        return true;
    return host.size < text.size && (has_port || text_find_byte(name, '.', 0) < name.size);
}

/* "ftp://example.org": with a scheme, letters alone. */
static bool has_scheme(Text name)
{
    size_t end = text_find(name, TEXT("://"), 0);

    for (size_t i = 0; end != TEXT_NOT_FOUND && i < end; i++) {
        if (!ascii_is_alpha(name.bytes[i]))
            return false;
    }
    return end != TEXT_NOT_FOUND && end > 0 && !is_page_address(name);
}

Text address_advice(Arena *arena, Text name)
{
    const Text of_file = TEXT("file://");

    if (is_address_without_scheme(name))
        return TEXT("an address begins with https:// or http://");
    if (text_starts_with(name, of_file))
        return arena_printf(arena, "name it by its path: %.*s",
                            TEXT_ARGS(text_slice(name, (Range){of_file.size, name.size})));
    return has_scheme(name) ? TEXT("of addresses those of the web are read, which begin with https:// or http://")
                            : (Text){0};
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
    if (!is_host(page_address_host(address)))
        return "names no host; an address is like https://example.org/page";
    return is_port(web_address_parts(address).port) ? NULL : "has a port that is no number; one is like :8080";
}

Text page_address(Arena *arena, Text text, const char **why)
{
    static const char digits[] = "0123456789ABCDEF";
    Text address = text_trim(text);
    WebAddressParts parts = web_address_parts(address);
    size_t path = address.size - (parts.path.size + parts.query.size + parts.fragment.size);
    TextBuffer buffer = {0};

    *why = fault(arena, address);
    if (*why)
        return (Text){0};
    text_buffer_add(arena, &buffer, parts.scheme.size == strlen("https") ? TEXT("https://") : TEXT("http://"));
    text_buffer_add(arena, &buffer, parts.authority);
    for (size_t i = path; i < address.size; i++) {
        unsigned char byte = (unsigned char)address.bytes[i];
        const char encoded[] = {'%', digits[byte >> 4], digits[byte & 0xF]};

        text_buffer_add(arena, &buffer, byte < 0x80 ? (Text){&address.bytes[i], 1} : (Text){encoded, sizeof encoded});
    }
    return arena_copy(arena, text_buffer_text(&buffer));
}
