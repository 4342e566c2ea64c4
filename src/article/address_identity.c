/*
 *     https://Example.org:443/ferry/?utm_source=feed&id=7#top          example.org/ferry?id=7
 *
 * After RFC 3986, 6.2.2 and 6.2.3: case of the host, percent-encoding of what needs none, ports that go without saying. The rest is what sites
 * and senders put there: a table.
 */
#include "article/address_identity.h"

/* Parameters that say how somebody came there, not where; with "*" all that begin so. */
static const Text dropped[] = {
    LITERAL("utm_*"),       LITERAL("at_*"),
    LITERAL("mc_cid"),      LITERAL("mc_eid"),
    LITERAL("mkt_tok"),     LITERAL("fbclid"),
    LITERAL("gclid"),       LITERAL("gclsrc"),
    LITERAL("dclid"),       LITERAL("gbraid"),
    LITERAL("wbraid"),      LITERAL("msclkid"),
    LITERAL("twclid"),      LITERAL("ttclid"),
    LITERAL("yclid"),       LITERAL("igshid"),
    LITERAL("_ga"),         LITERAL("_gl"),
    LITERAL("ns_mchannel"), LITERAL("ns_source"),
    LITERAL("ns_campaign"), LITERAL("cmpid"),
    LITERAL("ocid"),        LITERAL("smid"),
    LITERAL("ftag"),        LITERAL("__twitter_impression"),
};

static bool is_dropped(Text parameter)
{
    size_t equals = text_find_byte(parameter, '=', 0);
    Text name = text_slice(parameter, (Range){0, equals});

    for (size_t i = 0; i < COUNT_OF(dropped); i++) {
        Text row = dropped[i];

        if (text_ends_with(row, TEXT("*")) ? text_starts_with(name, text_slice(row, (Range){0, row.size - 1}))
                                           : text_equal_ignoring_case(name, row))
            return true;
    }
    return parameter.size == 0;
}

/* The rest behind the scheme; empty: another scheme, or none. */
static Text without_scheme(Text address)
{
    static const Text schemes[] = {LITERAL("https://"), LITERAL("http://")};

    for (size_t i = 0; i < COUNT_OF(schemes); i++) {
        if (text_equal_ignoring_case(text_slice(address, (Range){0, schemes[i].size}), schemes[i]))
            return text_slice(address, (Range){schemes[i].size, address.size});
    }
    return (Text){0};
}

/* "#!/ferry" names a page, other fragments a place in it. */
static Text without_fragment(Text address)
{
    size_t at = text_find_byte(address, '#', 0);

    if (at == TEXT_NOT_FOUND || (at + 1 < address.size && address.bytes[at + 1] == '!'))
        return address;
    return text_slice(address, (Range){0, at});
}

static size_t first_of(Text text, char byte)
{
    size_t at = text_find_byte(text, byte, 0);

    return at == TEXT_NOT_FOUND ? text.size : at;
}

/* A fragment ends it too, where it is no part of the page: else "https://example.org#!@other.org/" would be of the other. */
static size_t host_end(Text rest)
{
    size_t end = first_of(rest, '/'), fragment = first_of(rest, '#');

    return fragment < end ? fragment : end;
}

/* In small letters, without user, port that goes without saying, and the dot of the root. */
static void add_host(Arena *arena, TextBuffer *identity, Text host)
{
    static const Text ports[] = {LITERAL(":80"), LITERAL(":443"), LITERAL(":"), LITERAL(".")};
    for (size_t user; (user = text_find_byte(host, '@', 0)) != TEXT_NOT_FOUND;) /* the last one: a host has none */
        host = text_slice(host, (Range){user + 1, host.size});
    for (size_t i = 0; i < COUNT_OF(ports); i++) {
        if (text_ends_with(host, ports[i]))
            host.size -= ports[i].size;
    }
    for (size_t i = 0; i < host.size; i++) {
        char byte = ascii_to_lower(host.bytes[i]);

        text_buffer_add(arena, identity, (Text){&byte, 1});
    }
}

/* The byte that is written out as "%7E" at `at`, where it need not be; -1: there is none. */
static int needless_escape(Text text, size_t at)
{
    int high = at + 2 < text.size && text.bytes[at] == '%' ? ascii_hex_digit(text.bytes[at + 1]) : -1;
    int low = high >= 0 ? ascii_hex_digit(text.bytes[at + 2]) : -1;
    int byte = low >= 0 ? high * 16 + low : -1;

    return byte >= 0 && byte < 0x80 &&
                   (ascii_is_alnum((char)byte) || byte == '-' || byte == '.' || byte == '_' || byte == '~')
               ? byte
               : -1;
}

static void add_decoded(Arena *arena, TextBuffer *identity, Text text)
{
    for (size_t at = 0; at < text.size; at++) {
        int byte = needless_escape(text, at);
        bool in_escape = (at >= 1 && text.bytes[at - 1] == '%') || (at >= 2 && text.bytes[at - 2] == '%');
        char letter = byte >= 0 ? (char)byte : in_escape ? ascii_to_upper(text.bytes[at]) : text.bytes[at];

        text_buffer_add(arena, identity, (Text){&letter, 1});
        at += byte >= 0 ? 2 : 0;
    }
}

static void add_query(Arena *arena, TextBuffer *identity, Text query)
{
    bool begun = false;
    Text parameter;

    for (size_t at = 0; text_next_part(query, '&', &at, &parameter);) {
        if (is_dropped(parameter))
            continue;
        text_buffer_add(arena, identity, begun ? TEXT("&") : TEXT("?"));
        add_decoded(arena, identity, parameter);
        begun = true;
    }
}

Text address_identity(Arena *arena, Text address)
{
    Text rest = without_fragment(without_scheme(text_trim(address)));
    size_t query = first_of(rest, '?'), host = host_end(text_slice(rest, (Range){0, query}));
    Text path = text_slice(rest, (Range){host, query});
    TextBuffer identity = {0};

    while (text_ends_with(path, TEXT("/")))
        path.size--;
    add_host(arena, &identity, text_slice(rest, (Range){0, host}));
    if (identity.count == 0)
        return (Text){0};
    add_decoded(arena, &identity, path);
    add_query(arena, &identity, text_slice(rest, (Range){query < rest.size ? query + 1 : query, rest.size}));
    return text_buffer_text(&identity);
}
