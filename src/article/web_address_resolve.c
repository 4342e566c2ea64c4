/*
 * RFC 3986, sections 5.2.2 to 5.3. A reference takes from its base what it leaves out at its front, and segments "." and ".." are worked off in one
 * pass over the path that comes of it: each ".." takes back the segment that was written last, so that each byte is written and taken back at most
 * once.
 */
#include "article/web_address.h"

/* ---- what is written ---- */

static bool is_blank_or_control(char byte)
{
    return (unsigned char)byte <= ' ' || byte == '\x7F';
}

/* Without the blanks and controls around it. */
static Text without_blanks_around(Text text)
{
    size_t start = 0, end = text.size;

    while (start < end && is_blank_or_control(text.bytes[start]))
        start++;
    while (end > start && is_blank_or_control(text.bytes[end - 1]))
        end--;
    return text_slice(text, (Range){start, end});
}

static void add_encoded(Arena *arena, TextBuffer *buffer, char byte)
{
    static const char digits[] = "0123456789ABCDEF";
    unsigned char value = (unsigned char)byte;
    const char encoded[] = {'%', digits[value >> 4], digits[value & 15]};

    text_buffer_add(arena, buffer, (Text){encoded, sizeof encoded});
}

/* As browsers read it: see the header. */
static Text cleaned(Arena *arena, Text address)
{
    TextBuffer buffer = {0};
    bool is_in_path = true;

    address = without_blanks_around(address);
    for (size_t i = 0; i < address.size; i++) {
        char byte = address.bytes[i];

        if (byte == '\t' || byte == '\n' || byte == '\r')
            continue;
        is_in_path = is_in_path && byte != '?' && byte != '#';
        if (byte == '\\' && is_in_path)
            byte = '/';
        if (is_blank_or_control(byte) || strchr("\"<>`", byte))
            add_encoded(arena, &buffer, byte);
        else
            ARRAY_PUSH(arena, buffer, byte);
    }
    return text_buffer_text(&buffer);
}

static bool is_web_scheme(Text scheme)
{
    return text_equal_ignoring_case(scheme, TEXT("http")) || text_equal_ignoring_case(scheme, TEXT("https"));
}

static bool is_of_web(const WebAddressParts *parts)
{
    return is_web_scheme(parts->scheme) && parts->authority.size > 0;
}

/* ---- one against the other ---- */

/* Of "segments" that begin with "/", as 5.2.4 has it: `*path` is what has been written. */
static void add_segment(Arena *arena, TextBuffer *path, Text segment, bool is_last)
{
    bool is_up = text_equal(segment, TEXT("/.."));

    if (is_up) {
        while (path->count && path->items[--path->count] != '/')
            continue;
    }
    if (is_up || text_equal(segment, TEXT("/.")))
        segment = is_last ? TEXT("/") : (Text){0};
    text_buffer_add(arena, path, segment);
}

static Text without_dots(Arena *arena, Text path)
{
    TextBuffer result = {0};

    for (size_t at = 0, end; at < path.size; at = end) {
        end = text_find_byte(path, '/', at + 1);
        if (end == TEXT_NOT_FOUND)
            end = path.size;
        add_segment(arena, &result, text_slice(path, (Range){at, end}), end == path.size);
    }
    return text_buffer_text(&result);
}

/* 5.2.3: beside the last segment of the base. */
static Text merged(Arena *arena, Text base_path, Text path)
{
    const Text parts[] = {text_slice(base_path, (Range){0, text_folder_size(base_path)}), path};

    if (path.bytes[0] == '/')
        return path;
    return base_path.size ? arena_join(arena, parts, COUNT_OF(parts))
                          : arena_join(arena, (const Text[]){TEXT("/"), path}, 2);
}

static void take_from_base(Arena *arena, WebAddressParts *reference, const WebAddressParts *base)
{
    reference->scheme = base->scheme;
    if (reference->has_authority)
        return;
    reference->authority = base->authority;
    if (reference->path.size) {
        reference->path = merged(arena, base->path, reference->path);
        return;
    }
    reference->path = base->path;
    if (!reference->query.size)
        reference->query = base->query;
}

static Text in_one_piece(Arena *arena, const WebAddressParts *parts)
{
    Text scheme = parts->scheme.size == strlen("https") ? TEXT("https") : TEXT("http");
    const Text pieces[] = {scheme,       TEXT("://"),    parts->authority, without_dots(arena, parts->path),
                           parts->query, parts->fragment};

    return arena_join(arena, pieces, COUNT_OF(pieces));
}

Text web_address_resolve(Arena *arena, Text base, Text reference)
{
    WebAddressParts parts, of_base;

    if (base.size > WEB_ADDRESS_REFERENCE_BYTES || reference.size > WEB_ADDRESS_REFERENCE_BYTES)
        return (Text){0};
    parts = web_address_parts(cleaned(arena, reference));
    if (parts.scheme.size && parts.has_authority)
        return is_of_web(&parts) ? in_one_piece(arena, &parts) : (Text){0};
    of_base = web_address_parts(cleaned(arena, base));
    if (!is_of_web(&of_base) || (parts.scheme.size && !text_equal_ignoring_case(parts.scheme, of_base.scheme)))
        return (Text){0};
    take_from_base(arena, &parts, &of_base);
    return parts.authority.size ? in_one_piece(arena, &parts) : (Text){0};
}
