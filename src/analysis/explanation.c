/*
 * What all candidates have in common decides nothing: of the first one those features are told that the second one has not, of the others those
 * that the first one has not, the heaviest first.
 */
#include "analysis/explanation.h"

#include "analysis/analysis.h"
#include "analysis/ranking/ranker.h"
#include "analysis/ranking/weights.h"
#include "base/lower_bound.h"

static bool has_feature(const SeenFeature *seen, size_t count, unsigned at)
{
    for (size_t i = 0; i < count; i++) {
        if (seen[i].at == at)
            return true;
    }
    return false;
}

static int size_of(int twentieths)
{
    return twentieths < 0 ? -twentieths : twentieths;
}

static Text value_names(Arena *arena, unsigned at)
{
    const char *names[FEATURE_DIMENSIONS];
    Text parts[2 * FEATURE_DIMENSIONS];
    size_t count = 0;

    (void)feature_at(at, names);
    for (int i = 0; i < FEATURE_DIMENSIONS; i++) {
        if (!names[i])
            continue;
        if (count)
            parts[count++] = TEXT(", ");
        parts[count++] = text_from(names[i]);
    }
    return arena_join(arena, parts, count);
}

/* Put a reason among the others, which lighter ones leave. */
static void add_reason(Arena *arena, ExplainedCandidate *explained, const SeenFeature *feature)
{
    int twentieths = 0 + ranker_weights[feature->at];
    size_t at = explained->reason_count;

    while (at > 0 && size_of(twentieths) > size_of(explained->reasons[at - 1].twentieths))
        at--;
    if (twentieths == 0 || at == REASONS_MOST)
        return;
    explained->reason_count += explained->reason_count < REASONS_MOST;
    for (size_t i = explained->reason_count - 1; i > at; i--)
        explained->reasons[i] = explained->reasons[i - 1];
    explained->reasons[at] =
        (Reason){ranker_feature_name(feature->feature), value_names(arena, feature->at), twentieths};
}

static ExplainedCandidate explain(Arena *arena, const Attribution *attribution, const Ranked *ranked,
                                  const Ranked *other)
{
    ExplainedCandidate explained = {
        .words = tokens_range(attribution->tokens, ranked->candidate->first, ranked->candidate->end),
        .probability = ranked->probability,
        .score = ranked->score};
    SeenFeature seen[FEATURE_COUNT], others[FEATURE_COUNT];
    size_t count = features_seen(&ranked->facts, seen);
    size_t other_count = other ? features_seen(&other->facts, others) : 0;

    for (size_t i = 0; i < count; i++) {
        if (!has_feature(others, other_count, seen[i].at))
            add_reason(arena, &explained, &seen[i]);
    }
    return explained;
}

/* The place of the candidate that comes next after those before; `count`: there is none. */
static size_t next_best(const Ranked *ranked, size_t count, const size_t *before, size_t before_count)
{
    size_t best = count;

    for (size_t i = 0; i < count; i++) {
        bool taken = false;

        for (size_t k = 0; k < before_count; k++)
            taken = taken || before[k] == i;
        if (!taken && (best == count || ranked[i].score > ranked[best].score))
            best = i;
    }
    return best;
}

static int watch(void *context, const Attribution *attribution, size_t span, const Ranked *ranked, size_t count,
                 int best)
{
    Explanation *explanation = context;
    ExplainedQuote quote = {.range = range_widen(attribution->tokens->spans.items[span].range)};
    size_t places[EXPLAINED_MOST];

    for (; quote.count < EXPLAINED_MOST && quote.count < count; quote.count++)
        places[quote.count] = next_best(ranked, count, places, quote.count);
    for (size_t i = 0; i < quote.count; i++) {
        const Ranked *other = i > 0 ? &ranked[places[0]] : quote.count > 1 ? &ranked[places[1]] : NULL;

        quote.candidates[i] = explain(explanation->arena, attribution, &ranked[places[i]], other);
    }
    ARRAY_PUSH(explanation->arena, explanation->quotes, quote);
    return best;
}

const Explanation *explanation_of(Arena *arena, const Analysis *analysis)
{
    Explanation *explanation = ARENA_NEW(arena, Explanation);
    const Ranking ranking = {.watch = watch, .context = explanation};
    Arena *scratch = arena_within(arena);
    Analysis *again = analysis_new(scratch, analysis->article, analysis->window);

    explanation->arena = arena;
    analysis_rank_by(again, &ranking);
    analysis_run(again);
    arena_release(scratch);
    return explanation;
}

const ExplainedQuote *explanation_find(const Explanation *explanation, const Quote *quote)
{
    const ExplainedQuote *quotes = explanation->quotes.items;
    size_t at;

    LOWER_BOUND(at, explanation->quotes.count, quotes[at].range.start < quote->range.start);
    return at < explanation->quotes.count && quotes[at].range.start == quote->range.start ? &quotes[at] : NULL;
}

Text reason_words(Arena *arena, const Reason *reason)
{
    enum { HUNDREDTHS_OF_TWENTIETH = 5, FULL = 100 };
    int hundredths = size_of(reason->twentieths) * HUNDREDTHS_OF_TWENTIETH;

    return arena_printf(arena, "%s%d.%02d %s: %.*s", reason->twentieths < 0 ? "-" : "+", hundredths / FULL,
                        hundredths % FULL, reason->name, TEXT_ARGS(reason->values));
}
