/* The words themselves are looked for, letter by letter: they are short, and what is a word does not matter ("→"). */
#include "formats/yaml/link_places.h"

#include "base/lower_bound.h"

enum { PREFIX_CHARACTERS = 32, PREFIX_MOST = 1024, BLANKS_BEHIND = 64 };

/* Does `prefix` stand before `at`, behind `start`? */
static bool follows(Text text, size_t start, size_t at, Text prefix)
{
    size_t reach = prefix.size + BLANKS_BEHIND;
    Range before = {at - start > reach ? at - reach : start, at};

    return prefix.size == 0 || text_ends_with(text_trim(text_slice(text, before)), prefix);
}

/* The first place in a range where the words stand behind the prefix; `start`: of the entry that it is in. */
static Range find_in(Text text, size_t start, Range range, Text words, Text prefix)
{
    text = text_slice(text, (Range){0, range.end});
    for (size_t at = text_find(text, words, range.start); at != TEXT_NOT_FOUND; at = text_find(text, words, at + 1)) {
        if (follows(text, start, at, prefix))
            return (Range){at, at + words.size};
    }
    return (Range){0, 0};
}

/* The text of an entry's blocks; of entry 0 all of it. */
static Range entry_range(const Article *article, size_t entry)
{
    size_t first, next;

    if (entry == 0)
        return (Range){0, article->text.size};
    LOWER_BOUND(first, article->blocks.count, article->blocks.items[first].entry < entry);
    LOWER_BOUND(next, article->blocks.count, article->blocks.items[next].entry <= entry);
    if (first == next)
        return (Range){0, 0};
    return (Range){article->blocks.items[first].range.start, article->blocks.items[next - 1].range.end};
}

/* What is searched in all is a few times the text, unless somebody has made a file for this to take long. */
static bool is_allowed(LinkPlaces *places, Range range)
{
    enum { TIMES = 16, LEAST = 1 << 20 };

    places->searched += range_size(range);
    return places->searched <= TIMES * places->article->text.size + LEAST;
}

Range link_place_find(LinkPlaces *places, size_t entry, Text words, Text prefix)
{
    Range whole = entry_range(places->article, entry), rest = whole, found;

    if (!words.size || range_is_empty(whole) || !is_allowed(places, (Range){0, prefix.size}))
        return (Range){0, 0};
    if (places->end > rest.start && places->end < rest.end)
        rest.start = places->end;
    found = find_in(places->article->text, whole.start, rest, words, text_trim(prefix));
    (void)is_allowed(places, (Range){rest.start, range_is_empty(found) ? rest.end : found.end});
    if (range_is_empty(found) && rest.start > whole.start && is_allowed(places, whole))
        found = find_in(places->article->text, whole.start, whole, words, text_trim(prefix));
    if (!range_is_empty(found))
        places->end = found.end;
    return found;
}

Range link_place_anywhere(LinkPlaces *places, Text words)
{
    Text text = places->article->text;
    Range found = {0, 0};

    if (words.size && is_allowed(places, (Range){0, text.size}))
        found = find_in(text, 0, (Range){0, text.size}, words, (Text){0});
    return found;
}

/* So many characters before `end`, or as many as there are behind `start`. */
static Text characters_before(Text text, size_t start, size_t end, size_t characters)
{
    size_t at = end;

    for (; characters > 0 && at > start; characters--)
        at = utf8_previous(text, at);
    return text_trim(text_slice(text, (Range){at, end}));
}

Text link_place_prefix(LinkPlaces *places, Range range, size_t start)
{
    Text text = places->article->text, words = text_slice(text, range), prefix = {0};
    size_t from = places->end > start && places->end <= range.start ? places->end : start;
    Range rest = {from, range.end};

    places->end = range.end;
    if (find_in(text, start, rest, words, prefix).start == range.start)
        return prefix;
    for (size_t characters = PREFIX_CHARACTERS; characters <= PREFIX_MOST; characters *= 2) {
        prefix = characters_before(text, start, range.start, characters);
        if (find_in(text, start, rest, words, prefix).start == range.start)
            break;
    }
    return prefix;
}
