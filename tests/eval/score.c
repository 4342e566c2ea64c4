/* Spans are matched one to one, the pairs that overlap most (intersection over union, at least a half) first.
 */
#include "eval/score.h"

#include <stdlib.h>

#include "eval/names_match.h"

enum { HALF = 500, WHOLE = 1000 };

/* ---- spans ---- */

static bool is_mark(uint32_t code_point)
{
    return code_point == '"' || code_point == '\'' || code_point == '`' || code_point == 0xAB || code_point == 0xBB ||
           (code_point >= 0x2018 && code_point <= 0x201F);
}

static bool is_cut(uint32_t code_point)
{
    return is_mark(code_point) || code_point <= ' ' || code_point == 0xA0;
}

static Range trim(Text text, Range range)
{
    size_t size;

    while (range.start < range.end && is_cut(utf8_decode(text, range.start, &size)))
        range.start += size;
    while (range.end > range.start) {
        size_t before = utf8_previous(text, range.end);

        if (!is_cut(utf8_decode(text, before, &size)))
            break;
        range.end = before;
    }
    return range;
}

static size_t shared_bytes(Range a, Range b)
{
    size_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;

    return end > start ? end - start : 0;
}

/* Intersection over union in thousandths. */
static size_t overlap(Range a, Range b)
{
    size_t both = shared_bytes(a, b);

    return both ? both * WHOLE / (range_size(a) + range_size(b) - both) : 0;
}

typedef struct Predicted {
    Range range; /* trimmed */
    const Quote *quote;
    int gold; /* index, or -1 */
} Predicted;

typedef struct Expected {
    Range range;
    const GoldQuote *quote;
    int predicted; /* index, or -1 */
} Expected;

typedef struct Pair {
    size_t overlap;
    int expected, predicted;
} Pair;

typedef struct Work {
    Arena scratch;
    const GoldDocument *gold;
    const Analysis *analysis;
    ARRAY(Predicted) predicted;
    ARRAY(Expected) expected;
    ARRAY(Range) ignored;
    ARRAY(Pair) pairs;
} Work;

/* As the annotation counts: in bytes of the text that was given. */
static Range source_range(const Work *work, ShortRange range)
{
    return offset_map_range(&work->analysis->article->source, range_widen(range));
}

static bool is_indirect(Text type)
{
    return text_equal(type, TEXT("indirect"));
}

static void collect_expected(Work *work, Text type)
{
    for (size_t i = 0; i < work->gold->ignored.count; i++)
        ARRAY_PUSH(&work->scratch, work->ignored, work->gold->ignored.items[i]);
    for (size_t i = 0; i < work->gold->quotes.count; i++) {
        const GoldQuote *quote = &work->gold->quotes.items[i];
        Expected expected = {trim(work->gold->text, quote->range), quote, -1};

        if (is_indirect(quote->type) != is_indirect(type))
            continue; /* the words of reporters are counted by themselves */
        if (type.size && !text_equal(type, quote->type))
            ARRAY_PUSH(&work->scratch, work->ignored, quote->range);
        else
            ARRAY_PUSH(&work->scratch, work->expected, expected);
    }
}

static void collect_predicted(Work *work, Text type)
{
    for (size_t i = 0; i < work->analysis->quotes.count; i++) {
        const Quote *quote = &work->analysis->quotes.items[i];
        Predicted predicted = {trim(work->gold->text, source_range(work, quote->range)), quote, -1};

        if (is_indirect(type) ? quote->type != QUOTE_INDIRECT
                              : !quote_is_listed(quote) || quote->type == QUOTE_INDIRECT || quote->type == QUOTE_TURN)
            continue; /* what is marked as said has quotation marks */
        if (!range_is_empty(predicted.range))
            ARRAY_PUSH(&work->scratch, work->predicted, predicted);
    }
}

static int compare_pairs(const void *left, const void *right)
{
    const Pair *a = left, *b = right;

    if (a->overlap != b->overlap)
        return a->overlap > b->overlap ? -1 : 1;
    return a->expected != b->expected ? a->expected - b->expected : a->predicted - b->predicted;
}

static void match(Work *work)
{
    for (size_t i = 0; i < work->expected.count; i++) {
        for (size_t j = 0; j < work->predicted.count; j++) {
            Pair pair = {overlap(work->expected.items[i].range, work->predicted.items[j].range), (int)i, (int)j};

            if (pair.overlap >= HALF)
                ARRAY_PUSH(&work->scratch, work->pairs, pair);
        }
    }
    if (work->pairs.count)
        qsort(work->pairs.items, work->pairs.count, sizeof *work->pairs.items, compare_pairs);
    for (size_t i = 0; i < work->pairs.count; i++) {
        Pair pair = work->pairs.items[i];

        if (work->expected.items[pair.expected].predicted >= 0 || work->predicted.items[pair.predicted].gold >= 0)
            continue;
        work->expected.items[pair.expected].predicted = pair.predicted;
        work->predicted.items[pair.predicted].gold = pair.expected;
    }
}

/* ---- speakers ---- */

static Text first_speaker(const Quote *quote)
{
    return quote->source->speaker_count ? quote->source->speakers[0].name : (Text){0};
}

static bool is_right(Work *work, const GoldQuote *gold, const Quote *quote, bool full)
{
    Text name = first_speaker(quote);
    Text mention = text_slice(work->gold->text, source_range(work, quote->source->mention));
    bool right = false;

    if (name.size == 0)
        return false;
    if (gold->names.count == 0)
        return phrases_overlap(&work->scratch, name, gold->speaker_text) ||
               phrases_overlap(&work->scratch, mention, gold->speaker_text);
    for (size_t i = 0; i < gold->names.count && !right; i++)
        right = full ? names_share_full(&work->scratch, name, gold->names.items[i])
                     : names_share_last(&work->scratch, name, gold->names.items[i]);
    return right;
}

static void add(Share *share, bool right)
{
    share->all++;
    share->right += right;
}

static void add_by_kind(Score *score, const GoldQuote *gold, bool right)
{
    if (text_equal(gold->speaker_type, TEXT("pronoun")))
        add(&score->pronoun, right);
    else if (text_equal(gold->speaker_type, TEXT("nominal")))
        add(&score->nominal, right);
    else
        add(&score->name, right);
}

static void add_to_bins(Score *score, const Quote *quote, bool right)
{
    size_t bin = quote->confidence * CONFIDENCE_BINS / 100;

    add(&score->bins[bin < CONFIDENCE_BINS ? bin : CONFIDENCE_BINS - 1], right);
}

/* ---- counting ---- */

typedef struct Telling {
    const GoldDocument *document;
    const ScoreVisitor *visitor;
} Telling;

static void tell(const Telling *telling, FailureKind kind, const GoldQuote *gold, const Quote *quote)
{
    Failure failure = {kind, telling->document, gold, quote};

    if (telling->visitor)
        telling->visitor->failure(telling->visitor->context, &failure);
}

static void count_predicted(Score *score, const Work *work, const Telling *telling)
{
    for (size_t i = 0; i < work->predicted.count; i++) {
        const Predicted *predicted = &work->predicted.items[i];
        bool ignored = false;

        for (size_t j = 0; j < work->ignored.count && predicted->gold < 0 && !ignored; j++)
            ignored = 2 * shared_bytes(work->ignored.items[j], predicted->range) >= range_size(predicted->range);
        if (ignored)
            continue;
        score->predicted++;
        if (predicted->gold < 0)
            tell(telling, FAILURE_SPURIOUS, NULL, predicted->quote);
        if (predicted->quote->source->speaker_count &&
            (predicted->gold < 0 || work->expected.items[predicted->gold].quote->attributed))
            score->named++;
    }
}

static void count_expected(Score *score, Work *work, const Telling *telling)
{
    for (size_t i = 0; i < work->expected.count; i++) {
        const Expected *expected = &work->expected.items[i];
        const Predicted *predicted = expected->predicted < 0 ? NULL : &work->predicted.items[expected->predicted];
        const GoldQuote *gold = expected->quote;
        bool right, full;

        score->gold++;
        score->found += predicted != NULL;
        score->exact +=
            predicted && predicted->range.start == expected->range.start && predicted->range.end == expected->range.end;
        if (!predicted)
            tell(telling, FAILURE_MISSED, gold, NULL);
        if (!gold->attributed || gold->speaker_text.size == 0)
            continue;
        right = predicted && is_right(work, gold, predicted->quote, false);
        add(&score->last, right);
        full = predicted && is_right(work, gold, predicted->quote, true);
        add(&score->full, full);
        add_by_kind(score, gold, right);
        if (!predicted)
            continue;
        if (predicted->quote->source->speaker_count) {
            add_to_bins(score, predicted->quote, right);
            if (telling->visitor)
                telling->visitor->decided(telling->visitor->context, gold, predicted->quote, right);
        }
        if (!right)
            tell(telling, predicted->quote->source->speaker_count ? FAILURE_WRONG : FAILURE_UNKNOWN, gold,
                 predicted->quote);
        else if (!full)
            tell(telling, FAILURE_LAST_NAME_ONLY, gold, predicted->quote);
    }
}

void score_document(Score *score, const GoldDocument *gold, const Analysis *analysis, const ScoreVisitor *visitor)
{
    Work work = {.gold = gold, .analysis = analysis};
    Telling telling = {gold, visitor};

    collect_expected(&work, score->type);
    collect_predicted(&work, score->type);
    match(&work);
    score->documents++;
    count_predicted(score, &work, &telling);
    count_expected(score, &work, &telling);
    arena_release(&work.scratch);
}

/* ---- figures ---- */

double share(Share part)
{
    return part.all ? (double)part.right / (double)part.all : 0;
}

static double f1(double precision, double recall)
{
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

double score_detection(const Score *score)
{
    return f1(share((Share){score->exact, score->predicted}), share((Share){score->exact, score->gold}));
}

double score_end_to_end(const Score *score)
{
    return f1(share((Share){score->last.right, score->named}), share(score->last));
}
