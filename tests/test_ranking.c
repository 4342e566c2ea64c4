/*
 * The ranker's tables (the file of weights says in words what its numbers mean, and is no larger than a reader can read), its probabilities, and
 * why it chose.
 */
#include <string.h>

#include "analysis/analysis.h"
#include "analysis/explanation.h"
#include "analysis/languages/reported.h"
#include "analysis/ranking/weights.h"
#include "analysis/reasons.h"
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
            ok(false, "feature %d has an example with its candidate", (int)id);
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
    quote = explanation_find(explanation_of(&arena, analysis, analysis->window), &analysis->quotes.items[0]);
    ok(quote && quote->count == EXPLAINED_MOST, "three speakers are told");
    if (quote) {
        Text first = text_slice(analysis->article->text, quote->speakers[0].words);

        ok(text_equal(first, TEXT("Ines Farrow")), "the first is who said it: %.*s", TEXT_ARGS(first));
        ok(quote->speakers[0].probability > quote->speakers[1].probability, "it is the likeliest");
        ok(quote->speakers[0].reason_count > 0, "there are reasons");
    }
    arena_release(&arena);
}

/* What is told of somebody, one reason after the other. */
static Text told(Arena *arena, const ExplainedSpeaker *speaker)
{
    TextBuffer text = {0};

    text_buffer_add(arena, &text, speaker->name);
    for (size_t i = 0; i < speaker->reason_count; i++) {
        text_buffer_add(arena, &text, speaker->reasons[i].twentieths < 0 ? TEXT(" -") : TEXT(" +"));
        text_buffer_add(arena, &text, speaker->reasons[i].words);
    }
    return text_buffer_text(&text);
}

static void test_words(void)
{
    static const struct {
        Text text, first, second; /* what the first and the second speaker are told by; empty: there is no second */
    } tries[] = {
        {LITERAL("Ines Farrow met Tom Brekke. “We will appeal,” said Farrow.\n"),
         LITERAL("the name and “said” adjoin the quotation"), LITERAL("")},
        {LITERAL("“We will appeal,” Ines Farrow said. “We will win.” Tom Brekke left.\n"),
         LITERAL("the name goes with “said” in the sentence before"), LITERAL("is not who spoke last")},
        {LITERAL("Ines Farrow was late. It rained. Tom Brekke spoke last. “We will appeal.”\n"),
         LITERAL("stands in the sentence before"), LITERAL("stands three sentences back")},
    };

    for (size_t i = 0; i < COUNT_OF(tries); i++) {
        Arena arena = {0};
        Analysis *analysis = analysis_new(&arena, article_from_plain_text(&arena, tries[i].text), (Range){0, SIZE_MAX});
        const Explanation *explanation = explanation_of(&arena, analysis, (Range){0, SIZE_MAX});
        size_t last = explanation->quotes.count;
        const ExplainedQuote *quote = last ? &explanation->quotes.items[last - 1] : NULL;
        Text first = quote ? told(&arena, &quote->speakers[0]) : (Text){0};
        Text second = quote && quote->count > 1 ? told(&arena, &quote->speakers[1]) : (Text){0};

        ok(text_find(first, tries[i].first, 0) != TEXT_NOT_FOUND, "%.*s", TEXT_ARGS(first));
        ok(tries[i].second.size ? text_find(second, tries[i].second, 0) != TEXT_NOT_FOUND : second.size == 0,
           "after it: %.*s", TEXT_ARGS(second));
        arena_release(&arena);
    }
}

/* A reason that weighs something is told in whole words: nothing of the table's own signs is left. */
static void test_reason_table(void)
{
    static const struct {
        const char *words;
        const char *filled;
    } fills[] = {
#define REASON(ASPECT, A, VALUE_A, B, VALUE_B, SIDE, words) {words, ""},
#include "analysis/reasons.def"
        {"{who} and “{verb}” adjoin", "the name and “said” adjoin"},
    };
    static const char *const rules[] = {
#define AID(ID, name, example)
#define RULE(ID, name, confidence, facts, example) name,
#include "analysis/attribution/rules.def"
#undef RULE
#define REPORT(ID, name, confidence, inferred, example) name,
        REPORT_RULES(REPORT)
#undef REPORT
    };
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(fills); i++) {
        Text filled = reason_fill(&arena, fills[i].words, TEXT("the name"), TEXT("said"));
        bool right = fills[i].filled[0] == '\0' || text_equal(filled, text_from(fills[i].filled));

        if (!right || text_find_byte(filled, '{', 0) != TEXT_NOT_FOUND || filled.size == 0)
            ok(false, "%s is filled: %.*s", fills[i].words, TEXT_ARGS(filled));
    }
    ok(true, "the reasons were filled");
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        if (text_equal(reason_of_rule(rules[i]), text_from(rules[i])))
            ok(false, "%s has words", rules[i]);
    }
    ok(text_equal(reason_of_rule("given"), TEXT("the article’s own file says so")), "a rule is told in words");
    ok(text_equal(reason_of_rule("no-such"), TEXT("no-such")), "one without words is told by its name");
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_weights();
    test_probabilities();
    test_explanation();
    test_words();
    test_reason_table();
    return tap_done();
}
