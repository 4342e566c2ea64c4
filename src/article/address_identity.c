/*
 *     https://Example.org:443/ferry/?utm_source=feed&id=7#top          example.org/ferry?id=7
 *
 * After RFC 3986, 6.2.2 and 6.2.3: case of the host, percent-encoding of what needs none, ports that go without saying. The rest is what sites
 * and senders put there: a table.
 */
#include "article/address_identity.h"

#include "article/web_address.h"

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

/* In small letters, without user, port that goes without saying, and the dot of the root. */
static void add_host(Arena *arena, TextBuffer *identity, Text host, Text port)
{
    static const Text usual[] = {LITERAL(""), LITERAL("80"), LITERAL("443")};

    if (text_ends_with(host, TEXT(".")))
        host.size--;
    for (size_t i = 0; i < host.size; i++) {
        char byte = ascii_to_lower(host.bytes[i]);

        text_buffer_add(arena, identity, (Text){&byte, 1});
    }
    if (!TEXT_IS_ONE_OF(port, usual)) {
        text_buffer_add(arena, identity, TEXT(":"));
        text_buffer_add(arena, identity, port);
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

/* "/ferry/?utm_source=feed&id=7": a path, and what asks of it. */
static void add_page(Arena *arena, TextBuffer *identity, Text page)
{
    size_t query = text_find_byte(page, '?', 0);
    Text path = text_slice(page, (Range){0, query});

    while (text_ends_with(path, TEXT("/")))
        path.size--;
    add_decoded(arena, identity, path);
    if (query != TEXT_NOT_FOUND)
        add_query(arena, identity, text_slice(page, (Range){query + 1, page.size}));
}

Text address_identity(Arena *arena, Text address)
{
    WebAddressParts parts = web_address_parts(text_trim(address));
    TextBuffer identity = {0};

    if (!web_address_scheme_size(text_trim(address)) || parts.host.size == 0)
        return (Text){0};
    add_host(arena, &identity, parts.host, parts.port);
    add_page(arena, &identity, (Text){parts.path.bytes, parts.path.size + parts.query.size});
    if (text_starts_with(parts.fragment, TEXT("#!"))) /* "#!/ferry" names a page, other fragments a place in it */
        add_page(arena, &identity, parts.fragment);
    return text_buffer_text(&identity);
}
