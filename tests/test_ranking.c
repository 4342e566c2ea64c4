/*
 * The ranker's tables (the file of weights says in words what its numbers mean, and is no larger than a reader can read), its probabilities, and
 * why it chose.
 */
#include <string.h>

#include "analysis/analysis.h"
#include "analysis/explanation.h"
#include "analysis/ranking/weights.h"
#include "base/unicode/unicode.h"
#include "formats/text/plain_text.h"
#include "tap.h"

enum { WEIGHTS_MOST = 250 };

typedef struct Row {
    unsigned at;
    int weight;
    const char *words;
} Row;

static const Row rows[] = {
#define WEIGHT(ID, at, weight, words) {BASE_##ID + (at), weight, words},
#include "analysis/ranking/weights.def"
#undef WEIGHT
};

/* Do the words of a row name the values that stand there? */
static bool is_named(const Row *row)
{
    const char *values[FEATURE_DIMENSIONS], *words = row->words;

    (void)feature_at(row->at, values);
    for (int i = 0; i < FEATURE_DIMENSIONS; i++) {
        size_t size = values[i] ? strlen(values[i]) : 0;

        if (!values[i])
            continue;
        if (strncmp(words, ", ", 2) == 0)
            words += 2;
        if (strncmp(words, values[i], size) != 0)
            return false;
        words += size;
    }
    return *words == '\0';
}

static void test_weights(void)
{
    ok(COUNT_OF(rows) <= WEIGHTS_MOST, "%zu weights, at most %d", COUNT_OF(rows), WEIGHTS_MOST);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (!is_named(&rows[i]) || ranker_weights[rows[i].at] != rows[i].weight)
            ok(false, "row %zu says what it means: %s", i, rows[i].words);
    }
    ok(true, "the rows were looked at");
    for (FeatureId id = 0; id < FEATURE_COUNT; id++) {
        if (!strchr(ranker_feature_example(id), '['))
            ok(false, "%s has an example with its candidate", ranker_feature_name(id));
    }
}

static void test_probabilities(void)
{
    bool rises = true;

    for (unsigned probability = 1; probability <= 1000; probability++)
        rises = rises && ranker_percent_right(probability) >= ranker_percent_right(probability - 1);
    ok(rises, "what is likelier is right more often");
}

static void test_explanation(void)
{
    Arena arena = {0};
    Text text = TEXT("Mayor Ines Farrow met Tom Brekke and Dana Liss. “We will appeal.” Brekke left.\n");
    Analysis *analysis = analysis_new(&arena, article_from_plain_text(&arena, text), (Range){0, SIZE_MAX});
    const ExplainedQuote *quote;

    analysis_run(analysis);
    quote = explanation_find(explanation_of(&arena, analysis), &analysis->quotes.items[0]);
    ok(quote && quote->count == EXPLAINED_MOST, "three candidates are told");
    if (quote) {
        Text first = text_slice(analysis->article->text, quote->candidates[0].words);

        ok(text_equal(first, TEXT("Ines Farrow")), "the first is who said it: %.*s", TEXT_ARGS(first));
        ok(quote->candidates[0].probability > quote->candidates[1].probability, "it is the likeliest");
        ok(quote->candidates[0].reason_count > 0, "there are reasons");
    }
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_weights();
    test_probabilities();
    test_explanation();
    return tap_done();
}
