/*
 * The address that an article is known by, and that of its next part.
 *
 * A canonical address decides which texts are one article, so a page may not claim that of another site: it is believed where it is of the site
 * that the page came from (by the registrable domain, as far as the form of a host tells it), and is not the front page unless the page is.
 * Where it is not known where the page came from, the first that is said is believed.
 */
#include "article/web_address.h"
#include "html/metadata/page.h"

/* ---- sites ---- */

/* Offset of the label that ends before `end`. */
static size_t label_start(Text host, size_t end)
{
    while (end > 0 && host.bytes[end - 1] != '.')
        end--;
    return end;
}

/* "127.0.0.1", "[::1]" */
static bool is_number(Text host)
{
    for (size_t i = 0; i < host.size; i++) {
        if (!ascii_is_digit(host.bytes[i]) && host.bytes[i] != '.')
            return host.bytes[0] == '[';
    }
    return true;
}

/*
 * "news.example.co.uk" is of "example.co.uk": the last two labels, three where the second level is short and the first is a country's. The list of
 * public suffixes (https://publicsuffix.org/) knows better; for those who share one of its longer ones this is too wide. A number is a site of its
 * own.
 */
static Text domain_of(Text address)
{
    Text host = web_address_parts(address).host;
    size_t last = label_start(host, host.size), second, third;

    if (last == 0 || is_number(host))
        return host;
    second = label_start(host, last - 1);
    if (host.size - last == 2 && last - 1 - second <= 3 && second > 0) {
        third = label_start(host, second - 1);
        return text_slice(host, (Range){third, host.size});
    }
    return text_slice(host, (Range){second, host.size});
}

static bool are_of_one_site(Text a, Text b)
{
    Text domain = domain_of(a);

    return domain.size && text_equal_ignoring_case(domain, domain_of(b));
}

static Text without_fragment(Text address)
{
    return text_slice(address, (Range){0, text_find_byte(address, '#', 0)});
}

static bool is_front_page(Text address)
{
    WebAddressParts parts = web_address_parts(address);

    return parts.path.size <= strlen("/") && parts.query.size == 0;
}

Text page_host(const Page *page)
{
    return web_address_parts(page->address.size ? page->address : page->base).host;
}

/* ---- the canonical address ---- */

/* The address of the first <link> or <a> with this rel; empty: none. */
static Text linked_by(const Page *page, HtmlTag tag, Text rel)
{
    for (size_t node = 0; node < page->tree->nodes.count; node++) {
        Text words;

        if (page->tree->nodes.items[node].tag != tag)
            continue;
        words = html_attribute(page->tree, node, TEXT("rel"));
        if (text_equal_ignoring_case(text_trim(words), rel))
            return web_address_resolve(page->arena, page->base, html_attribute(page->tree, node, TEXT("href")));
    }
    return (Text){0};
}

static Text said_by_data(const Page *page)
{
    const LinkedData *data = &page->data;
    size_t of_page = json_tree_member(&data->tree, data->best, TEXT("mainEntityOfPage"));
    Text address = json_tree_string(&data->tree, of_page);

    if (address.size == 0)
        address = json_tree_string(&data->tree, json_tree_member(&data->tree, of_page, TEXT("@id")));
    if (address.size == 0)
        address = json_tree_string(&data->tree, json_tree_member(&data->tree, data->best, TEXT("url")));
    return web_address_resolve(page->arena, page->base, address);
}

static bool is_believed(const Page *page, Text address)
{
    if (address.size == 0)
        return false;
    if (page->address.size == 0)
        return !is_front_page(address);
    return are_of_one_site(address, page->address) && (!is_front_page(address) || is_front_page(page->address));
}

static Text canonical(const Page *page)
{
    const Text said[] = {linked_by(page, HTML_LINK, TEXT("canonical")),
                         web_address_resolve(page->arena, page->base, meta_first(&page->metas, META_URL)),
                         said_by_data(page)};

    for (size_t i = 0; i < COUNT_OF(said); i++) {
        if (is_believed(page, said[i]))
            return without_fragment(said[i]);
    }
    return without_fragment(page->address);
}

/* <base href>, the first one. */
static Text base_of(const Page *page)
{
    for (size_t node = 0; node < page->tree->nodes.count; node++) {
        Text reference;

        if (page->tree->nodes.items[node].tag != HTML_BASE)
            continue;
        reference = html_attribute(page->tree, node, TEXT("href"));
        if (reference.size)
            return web_address_resolve(page->arena, page->address, reference);
    }
    return (Text){0};
}

/* ---- the next part ---- */

/* "/story", "/story.html": without what ends it, and without the number of a part, which is told: 1 where there is none. */
static Text stem_of(Text address, size_t *number)
{
    static const Text endings[] = {LITERAL(".html"), LITERAL(".htm"), LITERAL(".php"), LITERAL("/")};
    Text stem = text_slice(address, (Range){0, text_find_byte(address, '?', 0)});
    size_t digits;

    *number = 1;
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (text_ends_with(stem, endings[i]))
            stem.size -= endings[i].size;
    }
    for (digits = stem.size; digits > 0 && ascii_is_digit(stem.bytes[digits - 1]);)
        digits--;
    if (digits > 0 && digits < stem.size && stem.size - digits <= 2 && strchr("/-_,", stem.bytes[digits - 1])) {
        (void)text_to_number(text_slice(stem, (Range){digits, stem.size}), 99, number);
        stem = text_slice(stem, (Range){0, digits - 1});
        if (text_ends_with(stem, TEXT("/page")))
            stem.size -= strlen("/page");
    }
    return stem;
}

/* "?page=2", "&seite=2": the number that the query says; 0: none. */
static size_t number_of_query(Text address)
{
    static const Text keys[] = {LITERAL("page"),  LITERAL("p"),      LITERAL("pg"),
                                LITERAL("seite"), LITERAL("pagina"), LITERAL("part")};
    size_t start = text_find_byte(address, '?', 0), number;
    Text query, pair;

    if (start == TEXT_NOT_FOUND)
        return 0;
    query = text_slice(address, (Range){start + 1, text_find_byte(address, '#', start)});
    for (size_t at = 0; text_next_part(query, '&', &at, &pair);) {
        size_t equals = text_find_byte(pair, '=', 0);

        if (equals != TEXT_NOT_FOUND && TEXT_IS_ONE_OF(text_slice(pair, (Range){0, equals}), keys) &&
            text_to_number(text_slice(pair, (Range){equals + 1, pair.size}), 999, &number))
            return number;
    }
    return 0;
}

/* Is it the part after that which the page is: the same address but for the number of the part, which is the next one? */
static bool is_next_of(Text address, Text page)
{
    size_t number, page_number, of_query = number_of_query(address), page_query = number_of_query(page);
    Text stem = stem_of(address, &number), page_stem = stem_of(page, &page_number);

    if (text_equal(stem, page_stem) && number == page_number && of_query)
        return of_query == (page_query ? page_query : 1) + 1 || (of_query == 1 && !page_query && page_number == 1);
    return text_equal(stem, page_stem) && number == page_number + 1;
}

static bool is_part_link(const Page *page, size_t node)
{
    static const Text rels[] = {LITERAL("next")};
    static const Text words[] = {LITERAL("next page"),
                                 LITERAL("next"),
                                 LITERAL("next »"),
                                 LITERAL("next page »"),
                                 LITERAL("continue"),
                                 LITERAL("nächste seite"),
                                 LITERAL("weiter"),
                                 LITERAL("page suivante"),
                                 LITERAL("suivant"),
                                 LITERAL("siguiente"),
                                 LITERAL("próxima"),
                                 LITERAL("volgende"),
                                 LITERAL("pagina seguente"),
                                 LITERAL("nästa sida"),
                                 LITERAL("neste"),
                                 LITERAL("næste"),
                                 LITERAL("successiva"),
                                 LITERAL("następna"),
                                 LITERAL("»"),
                                 LITERAL("›"),
                                 LITERAL(">"),
                                 LITERAL(">>")};
    HtmlTag tag = page->tree->nodes.items[node].tag;
    Text text;
    size_t number;

    if (tag != HTML_A && tag != HTML_LINK)
        return false;
    if (text_list_has(html_attribute(page->tree, node, TEXT("rel")), rels[0]))
        return true;
    if (tag == HTML_LINK || page->tree->nodes.items[node].end > node + 6)
        return false;
    text = html_inner_text(page->arena, page->tree, node);
    return TEXT_IS_ONE_OF(text, words) || text_to_number(text, 99, &number);
}

static Text next_part(const Page *page, Text address)
{
    if (address.size == 0)
        return address;
    for (size_t node = 0; node < page->tree->nodes.count; node++) {
        Text next;

        if (!is_part_link(page, node))
            continue;
        next = without_fragment(
            web_address_resolve(page->arena, page->base, html_attribute(page->tree, node, TEXT("href"))));
        if (next.size && is_next_of(next, address))
            return next;
    }
    return (Text){0};
}

void page_url_read(Page *page, Article *article)
{
    Text base = base_of(page), address;

    if (base.size)
        page->base = base;
    address = canonical(page);
    if (page->base.size == 0)
        page->base = address;
    article->fields[FIELD_URL] = address;
    article->next_page = next_part(page, page->address.size ? without_fragment(page->address) : address);
}
