/*
 * The same words, whatever their case, accents and marks: they are looked for where the rarest of them stands. What is beside a place may
 * still make it something else:
 *
 *     given "people saw it", there "no people saw it"            a negation before it
 *     given "five million", there "twenty-five million"          the middle of a number
 *     given "We won. We lost.", there “We won.” “We lost.”       two quotations
 */
#include "article/anchors/anchor_search.h"

#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"

enum { AROUND = 8 /* words on each side of a border that are looked at for numbers that go across it */ };

/* ---- neighbours ---- */

/* How much of a text may become so many bytes when it is folded: folding takes away ("fi" of a ligature, a mark), and blanks are trimmed. */
static size_t unfolded_most(size_t folded)
{
    return folded * 2 + 8;
}

/* Different, and so they are when they are folded. */
static bool differ_for_sure(char a, char b)
{
    return ascii_is_alnum(a) && ascii_is_alnum(b) && ascii_to_lower(a) != ascii_to_lower(b);
}

/* Most places of words that stand in many have other neighbours, which is seen from the first letter that differs. */
static bool ends_otherwise(Text text, Text suffix)
{
    size_t least, same = 0;

    text = text_trim(text);
    suffix = text_trim(suffix);
    least = text.size < suffix.size ? text.size : suffix.size;
    while (same < least && text.bytes[text.size - 1 - same] == suffix.bytes[suffix.size - 1 - same])
        same++;
    return same < least && differ_for_sure(text.bytes[text.size - 1 - same], suffix.bytes[suffix.size - 1 - same]);
}

static bool starts_otherwise(Text text, Text prefix)
{
    size_t least, same = 0;

    text = text_trim(text);
    prefix = text_trim(prefix);
    least = text.size < prefix.size ? text.size : prefix.size;
    while (same < least && text.bytes[same] == prefix.bytes[same])
        same++;
    return same < least && differ_for_sure(text.bytes[same], prefix.bytes[same]);
}

static bool ends_folded(Arena *scratch, Text text, Text suffix)
{
    size_t reach = unfolded_most(suffix.size);
    Text tail = text_slice(text, (Range){text.size > reach ? text.size - reach : 0, text.size});

    return !ends_otherwise(tail, suffix) &&
           text_ends_with(text_trim(fold_copy(scratch, tail)), text_trim(fold_copy(scratch, suffix)));
}

static bool starts_folded(Arena *scratch, Text text, Text prefix)
{
    Text head = text_slice(text, (Range){0, unfolded_most(prefix.size)});

    return !starts_otherwise(head, prefix) &&
           text_starts_with(text_trim(fold_copy(scratch, head)), text_trim(fold_copy(scratch, prefix)));
}

/* How well neighbours and block fit. */
long anchor_score(const AnchorSearch *search, const Anchor *anchor, Range range)
{
    const Article *article = search->article;
    size_t wanted = anchor->block, entry = article->blocks.items[article_known_block_at(article, range.start)].entry;
    Arena scratch = {0};
    long score = 0;

    if (anchor->prefix.size && ends_folded(&scratch, text_slice(article->text, (Range){0, range.start}), anchor->prefix))
        score += NEIGHBOURS_FIT;
    if (anchor->suffix.size &&
        starts_folded(&scratch, text_slice(article->text, (Range){range.end, article->text.size}), anchor->suffix))
        score += NEIGHBOURS_FIT;
    if (wanted)
        score -= 2 * (entry > wanted ? (long)(entry - wanted) : (long)(wanted - entry));
    arena_release(&scratch);
    return score;
}

/* ---- the same words ---- */

/* Do the words from `first` on have the same hashes? Most that do not differ in the first that is looked at. */
static bool has_same_hashes(AnchorSearch *search, const Wanted *wanted, size_t first)
{
    const IndexedWord *there = search->index.words.items + first;

    for (size_t i = 0; i < wanted->words.count; i++) {
        if (there[i].hash != wanted->words.items[i].hash) {
            (void)anchor_allow(search, i + 1);
            return false;
        }
    }
    return anchor_allow(search, wanted->words.count * 8);
}

/* Hashes of different words may be the same. */
static bool has_same_letters(const Wanted *wanted, Text text, IndexedWords words, size_t first)
{
    Arena scratch = {0};
    bool same = true;

    for (size_t i = 0; i < wanted->words.count && same; i++) {
        Text a = text_slice(wanted->anchor->exact, anchor_word_range(wanted->words, i, i + 1)),
             b = text_slice(text, anchor_word_range(words, first + i, first + i + 1));

        if (text_equal(a, b))
            continue;
        a = fold_copy(&scratch, a);
        b = fold_copy(&scratch, b);
        same = text_equal(a, b) || text_find_byte(a, '.', 0) != TEXT_NOT_FOUND ||
               text_find_byte(b, '.', 0) != TEXT_NOT_FOUND;
        arena_reset(&scratch);
    }
    arena_release(&scratch);
    return same;
}

/* The range of the words, with the marks that the anchor has at its end too. */
static Place place_of(const AnchorSearch *search, const Wanted *wanted, size_t first)
{
    Text text = search->index.text, exact = wanted->anchor->exact;
    size_t end = first + wanted->words.count;
    Place place = {.first = first, .end = end, .range = anchor_word_range(search->index.words, first, end)};
    size_t before = wanted->words.items[0].start, after = wanted->words.items[wanted->words.count - 1].end;
    Range whole = {place.range.start - (place.range.start > before ? before : place.range.start), 0};
    size_t mark = place.range.end;

    whole.end = whole.start + exact.size;
    if (whole.start + before == place.range.start && text_equal(text_slice(text, whole), exact)) {
        place.range = whole;
        place.exact = true;
        return place;
    }
    for (size_t at = after; at < exact.size && mark < text.size && strchr(".,;:!?", exact.bytes[at]) &&
                            text.bytes[mark] == exact.bytes[at];
         at++)
        mark++;
    place.range.end = mark;
    return place;
}

/* A capital letter where the text has a small one: the quotation claims that a sentence begins there. */
static bool claims_sentence(const AnchorSearch *search, const Wanted *wanted, size_t first)
{
    size_t size;

    return unicode_is_upper(utf8_decode(wanted->anchor->exact, wanted->words.items[0].start, &size)) &&
           !unicode_is_upper(utf8_decode(search->index.text, search->index.words.items[first].start, &size));
}

/* What makes the words before or after a border of a passage part of it: a number that goes across, a negation, a hyphen. The border
 * stands before word `border`; the passage begins there, or ends. */
static Refusal refusal_at(const AnchorSearch *search, const Wanted *wanted, size_t border, bool begins, Range *beside)
{
    IndexedWords all = search->index.words;
    size_t from = border > AROUND ? border - AROUND : 0,
           until = all.count - border > AROUND ? border + AROUND : all.count;
    Units units;

    if (border == 0 || border == all.count ||
        !words_are_near(search->index.text, &all.items[border - 1], &all.items[border]))
        return REFUSED_NOT;
    units = units_split(wanted->scratch, &search->meanings, search->index.text,
                        (IndexedWords){all.items + from, until - from});
    for (size_t i = 0; i < units.count; i++) {
        const Unit *unit = &units.items[i];
        bool is_beside = begins ? from + unit->end == border : from + unit->first == border;

        *beside = unit->range;
        if (from + unit->first < border && from + unit->end > border)
            return REFUSED_NUMBER;
        if (wanted->anchor->is_quotation && is_beside && unit->kind == UNIT_NEGATION)
            return REFUSED_NEGATION;
        if (wanted->anchor->is_quotation && is_beside && begins && unit->kind == UNIT_NUMBER &&
            claims_sentence(search, wanted, border))
            return REFUSED_NUMBER;
    }
    *beside = anchor_word_range(all, border - begins, border + !begins);
    return words_are_joined(search->index.text, &all.items[border - 1], &all.items[border]) ? REFUSED_CUT : REFUSED_NOT;
}

/* "’s" goes with the word before it. */
static bool follows_apostrophe(const WordIndex *index, size_t word)
{
    size_t start = index->words.items[word].start, size;
    uint32_t code_point = start > 0 ? utf8_decode(index->text, utf8_previous(index->text, start), &size) : 0;

    return (code_point == '\'' || code_point == 0x2019) && word > 0 && index->words.items[word - 1].end + size == start;
}

Refusal anchor_border_refusal(const AnchorSearch *search, const Wanted *wanted, size_t first, size_t end, Range *beside)
{
    Refusal refusal = refusal_at(search, wanted, first, true, beside);

    if (!refusal && follows_apostrophe(&search->index, first)) {
        *beside = anchor_word_range(search->index.words, first - 1, first);
        return REFUSED_CUT;
    }
    return refusal ? refusal : refusal_at(search, wanted, end, false, beside);
}

static Refusal refusal_of_place(const AnchorSearch *search, const Wanted *wanted, const Place *place, Range *beside)
{
    Text text = search->index.text;

    *beside = place->range;
    if (!has_same_letters(wanted, text, search->index.words, place->first))
        return REFUSED_TOO_MUCH;
    if (!place->exact && range_leaves_quotation(text, place->range) &&
        !range_leaves_quotation(wanted->anchor->exact, anchor_word_range(wanted->words, 0, wanted->words.count)))
        return REFUSED_MARKS;
    return anchor_border_refusal(search, wanted, place->first, place->end, beside);
}

static void consider(AnchorSearch *search, const Wanted *wanted, size_t first, Best *best)
{
    size_t from = first > AROUND ? first - AROUND : 0, end = first + wanted->words.count + AROUND;
    Place place = place_of(search, wanted, first);
    long score = anchor_score(search, wanted->anchor, place.range) + place.exact;
    Range beside;
    Refusal refusal;

    if (best->count && (score < best->score || (score == best->score && best->count >= MOST_TIES)))
        return;
    if (!anchor_allow(search,
                      anchor_excess(search, from, end < search->index.words.count ? end : search->index.words.count)))
        return;
    refusal = refusal_of_place(search, wanted, &place, &beside);
    if (refusal) {
        if (best->near.refusal == REFUSED_NOT && refusal != REFUSED_TOO_MUCH)
            best->near =
                (Comparison){.refusal = refusal, .range = place.range, .there = beside, .size = wanted->words.count};
        return;
    }
    if (!best->count || score > best->score)
        best->count = 0;
    best->score = score;
    best->ties[best->count++] = place;
}

/* Do as many places as are remembered fit so well that none fits better? */
static bool is_settled(const Wanted *wanted, const Best *best)
{
    long most =
        1 + (wanted->anchor->prefix.size ? NEIGHBOURS_FIT : 0) + (wanted->anchor->suffix.size ? NEIGHBOURS_FIT : 0);

    return best->count >= MOST_TIES && best->score >= most;
}

Best anchor_find_same(AnchorSearch *search, const Wanted *wanted)
{
    size_t rarest = wanted->rarest;
    WordPlaces places = word_index_places(&search->index, wanted->words.items[rarest].hash);
    Best best = {0};

    for (size_t i = 0; i < places.count && anchor_allow(search, 1) && !is_settled(wanted, &best); i++) {
        size_t word = places.items[i];

        if (word < rarest || word - rarest + wanted->words.count > search->index.words.count)
            continue;
        if (has_same_hashes(search, wanted, word - rarest))
            consider(search, wanted, word - rarest, &best);
    }
    return best;
}
