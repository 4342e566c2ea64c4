/*
 * What all candidates have in common decides nothing: an aspect of one weighs as much as the weights of its features are more or fewer than those of
 * another candidate, who is the second one for the first, and the first one for all others. So the aspects' weights are together what one is ahead.
 */
#include "analysis/explanation.h"

#include "analysis/analysis.h"
#include "analysis/ranking/cue_facts.h"
#include "analysis/ranking/probability.h"
#include "analysis/ranking/ranker.h"
#include "analysis/ranking/weights.h"
#include "analysis/reasons.h"
#include "base/lower_bound.h"

static int size_of(int twentieths)
{
    return twentieths < 0 ? -twentieths : twentieths;
}

/* Add the weights of a candidate's features to those of their aspects, `sign` times. */
static void weigh(const Facts *facts, int sign, int weights[ASPECT_COUNT])
{
    SeenFeature seen[FEATURE_COUNT];
    size_t count = features_seen(facts, seen);

    for (size_t i = 0; i < count; i++)
        weights[ranker_feature_aspect(seen[i].feature)] += sign * ranker_weights[seen[i].at];
}

/* Put a reason among the others, which lighter ones leave. */
static void add_reason(ExplainedSpeaker *speaker, Reason reason)
{
    size_t at = speaker->reason_count;

    while (at > 0 && size_of(reason.twentieths) > size_of(speaker->reasons[at - 1].twentieths))
        at--;
    if (at == REASONS_MOST)
        return;
    speaker->reason_count += speaker->reason_count < REASONS_MOST;
    for (size_t i = speaker->reason_count - 1; i > at; i--)
        speaker->reasons[i] = speaker->reasons[i - 1];
    speaker->reasons[at] = reason;
}

static Text quoted(Arena *arena, Text words)
{
    enum { SHORT = 40 };

    return arena_join(arena, (const Text[]){TEXT("“"), arena_shortened(arena, words, SHORT), TEXT("”")}, 3);
}

/* {who} and {verb} of the words. */
static Text words_of_reason(Arena *arena, const Attribution *attribution, const Quotation *quotation,
                            const Ranked *ranked, const char *words)
{
    Facts facts = ranked->facts;
    const TextCue *cue = cue_facts_find(attribution, quotation, ranked->candidate, &facts);
    Range who = tokens_range(attribution->tokens, ranked->candidate->first, ranked->candidate->end);
    bool named = ranked->candidate->kind == SUBJECT_NAME;

    return reason_fill(arena, words,
                       named ? TEXT("the name") : quoted(arena, text_slice(attribution->tokens->article->text, who)),
                       cue ? tokens_text(attribution->tokens, cue->token) : (Text){0});
}

static ExplainedSpeaker explain(Arena *arena, const Attribution *attribution, const Quotation *quotation,
                                const Ranked *ranked, const Ranked *other)
{
    enum { LEAST = 4 /* twentieths; less decides nothing */ };
    ExplainedSpeaker speaker = {.words =
                                    tokens_range(attribution->tokens, ranked->candidate->first, ranked->candidate->end),
                                .score = ranked->score};
    int weights[ASPECT_COUNT] = {0};

    weigh(&ranked->facts, +1, weights);
    if (other)
        weigh(&other->facts, -1, weights);
    for (Aspect aspect = 0; aspect < ASPECT_COUNT; aspect++) {
        const char *words =
            size_of(weights[aspect]) < LEAST ? NULL : reason_words(aspect, &ranked->facts, weights[aspect] > 0);

        if (words)
            add_reason(&speaker,
                       (Reason){words_of_reason(arena, attribution, quotation, ranked, words), weights[aspect]});
    }
    return speaker;
}

/* The place of the candidate that comes next after those before, and is none of them; `count`: there is none. */
static size_t next_best(const Ranked *ranked, size_t count, const size_t *before, size_t before_count)
{
    size_t best = count;

    for (size_t i = 0; i < count; i++) {
        bool taken = false;

        for (size_t k = 0; k < before_count; k++)
            taken = taken || candidate_is_same_person(ranked[before[k]].candidate, ranked[i].candidate);
        if (!taken && (best == count || ranked[i].score > ranked[best].score))
            best = i;
    }
    return best;
}

static int watch(void *context, const Attribution *attribution, size_t span, const Ranked *ranked, size_t count,
                 int best)
{
    Explanation *explanation = context;
    Quotation quotation = quotation_of(attribution, span, &explanation->cue);
    ExplainedQuote quote = {.range = range_widen(attribution->tokens->spans.items[span].range), .count = 1};
    size_t places[COMPARED_MOST] = {(size_t)best};

    while (quote.count < COMPARED_MOST) {
        places[quote.count] = next_best(ranked, count, places, quote.count);
        if (places[quote.count] == count)
            break;
        quote.count++;
    }
    for (size_t i = 0; i < quote.count; i++) {
        const Ranked *other = i > 0 ? &ranked[places[0]] : quote.count > 1 ? &ranked[places[1]] : NULL;

        quote.speakers[i] = explain(explanation->arena, attribution, &quotation, &ranked[places[i]], other);
        quote.speakers[i].probability = probability_of_person(ranked, count, ranked[places[i]].candidate);
    }
    ARRAY_PUSH(explanation->arena, explanation->quotes, quote);
    return best;
}

/* ---- names ---- */

static bool says_it(const Quote *quote, size_t entity)
{
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        if (quote->source->speakers[i].entity == entity)
            return true;
    }
    return false;
}

/* The entity whose name some words are; NO_ENTITY: they are none, or more ("Aldous and her mate"). */
static size_t entity_at(const Analysis *analysis, Range words)
{
    size_t mention = analysis_mention_from(analysis, words.start);

    return mention < analysis->mentions.count && analysis->mentions.items[mention].range.start < words.end &&
                   analysis->mentions.items[mention].range.end >= words.end
               ? analysis->mentions.items[mention].entity
               : NO_ENTITY;
}

/* Give them names. Others who turn out to be the chosen one too ("she") are left out. */
static void name_speakers(Arena *arena, const Analysis *analysis, const Quote *quote, ExplainedQuote *explained)
{
    size_t kept = 0;

    for (size_t i = 0; i < explained->count && kept < EXPLAINED_MOST; i++) {
        ExplainedSpeaker speaker = explained->speakers[i];
        size_t entity = entity_at(analysis, speaker.words);

        if (i > 0 && entity != NO_ENTITY && says_it(quote, entity))
            continue;
        speaker.name = entity == NO_ENTITY ? quoted(arena, text_slice(analysis->article->text, speaker.words))
                                           : arena_copy(arena, analysis->entities.items[entity].name);
        explained->speakers[kept++] = speaker;
    }
    explained->count = kept;
}

const Explanation *explanation_of(Arena *arena, const Analysis *analysis, Range window)
{
    Explanation *explanation = ARENA_NEW(arena, Explanation);
    const Ranking ranking = {.watch = watch, .context = explanation};
    Arena *scratch = arena_within(arena);
    Analysis *again = analysis_new(scratch, analysis->article, window);

    explanation->arena = arena;
    if (analysis->model)
        analysis_use_model(again, analysis->model);
    analysis_rank_by(again, &ranking);
    analysis_run(again);
    for (size_t i = 0; i < explanation->quotes.count; i++) {
        ExplainedQuote *explained = &explanation->quotes.items[i];
        size_t quote = analysis_quote_from(again, explained->range.start);

        if (quote < again->quotes.count)
            name_speakers(arena, again, &again->quotes.items[quote], explained);
    }
    arena_release(scratch);
    return explanation;
}

const ExplainedQuote *explanation_find(const Explanation *explanation, const Quote *quote)
{
    const ExplainedQuote *items = explanation->quotes.items;
    size_t count = explanation->quotes.count, at;

    LOWER_BOUND(at, count, items[at].range.start < quote->range.start);
    return at < count && items[at].range.start == quote->range.start ? &items[at] : NULL;
}

/* What is analysed again: all of it, or of a long text what is around the quotation. */
static Range window_around(const Analysis *analysis, Range quote)
{
    enum { WHOLE_BYTES = 256 * 1024, AROUND_BYTES = 32 * 1024 };
    Range window = analysis->window;

    if (window.end - window.start <= WHOLE_BYTES)
        return window;
    if (quote.start > AROUND_BYTES && quote.start - AROUND_BYTES > window.start)
        window.start = quote.start - AROUND_BYTES;
    if (quote.end + AROUND_BYTES < window.end)
        window.end = quote.end + AROUND_BYTES;
    return window;
}

const ExplainedQuote *explanation_of_quote(Arena *arena, const Analysis *analysis, const Quote *quote)
{
    if (quote->given || !quote_is_speech(quote) || quote->type == QUOTE_INDIRECT)
        return NULL;
    return explanation_find(explanation_of(arena, analysis, window_around(analysis, range_widen(quote->range))), quote);
}

Text explanation_line(Arena *arena, const Reason *reason)
{
    enum { HUNDREDTHS_OF_TWENTIETH = 5, FULL = 100 };
    int hundredths = size_of(reason->twentieths) * HUNDREDTHS_OF_TWENTIETH;

    return arena_printf(arena, "%s%d.%02d %.*s", reason->twentieths < 0 ? "-" : "+", hundredths / FULL,
                        hundredths % FULL, TEXT_ARGS(reason->words));
}
