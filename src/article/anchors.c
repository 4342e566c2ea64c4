/*
 * Three tries, each only when the one before finds nothing: the exact words; the words with letter case,
 * accents and typography folded (a straight mark finds a curly one); most of the words in their order. Of
 * several places the one whose neighbours fit best counts, then the one nearest to the hint.
 */
#include "article/anchors.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/unicode.h"

enum {
    MOST_CANDIDATES = 200,
    LOOK_AHEAD = 3,
    MOST_WORK = 128 * 1024 * 1024, /* see AnchorSearch.work */
    EXACT_SPEED = 16,              /* bytes that are looked through as fast as one is folded */
    BEGINNING_LONGEST = 200        /* bytes of a long quotation that are looked for; the rest is compared where they stand */
};

typedef struct Best {
    Range range;
    long score;
    bool found;
} Best;

/* ---- of several, which ---- */

static size_t body_start(const Article *article)
{
    for (size_t i = 0; i < article->blocks.count; i++) {
        if (article->blocks.items[i].kind >= BLOCK_PARAGRAPH)
            return i;
    }
    return 0;
}

static size_t block_of(const Article *article, size_t offset)
{
    size_t low = 0, high = article->blocks.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (article->blocks.items[middle].range.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

static bool ends_folded(Arena *scratch, Text text, Text suffix)
{
    size_t reach = suffix.size * 2 + 8;
    Text tail = text_slice(text, (Range){text.size > reach ? text.size - reach : 0, text.size});

    return text_ends_with(text_trim(fold_copy(scratch, tail)), text_trim(fold_copy(scratch, suffix)));
}

static bool starts_folded(Arena *scratch, Text text, Text prefix)
{
    Text head = text_slice(text, (Range){0, prefix.size * 2 + 8});

    return text_starts_with(text_trim(fold_copy(scratch, head)), text_trim(fold_copy(scratch, prefix)));
}

static void consider(AnchorSearch *search, const Anchor *anchor, Range range, Best *best)
{
    const Article *article = search->article;
    size_t wanted = anchor->block, entry = article->blocks.items[block_of(article, range.start)].entry;
    Arena scratch = {0};
    long score = 0;

    if (anchor->prefix.size &&
        ends_folded(&scratch, text_slice(article->text, (Range){0, range.start}), anchor->prefix))
        score += 1000000;
    if (anchor->suffix.size &&
        starts_folded(&scratch, text_slice(article->text, (Range){range.end, article->text.size}),
                      anchor->suffix))
        score += 1000000;
    if (wanted)
        score -= entry > wanted ? (long)(entry - wanted) : (long)(wanted - entry);
    arena_release(&scratch);
    if (!best->found || score > best->score)
        *best = (Best){range, score, true};
}

static size_t text_start(const Article *article)
{
    size_t block = body_start(article);

    return article->blocks.count ? article->blocks.items[block].range.start : 0;
}

/* Count work; false: that was the last there may be. */
static bool allow(AnchorSearch *search, size_t work)
{
    search->work += work;
    search->exhausted = search->exhausted || search->work > MOST_WORK;
    return !search->exhausted;
}

/* ---- exact, folded ---- */

/* Where a long quotation may be cut in two: inside a word. */
static size_t beginning_size(Text exact)
{
    size_t size = exact.size < BEGINNING_LONGEST ? exact.size : BEGINNING_LONGEST;

    if (size == exact.size)
        return size;
    while (size > 1 && !(ascii_is_alpha(exact.bytes[size - 1]) && ascii_is_alpha(exact.bytes[size])))
        size--;
    return size > 1 ? size : exact.size;
}

static Best find_exact(AnchorSearch *search, const Anchor *anchor)
{
    Text text = search->article->text, beginning = text_slice(anchor->exact, (Range){0, beginning_size(anchor->exact)});
    Best best = {0};
    size_t at = text_start(search->article);

    for (int i = 0; i < MOST_CANDIDATES; i++, at++) {
        size_t from = at;

        at = text_find(text, beginning, at);
        if (!allow(search, ((at == TEXT_NOT_FOUND ? text.size : at) - from) / EXACT_SPEED) || at == TEXT_NOT_FOUND)
            break;
        if (text_starts_with(text_slice(text, (Range){at, text.size}), anchor->exact))
            consider(search, anchor, (Range){at, at + anchor->exact.size}, &best);
    }
    return best;
}

/* Does the rest of the quotation follow at `match->end`? Then it is taken in. */
static bool rest_follows(const Needle *rest, Text text, Range *match)
{
    Range end;

    if (rest->folded.size == 0)
        return true;
    if (!needle_find(rest, text, match->end, match->end + 1, &end) || end.start != match->end)
        return false;
    match->end = end.end;
    return true;
}

static Best find_folded(AnchorSearch *search, const Anchor *anchor)
{
    Text text = search->article->text;
    size_t cut = beginning_size(anchor->exact), at = text_start(search->article);
    Needle beginning, rest;
    Arena scratch = {0};
    Best best = {0};
    Range match;

    needle_init(&beginning, &scratch, text_slice(anchor->exact, (Range){0, cut}));
    needle_init(&rest, &scratch, text_slice(anchor->exact, (Range){cut, anchor->exact.size}));
    for (int i = 0; i < MOST_CANDIDATES && needle_find(&beginning, text, at, text.size, &match); i++) {
        size_t start = match.start;

        if (rest_follows(&rest, text, &match))
            consider(search, anchor, match, &best);
        if (!allow(search, start - at))
            break;
        at = start + 1;
    }
    (void)allow(search, text.size > at ? text.size - at : 0);
    arena_release(&scratch);
    return best;
}

/* ---- most of the words ---- */

typedef ARRAY(AnchorWord) Words;

static Words split_words(Arena *scratch, Text text, size_t from)
{
    Words words = {0};
    size_t size;

    for (size_t at = from; at < text.size;) {
        AnchorWord word = {.range = {at, at}, .hash = 2166136261u};

        for (; at < text.size; at += size) {
            uint32_t code_point = utf8_decode(text, at, &size);

            if (!unicode_is_alnum(code_point))
                break;
            word.hash = (word.hash ^ unicode_to_lower(code_point)) * 16777619u;
        }
        word.range.end = at;
        if (word.range.end > word.range.start) {
            ARRAY_PUSH(scratch, words, word);
        } else {
            (void)utf8_decode(text, at, &size);
            at += size;
        }
    }
    return words;
}

/* Words of `wanted` that come in their order from word `from` on, a few changed, dropped or added; where the
 * last one is. */
static size_t count_in_order(const Words *text, size_t from, const Words *wanted, size_t *last)
{
    size_t at = from, count = 0;

    for (size_t i = 0; i < wanted->count && at < text->count; i++) {
        for (size_t ahead = at; ahead < text->count && ahead <= at + LOOK_AHEAD; ahead++) {
            if (text->items[ahead].hash == wanted->items[i].hash) {
                count++;
                *last = ahead;
                at = ahead;
                break;
            }
        }
        at++;
    }
    return count;
}

static Best find_words(AnchorSearch *search, const Anchor *anchor)
{
    Arena scratch = {0};
    Words wanted = split_words(&scratch, anchor->exact, 0), text;
    Best best = {0};
    size_t best_count = 0;

    if (!search->has_words) {
        text = split_words(search->arena, search->article->text, text_start(search->article));
        search->words.items = text.items;
        search->words.count = text.count;
        search->has_words = true;
    }
    text = (Words){search->words.items, search->words.count, search->words.count};
    for (size_t from = 0; wanted.count >= 3 && from < text.count; from++) {
        size_t last = from, count;

        if (text.items[from].hash != wanted.items[0].hash && text.items[from].hash != wanted.items[1].hash)
            continue;
        if (!allow(search, wanted.count))
            break;
        count = count_in_order(&text, from, &wanted, &last);
        if (count * 4 < wanted.count * 3 || count < best_count)
            continue;
        if (count > best_count)
            best = (Best){0};
        best_count = count;
        consider(search, anchor, (Range){text.items[from].range.start, text.items[last].range.end}, &best);
    }
    (void)allow(search, text.count);
    arena_release(&scratch);
    return best;
}

void anchor_search_init(AnchorSearch *search, Arena *arena, const Article *article)
{
    *search = (AnchorSearch){.arena = arena, .article = article};
}

bool anchor_find(AnchorSearch *search, const Anchor *anchor, Range *range)
{
    static Best (*const tries[])(AnchorSearch *, const Anchor *) = {find_exact, find_folded, find_words};

    if (search->article->blocks.count == 0)
        return false;
    for (size_t i = 0; anchor->exact.size && !search->exhausted && i < sizeof tries / sizeof tries[0]; i++) {
        Best best = tries[i](search, anchor);

        if (best.found) {
            *range = best.range;
            return true;
        }
    }
    return false;
}
