/*
 * Most of the words. They are looked for by pairs of neighbours: of n words with at most k changed, dropped or added, of any 2k + 1 pairs at
 * least one stands in the text as it is (the q-gram lemma: Jokinen and Ukkonen 1991), so the rarest 2k + 1 pairs lead to each
 * passage that can fit. What most of the words are near to is compared, the best first.
 *
 *     given     the storm is gone      pairs, rarest first: "storm is", "is gone" …
 *     text      … until the storm is over …
 *                           ^^^^^^^^         this passage is compared, as four words from "the" on
 */
#include "article/anchors/anchor_search.h"

#include <stdlib.h>

enum {
    CHEAP = 64, /* places of a pair that is looked up even if the others are enough: spellings change more words */
    MOST_PASSAGES = 2000,  /* that are counted for one anchor */
    MOST_COMPARED = 24,    /* that are compared */
    LONGEST_CHANGED = 5000 /* words of a quotation in which some may differ: a comparison takes memory for each */
};

/* A passage that may be the quotation: its words stand about from `first` on. */
typedef struct Passage {
    size_t first;
    size_t missing;  /* words of the quotation that are not near their place */
    size_t distance; /* from the hint */
} Passage;

typedef struct AnchorPassages {
    Passage items[MOST_PASSAGES];
    size_t count;
} Passages;

static int compare_rare(const void *a, const void *b)
{
    const Rare *first = a, *second = b;

    if (first->count != second->count)
        return first->count < second->count ? -1 : 1;
    return first->word < second->word ? -1 : 1;
}

/* Words, or pairs of neighbours, the rarest first; a pair is as rare as the rarer of its words. */
static Rare *by_rarity(const Wanted *wanted, size_t count, bool pairs)
{
    Rare *rare = ARENA_ARRAY(wanted->scratch, Rare, count);

    for (size_t i = 0; i < count; i++) {
        rare[i] = (Rare){(uint32_t)i, wanted->counts[i]};
        if (pairs && wanted->counts[i + 1] < rare[i].count)
            rare[i].count = wanted->counts[i + 1];
    }
    qsort(rare, count, sizeof *rare, compare_rare);
    return rare;
}

/* ---- passages ---- */

/* Count the words that are not near the place where they should be, the rarest first, until they are more than `most`. */
static size_t count_missing(AnchorSearch *search, const Wanted *wanted, long first, size_t changes, size_t most)
{
    const IndexedWords all = search->index.words;
    long reach = (long)changes + 2;
    size_t missing = 0, steps = 0;

    for (size_t i = 0; i < wanted->words.count && missing <= most; i++) {
        size_t word = wanted->order[i].word;
        long place = first + (long)word, from = place > reach ? place - reach : 0, until = place + reach;
        uint32_t hash = wanted->words.items[word].hash;
        bool found = place >= 0 && place < (long)all.count && all.items[place].hash == hash;

        for (long at = from; at <= until && at < (long)all.count && !found; at++, steps++)
            found = all.items[at].hash == hash;
        missing += !found && !wanted->flexible[word];
    }
    (void)anchor_allow(search, steps / 4 + wanted->words.count / 4);
    return missing;
}

static void add_passage(AnchorSearch *search, const Wanted *wanted, long first, Passages *passages)
{
    size_t changes = (comparison_budget(wanted->words.count) + 1) / 2, missing, entry;
    Passage passage = {first > 0 ? (size_t)first : 0, 0, 0};

    for (size_t i = passages->count; i-- > 0 && passages->count - i < 4;) {
        size_t other = passages->items[i].first;

        if ((other > passage.first ? other - passage.first : passage.first - other) <= changes)
            return; /* the passage beside it will be compared as far as this */
    }
    if (passages->count == MOST_PASSAGES)
        return;
    missing = count_missing(search, wanted, first, changes, changes + 1);
    if (missing > changes + 1)
        return;
    passage.missing = missing;
    if (wanted->anchor->block) {
        entry = search->article->blocks
                    .items[article_known_block_at(search->article, search->index.words.items[passage.first].start)]
                    .entry;
        passage.distance = entry > wanted->anchor->block ? entry - wanted->anchor->block : wanted->anchor->block - entry;
    }
    passages->items[passages->count++] = passage;
}

/* Look up the words `i` and `i` + 1 where they stand together, or word `i` alone. */
static void look_up(AnchorSearch *search, const Wanted *wanted, size_t i, bool alone, Passages *passages)
{
    const IndexedWord *words = wanted->words.items;
    WordPlaces places = alone ? word_index_places(&search->index, words[i].hash)
                              : word_index_pair_places(&search->index, words[i].hash, words[i + 1].hash);
    IndexedWords all = search->index.words;

    for (size_t at = 0; at < places.count && anchor_allow(search, 1); at++) {
        size_t word = places.items[at];

        if (all.items[word].hash == words[i].hash && (alone || all.items[word + 1].hash == words[i + 1].hash))
            add_passage(search, wanted, (long)word - (long)i, passages);
    }
}

static int compare_passages(const void *a, const void *b)
{
    const Passage *first = a, *second = b;

    if (first->missing != second->missing)
        return first->missing < second->missing ? -1 : 1;
    if (first->distance != second->distance)
        return first->distance < second->distance ? -1 : 1;
    return first->first < second->first ? -1 : first->first > second->first;
}

/* All passages that most of the words are near to. With three words or fewer a pair need not be left: their words one by one. */
static void collect_passages(AnchorSearch *search, const Wanted *wanted, Passages *passages)
{
    size_t count = wanted->words.count, changes = comparison_budget(count) / 2;
    bool alone = changes == 0;
    size_t pairs_count = alone ? count : count - 1, enough = alone ? count : 2 * changes + 2;
    const Rare *pairs = by_rarity(wanted, pairs_count, !alone);

    passages->count = 0;
    for (size_t i = 0; i < pairs_count && (i < enough || pairs[i].count <= CHEAP) && !search->exhausted; i++)
        look_up(search, wanted, pairs[i].word, alone, passages);
    qsort(passages->items, passages->count, sizeof *passages->items, compare_passages);
}

/* A better one costs less, or is refused for something better than that too much differs. */
static bool is_better(const AnchorSearch *search, const Wanted *wanted, const Comparison *a, const Comparison *b)
{
    long first, second;

    if ((a->refusal == REFUSED_NOT) != (b->refusal == REFUSED_NOT))
        return a->refusal == REFUSED_NOT;
    if ((a->refusal == REFUSED_TOO_MUCH) != (b->refusal == REFUSED_TOO_MUCH))
        return b->refusal == REFUSED_TOO_MUCH;
    if (a->refusal || range_is_empty(a->range))
        return a->cost < b->cost;
    first = anchor_score(search, wanted->anchor, a->range);
    second = anchor_score(search, wanted->anchor, b->range);
    return first != second ? first > second : a->cost < b->cost;
}

/* Two ranges that were found, of which neither holds the other, at the same cost and score. */
static bool is_as_good(const AnchorSearch *search, const Wanted *wanted, const Comparison *a, const Comparison *b)
{
    return a->refusal == REFUSED_NOT && b->refusal == REFUSED_NOT && a->cost == b->cost &&
           !range_overlaps(a->range, b->range) &&
           anchor_score(search, wanted->anchor, a->range) == anchor_score(search, wanted->anchor, b->range);
}

static Comparison compare_passage(AnchorSearch *search, const Wanted *wanted, const Units *given, size_t first)
{
    size_t reach = (comparison_budget(wanted->words.count) + 1) / 2 + 4, count = search->index.words.count;
    size_t from = first > reach ? first - reach : 0,
           until = first + wanted->words.count + reach < count ? first + wanted->words.count + reach : count;
    Units there = units_split(wanted->scratch, &search->meanings, search->index.text,
                              (IndexedWords){search->index.words.items + from, until - from});
    Comparison comparison;
    Range beside;

    (void)anchor_allow(search, (until - from) * (4 * reach + 64) + anchor_excess(search, from, until));
    comparison = comparison_make(&search->meanings, given, &there);
    if (comparison.refusal == REFUSED_NOT) {
        comparison.refusal =
            anchor_border_refusal(search, wanted, anchor_word_at(&search->index, comparison.range.start),
                                  anchor_word_at(&search->index, comparison.range.end), &beside);
        if (comparison.refusal) {
            comparison.given = (Range){0, 0};
            comparison.there = beside;
        } else if (!search->is_english && comparison.cost > 0) {
            comparison.refusal = REFUSED_LANGUAGE;
        }
    }
    return comparison;
}

/* Was a passage compared that begins so near to this one that it was looked at too? `compared` are their first words. */
static bool is_compared(const size_t *compared, size_t count, size_t first, size_t changes)
{
    for (size_t i = 0; i < count; i++) {
        if ((compared[i] > first ? compared[i] - first : first - compared[i]) <= changes)
            return true;
    }
    return false;
}

static void take_comparison(AnchorSearch *search, const Wanted *wanted, const Comparison *comparison, Best *best)
{
    Place place = {.range = comparison->range, .compared = *comparison};

    if (best->count && is_as_good(search, wanted, comparison, &best->near)) {
        if (best->count < MOST_TIES)
            best->ties[best->count++] = place;
    } else if (best->near.refusal == REFUSED_TOO_MUCH || is_better(search, wanted, comparison, &best->near)) {
        best->near = *comparison;
        best->ties[0] = place;
        best->count = comparison->refusal == REFUSED_NOT;
    }
}

static void prepare(Wanted *wanted, const Units *given)
{
    wanted->order = by_rarity(wanted, wanted->words.count, false);
    wanted->flexible = ARENA_ARRAY(wanted->scratch, bool, wanted->words.count);
    for (size_t i = 0; i < given->count; i++) {
        bool contracted = i > 0 && given->items[i - 1].first == given->items[i].first;

        for (size_t word = given->items[i].first; word < given->items[i].end; word++)
            wanted->flexible[word] = wanted->flexible[word] || contracted ||
                                     (given->items[i].kind == UNIT_NUMBER && !given->items[i].is_fixed);
    }
}

Best anchor_find_changed(AnchorSearch *search, Wanted *wanted)
{
    const Passages *passages = search->passages;
    size_t compared[MOST_COMPARED], count = 0, changes = comparison_budget(wanted->words.count) / 2;
    Best best = {.near = {.refusal = REFUSED_TOO_MUCH}};
    Units given;

    if (comparison_budget(wanted->words.count) == 0 || wanted->words.count > LONGEST_CHANGED)
        return best;
    given = units_split(wanted->scratch, &search->meanings, wanted->anchor->exact, wanted->words);
    prepare(wanted, &given);
    collect_passages(search, wanted, search->passages);
    for (size_t i = 0; i < passages->count && count < MOST_COMPARED && !search->exhausted; i++) {
        size_t first = passages->items[i].first;
        Comparison comparison;

        if (is_compared(compared, count, first, changes))
            continue;
        compared[count++] = first;
        comparison = compare_passage(search, wanted, &given, first);
        take_comparison(search, wanted, &comparison, &best);
    }
    return best;
}

struct AnchorPassages *anchor_passages_new(Arena *arena)
{
    return ARENA_NEW(arena, Passages);
}
