/*
 * A text that has not changed has the same words at the offset: to see that costs nothing. In one that has, the words are looked for as those of a
 * quotation are (article/anchors/anchors.h), which takes no look-alike: where a name or a number is another now, the place is found by what was
 * before it, if the text says that once. What ends each paragraph ("Advertisement", "he said.") leads to none of them.
 *
 *     offset: 1234
 *     words:  The city bought the ferry in March for nine
 *     before: captain waited in the harbor.
 */
#include "memory/place_anchor.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

/* The start of a code point at or before `at`. */
static size_t whole_start(Text text, size_t at)
{
    while (at < text.size && at > 0 && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
        at--;
    return at < text.size ? at : text.size;
}

/* Up to the last blank where something is cut off, so that it ends with a word; a word that is longer is cut. */
static size_t words_end(Text text, size_t start)
{
    size_t end = whole_start(text, start + PLACE_WORDS_BYTES), last = end;

    if (end == text.size)
        return end;
    while (last > start && !is_blank(text.bytes[last]))
        last--;
    return last > start ? last : end;
}

static size_t before_start(Text text, size_t end)
{
    size_t start = whole_start(text, end > PLACE_BEFORE_BYTES ? end - PLACE_BEFORE_BYTES : 0), first = start;

    if (start == 0)
        return start;
    while (first < end && !is_blank(text.bytes[first]))
        first++;
    return first < end ? first : start;
}

static Text one_line(Arena *arena, Text text, size_t start, size_t end)
{
    return arena_copy(arena, text_trim(arena_on_one_line(arena, text_slice(text, (Range){start, end}))));
}

PlaceAnchor place_anchor(Arena *arena, Article *article, size_t offset)
{
    PlaceAnchor anchor = {.offset = offset};
    size_t start;
    Text text;

    (void)article_index(article, offset + PLACE_WORDS_BYTES + 1);
    text = article->text;
    if (anchor.offset > text.size)
        anchor.offset = text.size;
    for (start = anchor.offset; start < text.size && is_blank(text.bytes[start]);)
        start++;
    anchor.words = one_line(arena, text, start, words_end(text, start));
    anchor.before = one_line(arena, text, before_start(text, anchor.offset), anchor.offset);
    return anchor;
}

void place_search_init(PlaceSearch *search, Arena *arena, Article *article)
{
    *search = (PlaceSearch){.arena = arena, .article = article};
}

static bool is_there(const PlaceSearch *search, const PlaceAnchor *anchor)
{
    Arena scratch = {0};
    PlaceAnchor now = place_anchor(&scratch, search->article, anchor->offset);
    bool same = now.offset == anchor->offset && text_equal(now.words, anchor->words) &&
                (anchor->before.size == 0 || text_equal(now.before, anchor->before));

    arena_release(&scratch);
    return same;
}

/* What stands before the first word is no part of what is found: a quotation mark, a dash. */
static size_t with_marks(Text text, size_t start, Text words)
{
    size_t marks = 0;

    while (marks < words.size && !ascii_is_alnum(words.bytes[marks]) && !is_blank(words.bytes[marks]))
        marks++;
    for (; marks > 0; marks--) {
        if (start >= marks && memcmp(text.bytes + start - marks, words.bytes, marks) == 0)
            return start - marks;
    }
    return start;
}

static AnchorResult find_words(PlaceSearch *search, Text words, Text before, size_t offset)
{
    const Article *article = search->article;
    Anchor anchor = {.exact = words, .prefix = before};
    size_t near = offset < article->indexed ? offset : article->indexed;

    if (article->blocks.count && words.size)
        anchor.block = article->blocks.items[article_known_block_at(article, near)].entry;
    return anchor_find(&search->anchors, &anchor);
}

static bool is_found(const AnchorResult *result)
{
    return result->outcome == ANCHOR_FOUND || result->outcome == ANCHOR_AMBIGUOUS;
}

static size_t occurrences(Text text, Text words)
{
    size_t count = 0;

    for (size_t at = 0; count < 2 && (at = text_find(text, words, at)) != TEXT_NOT_FOUND; at++)
        count++;
    return count;
}

static bool stands_once(const PlaceSearch *search, Range found)
{
    return occurrences(search->article->text, text_slice(search->article->text, found)) < 2;
}

/* Words that the text says more than once are a place only behind those that were before them. */
static bool is_the_place(const PlaceSearch *search, const PlaceAnchor *anchor, Range found)
{
    Arena scratch = {0};
    Text before = place_anchor(&scratch, search->article, found.start).before;
    bool is = anchor->before.size == 0 || text_ends_with(anchor->before, before) ||
              text_ends_with(before, anchor->before) || stands_once(search, found);

    arena_release(&scratch);
    return is;
}

static size_t find_moved(PlaceSearch *search, const PlaceAnchor *anchor)
{
    AnchorResult found;
    size_t at;

    if (!search->begun) {
        (void)article_index(search->article, SIZE_MAX);
        anchor_search_init(&search->anchors, search->arena, search->article);
        search->begun = true;
    }
    found = find_words(search, anchor->words, anchor->before, anchor->offset);
    if (is_found(&found) && is_the_place(search, anchor, found.range))
        return with_marks(search->article->text, found.range.start, anchor->words);
    found = find_words(search, anchor->before, (Text){0}, anchor->offset);
    if (!is_found(&found) || !stands_once(search, found.range))
        return NO_OFFSET;
    for (at = found.range.end; at < search->article->text.size && !is_blank(search->article->text.bytes[at]);)
        at++;
    while (at < search->article->text.size && is_blank(search->article->text.bytes[at]))
        at++;
    return at;
}

size_t place_find(PlaceSearch *search, const PlaceAnchor *anchor)
{
    Article *article = search->article;

    if (anchor->offset == 0)
        return 0;
    if (anchor->offset > PLACE_TRUSTED_BYTES && anchor->offset > article->indexed)
        return anchor->offset < article_size(article) ? anchor->offset : NO_OFFSET;
    if (anchor->words.size == 0)
        return anchor->offset < article_size(article) ? anchor->offset : NO_OFFSET;
    if (is_there(search, anchor))
        return anchor->offset;
    return article_size(article) > PLACE_SEARCHED_BYTES ? NO_OFFSET : find_moved(search, anchor);
}
