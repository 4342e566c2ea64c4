/*
 * The regular expression of RFC 3986, appendix B, taken apart from the front, and its section 3.2 for what stands between "//" and the path:
 *
 *     https://jane@[::1]:8080/ferry?id=7#top
 *     ─scheme  ─user host ─port path query fragment
 *
 * A user may have been written with an "@" in it: the host is behind the last one, as browsers read it, so that nobody is led to another host than
 * the one that is shown.
 */
#include "article/web_address.h"

size_t web_address_scheme_size(Text text)
{
    static const Text schemes[] = {LITERAL("http://"), LITERAL("https://")};

    for (size_t i = 0; i < COUNT_OF(schemes); i++) {
        if (text_equal_ignoring_case(text_slice(text, (Range){0, schemes[i].size}), schemes[i]))
            return schemes[i].size;
    }
    return 0;
}

/* Bytes of the scheme that it begins with, its colon not counted; 0: none. */
static size_t any_scheme_size(Text address)
{
    size_t size = 0;

    if (!address.size || !ascii_is_alpha(address.bytes[0]))
        return 0;
    while (size < address.size && (ascii_is_alnum(address.bytes[size]) || strchr("+-.", address.bytes[size])))
        size++;
    return size < address.size && address.bytes[size] == ':' ? size : 0;
}

/* Takes from the front of `*rest` what is before the first of `ends`, or all of it. */
static Text take_until(Text *rest, const char *ends)
{
    size_t size = 0;
    Text taken;

    while (size < rest->size && !strchr(ends, rest->bytes[size]))
        size++;
    taken = text_slice(*rest, (Range){0, size});
    *rest = text_slice(*rest, (Range){size, rest->size});
    return taken;
}

static void take_host(WebAddressParts *parts)
{
    Text host = parts->authority;
    size_t colon;

    for (size_t at = host.size; at > 0; at--) {
        if (host.bytes[at - 1] == '@') {
            host = text_slice(host, (Range){at, host.size});
            break;
        }
    }
    colon = text_find_byte(host, ':', host.size && host.bytes[0] == '[' ? text_find_byte(host, ']', 0) : 0);
    parts->host = text_slice(host, (Range){0, colon});
    if (colon != TEXT_NOT_FOUND)
        parts->port = text_slice(host, (Range){colon + 1, host.size});
}

WebAddressParts web_address_parts(Text address)
{
    WebAddressParts parts = {.scheme = text_slice(address, (Range){0, any_scheme_size(address)})};
    Text rest = text_slice(address, (Range){parts.scheme.size ? parts.scheme.size + 1 : 0, address.size});

    parts.has_authority = text_starts_with(rest, TEXT("//"));
    if (parts.has_authority) {
        rest = text_slice(rest, (Range){2, rest.size});
        parts.authority = take_until(&rest, "/?#");
        take_host(&parts);
    }
    parts.path = take_until(&rest, "?#");
    parts.query = take_until(&rest, "#");
    parts.fragment = rest;
    return parts;
}
