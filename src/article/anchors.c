/*
 * Three tries, each only when the one before finds nothing: the exact words; the words with letter case,
 * accents and typography folded (a straight mark finds a curly one); most of the words in their order. Of
 * several places the one whose neighbours fit best counts, then the one nearest to the hint.
 */
#include "article/anchors.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/unicode.h"

enum { MOST_CANDIDATES = 200, LOOK_AHEAD = 3, MOST_COMPARISONS = 20000000 };

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

static void consider(Arena *scratch, const Article *article, const Anchor *anchor, Range range, Best *best)
{
    size_t wanted = body_start(article) + anchor->block - 1;
    size_t block = block_of(article, range.start);
    long score = 0;

    if (anchor->prefix.size &&
        ends_folded(scratch, text_slice(article->text, (Range){0, range.start}), anchor->prefix))
        score += 1000000;
    if (anchor->suffix.size &&
        starts_folded(scratch, text_slice(article->text, (Range){range.end, article->text.size}),
                      anchor->suffix))
        score += 1000000;
    if (anchor->block)
        score -= block > wanted ? (long)(block - wanted) : (long)(wanted - block);
    if (!best->found || score > best->score)
        *best = (Best){range, score, true};
}

static size_t text_start(const Article *article)
{
    size_t block = body_start(article);

    return article->blocks.count ? article->blocks.items[block].range.start : 0;
}

/* ---- exact, folded ---- */

static Best find_exact(Arena *scratch, const Article *article, const Anchor *anchor)
{
    Best best = {0};
    size_t at = text_start(article);

    for (int i = 0; i < MOST_CANDIDATES; i++, at++) {
        at = text_find(article->text, anchor->exact, at);
        if (at == TEXT_NOT_FOUND)
            break;
        consider(scratch, article, anchor, (Range){at, at + anchor->exact.size}, &best);
    }
    return best;
}

static Best find_folded(Arena *scratch, const Article *article, const Anchor *anchor)
{
    Best best = {0};
    Needle needle;
    Range match;
    size_t at = text_start(article);

    needle_init(&needle, scratch, anchor->exact);
    for (int i = 0;
         i < MOST_CANDIDATES && needle_find(&needle, article->text, at, article->text.size, &match); i++) {
        consider(scratch, article, anchor, match, &best);
        at = match.start + 1;
    }
    return best;
}

/* ---- most of the words ---- */

typedef struct Word {
    Range range;
    uint32_t hash; /* of its folded letters */
} Word;

typedef ARRAY(Word) Words;

static Words split_words(Arena *scratch, Text text, size_t from)
{
    Words words = {0};
    size_t size;

    for (size_t at = from; at < text.size;) {
        Word word = {.range = {at, at}, .hash = 2166136261u};

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

static Best find_words(Arena *scratch, const Article *article, const Anchor *anchor)
{
    Words text = split_words(scratch, article->text, text_start(article));
    Words wanted = split_words(scratch, anchor->exact, 0);
    size_t most = wanted.count ? MOST_COMPARISONS / wanted.count : 0;
    Best best = {0};
    size_t best_count = 0;

    if (wanted.count < 3)
        return best;
    for (size_t from = 0; from < text.count && from < most; from++) {
        size_t last = from, count;

        if (text.items[from].hash != wanted.items[0].hash && text.items[from].hash != wanted.items[1].hash)
            continue;
        count = count_in_order(&text, from, &wanted, &last);
        if (count * 4 < wanted.count * 3 || count < best_count)
            continue;
        if (count > best_count)
            best = (Best){0};
        best_count = count;
        consider(scratch, article, anchor, (Range){text.items[from].range.start, text.items[last].range.end},
                 &best);
    }
    return best;
}

bool anchor_find(Arena *scratch, const Article *article, const Anchor *anchor, Range *range)
{
    static Best (*const tries[])(Arena *, const Article *, const Anchor *) = {find_exact, find_folded,
                                                                              find_words};

    for (size_t i = 0; anchor->exact.size && i < sizeof tries / sizeof tries[0]; i++) {
        Best best = tries[i](scratch, article, anchor);

        if (best.found) {
            *range = best.range;
            return true;
        }
    }
    return false;
}
