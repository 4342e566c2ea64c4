/*
 * The needles are sorted. Those that stand at a place are the last one that is not behind the rest of the text, if it begins it, and needles that
 * begin that one in turn: each knows the longest of them.
 */
#include "article/anchors/repeats.h"

#include <stdlib.h>

typedef struct Needle {
    Text text;
    size_t index;   /* among those that were given */
    size_t first;   /* that is the same */
    size_t shorter; /* the longest other one that begins it; NO_INDEX: there is none */
    unsigned found; /* how often, 2 at most; of a first one */
} Needle;

typedef struct Needles {
    Needle *items;
    size_t count;
    size_t starts[257]; /* of those with a first byte, and of the next ones */
} Needles;

static int compare_needles(const void *a, const void *b)
{
    return text_compare(((const Needle *)a)->text, ((const Needle *)b)->text);
}

static void link_needle(Needle *items, size_t i)
{
    size_t shorter = i ? items[i - 1].first : NO_INDEX;

    items[i].first = i;
    if (i && text_equal(items[i].text, items[shorter].text)) {
        items[i].first = shorter;
        return;
    }
    while (shorter != NO_INDEX && !text_starts_with(items[i].text, items[shorter].text))
        shorter = items[shorter].shorter;
    items[i].shorter = shorter;
}

static Needles sort_needles(Arena *arena, const Text *texts, size_t count)
{
    Needles needles = {.items = ARENA_ARRAY(arena, Needle, count + 1)};
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        if (texts[i].size)
            needles.items[needles.count++] = (Needle){.text = texts[i], .index = i};
    }
    qsort(needles.items, needles.count, sizeof *needles.items, compare_needles);
    for (size_t i = 0; i < needles.count; i++)
        link_needle(needles.items, i);
    for (size_t byte = 0; byte < COUNT_OF(needles.starts); byte++) {
        while (at < needles.count && (unsigned char)needles.items[at].text.bytes[0] < byte)
            at++;
        needles.starts[byte] = at;
    }
    return needles;
}

/* The last one with that first byte that is not behind `rest`; NO_INDEX: there is none. */
static size_t last_before(const Needles *needles, Text rest)
{
    unsigned char byte = (unsigned char)rest.bytes[0];
    size_t start = needles->starts[byte], low = start, high = needles->starts[byte + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text_compare(needles->items[middle].text, rest) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > start ? needles->items[low - 1].first : NO_INDEX;
}

/* Where one was found twice, those that begin it were too. */
static void count_at(Needles *needles, Text rest)
{
    size_t i = last_before(needles, rest);

    while (i != NO_INDEX && !text_starts_with(rest, needles->items[i].text))
        i = needles->items[i].shorter;
    for (; i != NO_INDEX && needles->items[i].found < 2; i = needles->items[i].shorter)
        needles->items[i].found++;
}

bool *repeats_of(Arena *arena, Text text, const Text *needles, size_t count)
{
    bool *repeats = ARENA_ARRAY(arena, bool, count + 1);
    Needles sorted = sort_needles(arena, needles, count);

    for (size_t at = 0; sorted.count && at < text.size; at++)
        count_at(&sorted, text_slice(text, (Range){at, text.size}));
    for (size_t i = 0; i < sorted.count; i++)
        repeats[sorted.items[i].index] = sorted.items[sorted.items[i].first].found > 1;
    return repeats;
}
