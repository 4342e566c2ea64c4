/*
 *     text     see [our report] or https://example.org, and [this]
 *     spans        1              2                         3        given: 1, 0, 2
 *
 * An address that reaches into a link of the source is none: the source knows better.
 */
#include "article/link_spans.h"

#include <stdio.h>

#include "article/web_address.h"
#include "base/lower_bound.h"
#include "base/unicode/unicode.h"

void link_spans_init(LinkSpans *spans, Arena *arena, const Article *article)
{
    *spans = (LinkSpans){.arena = arena, .article = article};
}

/* The next link of the source that has a place; NULL: there is none yet. */
static const Link *next_given(LinkSpans *spans)
{
    const Article *article = spans->article;

    while (spans->next < article->links.count && range_is_empty(article->links.items[spans->next].range))
        spans->next++;
    return spans->next < article->links.count ? &article->links.items[spans->next] : NULL;
}

/* The byte from which on an address may begin: its first letter. */
static size_t next_candidate(Text text, size_t at, size_t until)
{
    while (at < until && text.bytes[at] != 'h' && text.bytes[at] != 'w' && text.bytes[at] != 'H' && text.bytes[at] != 'W')
        at++;
    return at;
}

/* Addresses of the text from `spans->scanned` on. */
static void scan(LinkSpans *spans, size_t until)
{
    Text text = spans->article->text;
    size_t at = spans->scanned;

    while ((at = next_candidate(text, at, until)) < until) {
        Range address = web_address_at(text, at);

        at = range_is_empty(address) ? at + 1 : address.end;
        if (!range_is_empty(address) && address.end <= until)
            ARRAY_PUSH(spans->arena, spans->items, ((LinkSpan){.range = range_shorten(address)}));
    }
    spans->scanned = until;
}

/* The end of the block of the text that `offset` is in, so that no address is cut. */
static size_t end_of_block(const Article *article, size_t offset)
{
    size_t block = article_known_block_at(article, offset), end = article->blocks.items[block].range.end;

    return end > offset ? end : offset;
}

void link_spans_cover(LinkSpans *spans, size_t until)
{
    const Article *article = spans->article;
    const Link *link;

    if (!article || article->blocks.count == 0 || until <= spans->scanned)
        return;
    until = until < article->indexed ? end_of_block(article, until) : article->indexed;
    until = until < article->text.size ? until : article->text.size;
    while ((link = next_given(spans)) && link->range.start < until) {
        scan(spans, link->range.start);
        if (link->range.start >= spans->scanned)
            ARRAY_PUSH(spans->arena, spans->items, ((LinkSpan){range_shorten(link->range), (uint32_t)spans->next + 1}));
        spans->scanned = link->range.end > spans->scanned ? link->range.end : spans->scanned;
        spans->next++;
    }
    if (spans->scanned < until)
        scan(spans, until);
}

size_t link_spans_from(const LinkSpans *spans, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, spans->items.count, spans->items.items[at].range.end <= offset);
    return at;
}

size_t link_spans_at(const LinkSpans *spans, size_t offset)
{
    size_t index = link_spans_from(spans, offset);

    return index < spans->items.count && spans->items.items[index].range.start <= offset ? index : NO_INDEX;
}

Text link_span_words(const LinkSpans *spans, size_t index)
{
    return text_slice(spans->article->text, range_widen(spans->items.items[index].range));
}

Text link_span_reference(const LinkSpans *spans, size_t index)
{
    uint32_t given = spans->items.items[index].given;

    return given ? spans->article->links.items[given - 1].url : link_span_words(spans, index);
}

/* ---- the sign ---- */

static bool is_seen(uint32_t code_point)
{
    return !unicode_is_space(code_point) && unicode_width(code_point) > 0;
}

size_t link_span_sign_place(const LinkSpans *spans, size_t index)
{
    Range range = range_widen(spans->items.items[index].range);
    Text text = spans->article->text;
    size_t at = range.end, size;

    while (at > range.start) {
        size_t before = utf8_previous(text, at);

        if (is_seen(utf8_decode(text, before, &size)))
            return at;
        at = before;
    }
    return range.start;
}

size_t link_number_write(size_t index, char sign[LINK_NUMBER_BYTES])
{
    return (size_t)snprintf(sign, LINK_NUMBER_BYTES, "[%u]", (unsigned)(index + 1));
}
