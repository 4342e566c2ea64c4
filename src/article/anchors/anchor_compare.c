/*
 * The two rows of units are aligned by the fewest changes (Levenshtein's distance; both ends of the passage are free, as in Sellers
 * 1980), in a band around the diagonal, since few changes are allowed:
 *
 *     given    we should all    wait until the storm is gone
 *     there    we should all of us wait until the storm is over .
 *                           ^^^^^                          ^^^^     gaps
 *
 * Each gap between units that agree is judged as a whole: what it costs, and whether something stands in it, on either side, that may
 * not change. A word that is dropped at an end may hide one that stands there instead, so the neighbours in the passage belong to such a gap,
 * as far as they are of the same sentence.
 */
#include "article/anchors/anchor_compare.h"

#include "article/anchors/words/word_likeness.h"
#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"

enum {
    LEAST_WORDS = 4, /* with fewer only a spelling may differ */
    WORDS_A_CHANGE = 4,
    MOST_CHANGES = 16, /* words, of a quotation of any size */
    SLACK = 6,     /* columns of the band beyond that: numbers and contractions are written with more or fewer words */
    FEW_WORDS = 6, /* with fewer a word at an end is half of what tells which words they are */
    SHORT_TITLE = 5, /* bytes: "Mr", "Sen" */
    OUTSIDE = 6,     /* units beyond a passage in which its first and last word are looked for */
    A_CHANGE = 1024, /* costs in the table: see fill_cell */
    FAR = 1 << 29
};

/* A stretch where the two differ; units that agree stand around it. */
typedef struct Gap {
    size_t given, given_end, there, there_end;
} Gap;

typedef struct Aligner {
    Arena *arena;
    const WordMeanings *meanings;
    const Units *given, *there;
    size_t band; /* columns on each side of the diagonal, and the shift that both texts may have */
    size_t width;
    unsigned char *steps; /* how each cell was reached */
    ARRAY(Gap) gaps;      /* from the last to the first */
    size_t first, last;   /* units of `there` that agree or were changed, one after the last */
} Aligner;

typedef enum Step { STEP_NONE, STEP_BOTH, STEP_GIVEN, STEP_THERE } Step;

size_t comparison_budget(size_t words)
{
    size_t halves = 2 * words / WORDS_A_CHANGE;

    if (words < LEAST_WORDS)
        return words > 1 ? 1 : 0;
    return halves < 2 * MOST_CHANGES ? halves : 2 * MOST_CHANGES;
}

/* ---- alignment ---- */

/* Column `column` of row `row` (so many units of `given` are behind it) is unit row + column - band of `there`. */
static bool is_inside(const Aligner *aligner, size_t row, size_t column)
{
    return row + column >= aligner->band && row + column - aligner->band <= aligner->there->count;
}

static bool agree(const Aligner *aligner, size_t row, size_t there)
{
    return aligner->given->items[row - 1].key == aligner->there->items[there - 1].key;
}

/* The least cost of a cell: of two ways with as many changes the one in which more words agree. It comes from the row
 * before (`above`) and the cell at its left. */
static inline int fill_cell(const Aligner *aligner, size_t row, size_t column, const int *above, const int *costs,
                            unsigned char *step)
{
    size_t there = row + column - aligner->band;
    bool same = there > 0 && agree(aligner, row, there);
    int both = FAR, given, left, best;

    if (there > 0)
        both = above[column] + (same ? -1 : A_CHANGE);
    given = above[column + 1] + A_CHANGE;
    left = column > 0 && there > 0 ? costs[column - 1] + A_CHANGE : FAR;
    best = both < given ? both : given;
    best = left < best ? left : best;
    *step = best >= FAR / 2        ? STEP_NONE
            : best == both && same ? STEP_BOTH
            : best == left         ? STEP_THERE
            : best == both         ? STEP_BOTH
                                   : STEP_GIVEN;
    return best < FAR / 2 ? best : FAR;
}

/* Fill the table; the column of the last row with the least cost. */
static size_t fill(Aligner *aligner)
{
    int *above = ARENA_ARRAY(aligner->arena, int, aligner->width + 1),
        *costs = ARENA_ARRAY(aligner->arena, int, aligner->width + 1);
    size_t best = 0;

    for (size_t column = 0; column <= aligner->width; column++) /* one more, so that each has a neighbour */
        above[column] = column < aligner->width && is_inside(aligner, 0, column) ? 0 : FAR;
    costs[aligner->width] = FAR;
    for (size_t row = 1; row <= aligner->given->count; row++) {
        int *swap = above;
        unsigned char *steps = &aligner->steps[row * aligner->width];

        for (size_t column = 0; column < aligner->width; column++)
            costs[column] =
                is_inside(aligner, row, column) ? fill_cell(aligner, row, column, above, costs, &steps[column]) : FAR;
        above = costs;
        costs = swap;
    }
    for (size_t column = 1; column < aligner->width; column++) {
        if (above[column] < above[best])
            best = column;
    }
    return best;
}

static void widen_gap(Aligner *aligner, size_t row, size_t there, bool given, bool in_there)
{
    size_t count = aligner->gaps.count;
    Gap gap = {row - given, row, there - in_there, there};

    if (count && aligner->gaps.items[count - 1].given == row && aligner->gaps.items[count - 1].there == there) {
        aligner->gaps.items[count - 1].given = gap.given;
        aligner->gaps.items[count - 1].there = gap.there;
    } else {
        ARRAY_PUSH(aligner->arena, aligner->gaps, gap);
    }
}

/* Back from the best cell to the first row. */
static void trace(Aligner *aligner, size_t column)
{
    size_t row = aligner->given->count;

    aligner->last = row + column - aligner->band;
    while (row > 0) {
        size_t there = row + column - aligner->band;
        Step step = (Step)aligner->steps[row * aligner->width + column];

        if (step == STEP_NONE)
            break;
        if (step != STEP_BOTH || !agree(aligner, row, there))
            widen_gap(aligner, row, there, step != STEP_THERE, step != STEP_GIVEN);
        row -= step != STEP_THERE;
        column = step == STEP_GIVEN ? column + 1 : step == STEP_THERE ? column - 1 : column;
    }
    aligner->first = row + column - aligner->band;
}

/* Is there no mark between a unit and the next? */
static bool is_near_next(const Units *units, size_t unit)
{
    const Unit *a = &units->items[unit], *b = &units->items[unit + 1];

    return a->end > b->first ||
           words_are_near(units->text, &units->words.items[a->end - 1], &units->words.items[b->first]);
}

/* Does a sentence, or a block, end between a unit and the next? The stop of "Mr." ends none before a name. */
static bool ends_sentence(const Units *units, size_t unit)
{
    const Unit *a = &units->items[unit], *b = &units->items[unit + 1];
    bool stop = false;
    size_t lines = 0, size;

    for (size_t at = a->range.end; at < b->range.start; at += size) {
        uint32_t code_point = utf8_decode(units->text, at, &size);

        lines += code_point == '\n';
        stop = stop || code_point == '.' || code_point == '!' || code_point == '?' || code_point == 0x2026;
    }
    if (lines > 1 || !stop || b->range.start >= units->text.size)
        return lines > 1;
    if (b->kind == UNIT_NAME && a->range.end - a->range.start <= SHORT_TITLE &&
        unicode_is_upper(utf8_decode(units->text, a->range.start, &size)))
        return false;
    return !unicode_is_lower(utf8_decode(units->text, b->range.start, &size));
}

/* Where a word of the quotation's end stands farther out, what is between was left out: take that into the gap. */
static void reach_out(Aligner *aligner, Gap *gap)
{
    const Units *there = aligner->there;

    for (size_t i = 1; gap->given == 0 && gap->given_end > 0 && i <= OUTSIDE && i <= gap->there; i++) {
        if (there->items[gap->there - i].key == aligner->given->items[0].key) {
            aligner->first = gap->there -= i;
            break;
        }
    }
    for (size_t i = 0; gap->given_end == aligner->given->count && gap->given < gap->given_end && i < OUTSIDE &&
                       gap->there_end + i < there->count;
         i++) {
        if (there->items[gap->there_end + i].key == aligner->given->items[gap->given_end - 1].key) {
            aligner->last = gap->there_end += i + 1;
            break;
        }
    }
}

/* What was dropped at an end of the quotation may stand for what is there in its place: take that into the passage. */
static void extend_ends(Aligner *aligner)
{
    const Units *there = aligner->there;

    for (size_t i = 0; i < aligner->gaps.count; i++) {
        Gap *gap = &aligner->gaps.items[i];
        size_t lacking = gap->given_end - gap->given > gap->there_end - gap->there
                             ? gap->given_end - gap->given - (gap->there_end - gap->there)
                             : 0;

        for (; lacking > 0 && gap->given == 0 && gap->there > 0 && gap->there < there->count &&
               !ends_sentence(there, gap->there - 1);
             lacking--)
            aligner->first = --gap->there;
        for (; lacking > 0 && gap->given_end == aligner->given->count && gap->there_end > 0 &&
               gap->there_end < there->count && !ends_sentence(there, gap->there_end - 1);
             lacking--)
            aligner->last = ++gap->there_end;
        reach_out(aligner, gap);
    }
}

/* ---- what a gap costs ---- */

static Range range_of(const Units *units, size_t first, size_t end)
{
    return first < end ? (Range){units->items[first].range.start, units->items[end - 1].range.end} : (Range){0, 0};
}

/* The folded letters and digits of some units, without what joins or separates them. */
static Text letters_of(Arena *arena, const Units *units, size_t first, size_t end)
{
    Text folded = fold_copy(arena, text_slice(units->text, range_of(units, first, end)));
    char *letters = arena_alloc(arena, folded.size);
    size_t count = 0;

    for (size_t i = 0; i < folded.size; i++) {
        char byte = folded.bytes[i];

        if (ascii_is_alpha(byte) || !byte || !strchr(" -'.,;:!?\"()[]", byte))
            letters[count++] = byte;
    }
    return (Text){letters, count};
}

/* Are they written as one word, or with hyphens: no blank between? */
static bool is_compound(const Units *units, size_t first, size_t end)
{
    for (size_t i = first + 1; i < end; i++) {
        const IndexedWord *word = &units->words.items[units->items[i].first];

        if (units->items[i].first > 0 && !words_are_joined(units->text, word - 1, word))
            return false;
    }
    return true;
}

static size_t spelling_cost(const Aligner *aligner, size_t given, size_t there)
{
    Text a = letters_of(aligner->arena, aligner->given, given, given + 1),
         b = letters_of(aligner->arena, aligner->there, there, there + 1);

    return letters_are_same_spelled(a, b) ? 1 : 2;
}

/* "3.5" and "35" have the same letters. */
static bool has_number(const Units *units, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        if (units->items[i].kind == UNIT_NUMBER)
            return true;
    }
    return false;
}

/* In half words. 0: the same words, with another hyphen. */
static size_t gap_cost(const Aligner *aligner, const Gap *gap)
{
    size_t given = gap->given_end - gap->given, there = gap->there_end - gap->there, cost = 0;
    Text a, b;

    if (given == 0 || there == 0)
        return 2 * (given + there);
    a = letters_of(aligner->arena, aligner->given, gap->given, gap->given_end);
    b = letters_of(aligner->arena, aligner->there, gap->there, gap->there_end);
    if (text_equal(a, b) && !letters_need_hyphen(a) && !has_number(aligner->given, gap->given, gap->given_end) &&
        !has_number(aligner->there, gap->there, gap->there_end))
        return is_compound(aligner->given, gap->given, gap->given_end) &&
                       is_compound(aligner->there, gap->there, gap->there_end)
                   ? 0
                   : 1;
    if (given != there)
        return 2 * (given > there ? given : there);
    for (size_t i = 0; i < given; i++)
        cost += spelling_cost(aligner, gap->given + i, gap->there + i);
    return cost;
}

static bool is_one_sided(const Gap *gap)
{
    return gap->given == gap->given_end || gap->there == gap->there_end;
}

/* ---- what may not stand in a gap ---- */

static Refusal refusal_of_kind(const Units *units, size_t first, size_t end)
{
    static const Refusal refusals[] = {
        [UNIT_PLAIN] = REFUSED_NOT, [UNIT_NAME] = REFUSED_NAME, [UNIT_NUMBER] = REFUSED_NUMBER, [UNIT_NEGATION] = REFUSED_NEGATION};

    for (size_t i = first; i < end; i++) {
        if (units->items[i].kind != UNIT_PLAIN)
            return refusals[units->items[i].kind];
    }
    return REFUSED_NOT;
}

static Refusal refusal_of_axis(unsigned char axis)
{
    return axis == AXIS_WHO       ? REFUSED_WHO
           : axis == AXIS_LABEL   ? REFUSED_NAME
           : axis == AXIS_MEASURE ? REFUSED_MEASURE
                                  : REFUSED_OPPOSITE;
}

/* Do two words stand on different sides of an axis? */
static Refusal refusal_of_sides(const WordMeanings *meanings, uint32_t given, uint32_t there)
{
    const Meaning *a, *b;

    for (size_t at = 0; (a = word_meaning_next(meanings, given, &at));) {
        for (size_t other = 0; (b = word_meaning_next(meanings, there, &other));) {
            if (a->kind == MEANING_SIDE && b->kind == MEANING_SIDE && a->axis == b->axis && a->value != b->value)
                return refusal_of_axis(a->axis);
        }
    }
    return REFUSED_NOT;
}

static bool is_who(const WordMeanings *meanings, uint32_t key)
{
    const Meaning *meaning = word_meaning(meanings, key, MEANING_SIDE);

    return meaning && meaning->axis == AXIS_WHO;
}

/* "thier" for "their": a long word, and no other one. */
static bool is_mistyped(const Aligner *aligner, uint32_t a, Text first, uint32_t b, Text second)
{
    size_t at = 0, other = 0;
    bool one = !word_meaning_next(aligner->meanings, a, &at) || !word_meaning_next(aligner->meanings, b, &other);

    return one && first.size >= 5 && second.size >= 5 && letters_are_same_spelled(first, second);
}

static Refusal refusal_of_pair(const Aligner *aligner, size_t given, size_t there)
{
    uint32_t a = aligner->given->items[given].key, b = aligner->there->items[there].key;
    Text first = letters_of(aligner->arena, aligner->given, given, given + 1),
         second = letters_of(aligner->arena, aligner->there, there, there + 1);

    if (a == b)
        return REFUSED_NOT;
    if (is_who(aligner->meanings, a) || is_who(aligner->meanings, b))
        return is_mistyped(aligner, a, first, b, second) ? REFUSED_NOT : REFUSED_WHO;
    if (letters_are_opposite(first, second))
        return REFUSED_OPPOSITE;
    return refusal_of_sides(aligner->meanings, a, b);
}

/* Does a sentence end in the gap, or between it and a neighbour that agrees? */
static bool crosses_sentence(const Units *units, size_t first, size_t end, bool neighbour_before, bool neighbour_after)
{
    for (size_t unit = first - (neighbour_before && first > 0);
         unit + 1 < end + neighbour_after && unit + 1 < units->count; unit++) {
        if (ends_sentence(units, unit))
            return true;
    }
    return false;
}

/* Only "and" or "or"? */
static bool is_joint(const Units *units, size_t first, size_t end)
{
    return first + 1 == end &&
           (units->items[first].key == word_hash(TEXT("and")) || units->items[first].key == word_hash(TEXT("or")));
}

/* "Turkish AND Cypriot" are two names, and what follows a negation is negated: "not to be here", "not WANT to be here". */
static Refusal refusal_of_neighbours(const Aligner *aligner, const Gap *gap)
{
    const Unit *given = aligner->given->items;

    if (!is_one_sided(gap) || gap->given == 0 || gap->given_end == aligner->given->count)
        return REFUSED_NOT;
    if (gap->given == 1 && given[0].kind == UNIT_NEGATION)
        return REFUSED_NEGATION;
    if (given[gap->given - 1].kind != UNIT_NAME || given[gap->given_end].kind != UNIT_NAME)
        return REFUSED_NOT;
    return is_joint(aligner->given, gap->given, gap->given_end) || is_joint(aligner->there, gap->there, gap->there_end)
               ? REFUSED_NAME
               : REFUSED_NOT;
}

static Refusal judge_gap(const Aligner *aligner, const Gap *gap)
{
    bool before = gap->given > 0, after = gap->given_end < aligner->given->count;
    Refusal refusal = refusal_of_kind(aligner->given, gap->given, gap->given_end);

    if (!refusal)
        refusal = refusal_of_kind(aligner->there, gap->there, gap->there_end);
    for (size_t i = gap->given; i < gap->given_end && !refusal; i++) {
        for (size_t j = gap->there; j < gap->there_end && !refusal; j++)
            refusal = refusal_of_pair(aligner, i, j);
    }
    if (!refusal && crosses_sentence(aligner->given, gap->given, gap->given_end, before, after) !=
                        crosses_sentence(aligner->there, gap->there, gap->there_end, before, after))
        refusal = REFUSED_MARKS;
    return refusal ? refusal : refusal_of_neighbours(aligner, gap);
}

/* A negation right before or after the passage belongs to what is said there. */
static bool has_negation_beside(const Aligner *aligner)
{
    const Units *there = aligner->there;
    size_t first = aligner->first, last = aligner->last;

    return (first > 0 && first < there->count && there->items[first - 1].kind == UNIT_NEGATION &&
            is_near_next(there, first - 1)) ||
           (last > 0 && last < there->count && there->items[last].kind == UNIT_NEGATION && is_near_next(there, last - 1));
}

bool range_leaves_quotation(Text text, Range range)
{
    size_t size;
    long depth = 0;
    bool single = false; /* a closing "’", unless it is an apostrophe */

    for (size_t at = range.start; at < range.end; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size), before = ' ', after = ' ';
        bool is_double = code_point == '"' || (code_point >= 0x201C && code_point <= 0x201F) || code_point == 0xAB ||
                         code_point == 0xBB;
        bool is_single = code_point == '\'' || (code_point >= 0x2018 && code_point <= 0x201B);
        size_t other;

        if (!is_double && !is_single)
            continue;
        if (at > 0)
            before = utf8_decode(text, utf8_previous(text, at), &other);
        if (at + size < text.size)
            after = utf8_decode(text, at + size, &other);
        if (unicode_is_space(before) || before == '(' || before == '[' || before == 0x2014) {
            if (is_single && single && !unicode_is_space(after))
                return true;
            depth += is_double;
        } else if (!unicode_is_alnum(after)) {
            depth -= is_double;
            single = single || is_single;
        }
        if (depth < 0)
            return true;
    }
    return false;
}

/* ---- the whole ---- */

/* A word that is another one at an end of few words counts twice, unless more can be said of it. */
static size_t gap_cost_there(const Aligner *aligner, const Gap *gap)
{
    size_t cost = gap_cost(aligner, gap), count = aligner->given->count;

    bool is_end = gap->given == 0 || gap->given_end == count;

    return cost > 1 && count < FEW_WORDS && is_end && !judge_gap(aligner, gap) ? 2 * cost : cost;
}

/* What all gaps cost, those first whose letters need not be looked at; of what costs more than `most` not all. */
static size_t cost_of_gaps(const Aligner *aligner, size_t most)
{
    size_t cost = 0;

    for (int sides = 1; sides <= 2; sides++) {
        for (size_t i = 0; i < aligner->gaps.count && cost <= most; i++) {
            if (is_one_sided(&aligner->gaps.items[i]) == (sides == 1))
                cost += gap_cost_there(aligner, &aligner->gaps.items[i]);
        }
    }
    return cost;
}

static void judge(Aligner *aligner, Comparison *comparison)
{
    for (size_t i = aligner->gaps.count; i-- > 0;) {
        const Gap *gap = &aligner->gaps.items[i];
        Refusal refusal = gap_cost(aligner, gap) ? judge_gap(aligner, gap) : REFUSED_NOT;

        if ((refusal && !comparison->refusal) || i + 1 == aligner->gaps.count) {
            comparison->given = range_of(aligner->given, gap->given, gap->given_end);
            comparison->there = range_of(aligner->there, gap->there, gap->there_end);
        }
        if (!comparison->refusal)
            comparison->refusal = refusal;
    }
}

Comparison comparison_make(const WordMeanings *meanings, const Units *given, const Units *there)
{
    Arena arena = {0};
    size_t budget = comparison_budget(given->count),
           apart = there->count > given->count ? there->count - given->count : given->count - there->count;
    Aligner aligner = {
        .arena = &arena, .meanings = meanings, .given = given, .there = there, .band = budget / 2 + apart + SLACK};
    Comparison comparison = {.refusal = REFUSED_TOO_MUCH, .size = given->count};

    aligner.width = 2 * aligner.band + 1;
    aligner.steps = arena_alloc_array(&arena, given->count + 1, aligner.width);
    trace(&aligner, fill(&aligner));
    extend_ends(&aligner);
    comparison.cost = cost_of_gaps(&aligner, budget);
    if (aligner.first < aligner.last && comparison.cost <= budget) { /* most are not: these are the cheap ones */
        comparison.refusal = REFUSED_NOT;
        comparison.range = range_of(there, aligner.first, aligner.last);
        judge(&aligner, &comparison);
        comparison.same_letters =
            comparison.cost == 0 && text_equal(letters_of(&arena, given, 0, given->count),
                                               letters_of(&arena, there, aligner.first, aligner.last));
        if (!comparison.refusal && has_negation_beside(&aligner))
            comparison.refusal = REFUSED_NEGATION;
        else if (!comparison.refusal && range_leaves_quotation(there->text, comparison.range) &&
                 !range_leaves_quotation(given->text, range_of(given, 0, given->count)))
            comparison.refusal = REFUSED_MARKS;
    }
    arena_release(&arena);
    return comparison;
}
