/*
 *     text     the report … another report … see here     links  report, report, here
 *                  ^1               ^2           ^3
 *
 * Letter by letter, as whole words, from the end of the link before; then from the start of the block; there also within a word, as some pages have
 * them; last by the anchors, which know other blanks and marks. What all of that may read together is bounded, since a file may give as many links as
 * it likes that are nowhere.
 */
#include "article/anchors/link_places.h"

#include <stdlib.h>
#include <string.h>

#include "base/lower_bound.h"

enum { BYTES_MOST = 64 * 1024 * 1024, PREFIX_CHARACTERS = 32, PREFIX_MOST = 1024, BLANKS_BEHIND = 64 };

void link_places_init(LinkPlaces *places, const Article *article, AnchorSearch *anchors)
{
    *places = (LinkPlaces){.article = article, .anchors = anchors, .left = BYTES_MOST};
}

/* Does a word go on from the byte before `at` to the one there? Scripts without blanks between words have no such place. */
static bool is_inside_word(Text text, size_t at)
{
    return at > 0 && at < text.size && ascii_is_alnum(text.bytes[at - 1]) && ascii_is_alnum(text.bytes[at]);
}

typedef enum Fit { FIT_WORDS, FIT_LETTERS } Fit;

/* The first place of `words` in a part of the text. */
static Range find_in(LinkPlaces *places, Range area, Text words, Fit fit)
{
    Text text = text_slice(places->article->text, (Range){0, area.end});
    size_t at = area.start;

    while (range_size(area) <= places->left && (at = text_find(text, words, at)) != TEXT_NOT_FOUND) {
        Range found = {at, at + words.size};

        places->left -= at - area.start < places->left ? at - area.start : places->left;
        if (fit == FIT_LETTERS || (!is_inside_word(text, found.start) && !is_inside_word(text, found.end)))
            return found;
        area.start = ++at;
    }
    places->left -= range_size(area) < places->left ? range_size(area) : places->left;
    return (Range){0, 0};
}

/* All blocks of an entry of the body; empty: there is none of that number. */
static Range entry_range(const Article *article, size_t entry)
{
    const Block *blocks = article->blocks.items;
    size_t first, end;

    LOWER_BOUND(first, article->blocks.count, blocks[first].entry < entry);
    LOWER_BOUND(end, article->blocks.count, blocks[end].entry <= entry);
    return first < end ? (Range){blocks[first].range.start, blocks[end - 1].range.end} : (Range){0, 0};
}

static Range find_in_entry(LinkPlaces *places, Range entry, Text words)
{
    Range rest = entry, found = {0, 0};

    if (places->after > entry.start && places->after < entry.end) {
        rest.start = places->after;
        found = find_in(places, rest, words, FIT_WORDS);
    }
    if (range_is_empty(found))
        found = find_in(places, entry, words, FIT_WORDS);
    return range_is_empty(found) ? find_in(places, entry, words, FIT_LETTERS) : found;
}

/* Does `prefix` stand before `at`, behind `start`? */
static bool follows(Text text, size_t start, size_t at, Text prefix)
{
    size_t reach = prefix.size + BLANKS_BEHIND;
    Range before = {at - start > reach ? at - reach : start, at};

    return text_ends_with(text_trim(text_slice(text, before)), prefix);
}

/* The first place in a part of an entry where the words stand behind a prefix. */
static Range find_behind(LinkPlaces *places, Range entry, Range area, Text words, Text prefix)
{
    for (Range found; !range_is_empty(area); area.start = found.start + 1) {
        found = find_in(places, area, words, FIT_LETTERS);
        if (range_is_empty(found) || follows(places->article->text, entry.start, found.start, prefix))
            return found;
        places->left -= prefix.size < places->left ? prefix.size : places->left;
    }
    return (Range){0, 0};
}

/* Letter by letter among the blocks of an entry. */
static Range find_written(LinkPlaces *places, Range entry, Text words, Text prefix)
{
    Range rest = {places->after > entry.start && places->after < entry.end ? places->after : entry.start, entry.end},
          found = {0, 0};

    if (prefix.size)
        found = find_behind(places, entry, rest, words, prefix);
    if (prefix.size && range_is_empty(found) && rest.start > entry.start)
        found = find_behind(places, entry, entry, words, prefix);
    return range_is_empty(found) ? find_in_entry(places, entry, words) : found;
}

static Range find_by_anchor(const LinkPlaces *places, const Link *link, Text words)
{
    Anchor anchor = {.exact = words, .block = link->block};
    AnchorResult found = {.outcome = ANCHOR_MISSING};

    if (places->anchors)
        found = anchor_find(places->anchors, &anchor);
    return found.outcome > ANCHOR_AMBIGUOUS ? (Range){0, 0} : found.range;
}

Range link_place_find(LinkPlaces *places, const Link *link, Text prefix)
{
    const Article *article = places->article;
    Text words = text_trim(link->text);
    Range entry = link->block ? entry_range(article, link->block) : (Range){0, 0}, found;

    if (words.size == 0)
        return (Range){0, 0};
    if (!range_is_empty(entry))
        found = find_written(places, entry, words, text_trim(prefix));
    else
        found = find_in(places, (Range){places->after, article->text.size}, words, FIT_WORDS);
    if (range_is_empty(found))
        found = find_by_anchor(places, link, words);
    if (!range_is_empty(found))
        places->after = found.end;
    return found;
}

/* ---- writing ---- */

/* So many characters before `end`, or as many as there are behind `start`. */
static Text characters_before(Text text, size_t start, size_t end, size_t characters)
{
    size_t at = end;

    for (; characters > 0 && at > start; characters--)
        at = utf8_previous(text, at);
    return text_trim(text_slice(text, (Range){at, end}));
}

Text link_place_prefix(LinkPlaces *places, Range range, Range entry)
{
    Text text = places->article->text, words = text_slice(text, range), prefix = {0};
    LinkPlaces trial = *places;

    for (size_t characters = PREFIX_CHARACTERS;
         find_written(&trial, entry, words, prefix).start != range.start && characters <= PREFIX_MOST; characters *= 2)
        prefix = characters_before(text, entry.start, range.start, characters);
    places->after = range.end;
    places->left = trial.left;
    return prefix;
}

/* ---- the order ---- */

static int compare_links(const void *a, const void *b)
{
    const Link *first = a, *second = b;
    int order = (first->range.start > second->range.start) - (first->range.start < second->range.start);

    return order ? order : (first->range.end > second->range.end) - (first->range.end < second->range.end);
}

/* Those without a place, in their order, before the others, in theirs. */
static size_t part(Link *links, size_t count)
{
    Arena scratch = {0};
    Link *placed = ARENA_ARRAY(&scratch, Link, count);
    size_t unplaced = 0, kept = 0;

    for (size_t i = 0; i < count; i++) {
        if (range_is_empty(links[i].range))
            links[unplaced++] = links[i];
        else
            placed[kept++] = links[i];
    }
    if (kept)
        memcpy(links + unplaced, placed, kept * sizeof *placed);
    arena_release(&scratch);
    return unplaced;
}

void link_places_settle(Article *article)
{
    Link *links = article->links.items;
    size_t count = article->links.count, first = part(links, count), end = 0;

    if (count - first > 1)
        qsort(links + first, count - first, sizeof *links, compare_links);
    for (size_t i = first; i < count; i++) {
        if (links[i].range.start >= end) {
            end = links[i].range.end;
            continue;
        }
        links[i].range = (Range){0, 0};
        links[i].text = (Text){0};
    }
    (void)part(links, count);
}
