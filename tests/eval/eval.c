/*
 * make eval: quotations and their speakers against annotated articles (their forms: gold.h).
 *
 * usage: tests/eval/eval [--model=FILE] [--src=PREFIX] [--part=N/M] [--errors=N] [--indirect-errors=N] [--marks=WAY] [--ablation] FILE.jsonl|FOLDER
 *
 * Prints the figures for all documents whose "src" begins with PREFIX, of which --part takes every Mth from
 * the Nth on (so that a part can stay unseen); how far a stated confidence can be trusted; what each rule
 * decided, and how often rightly; what is found where the same texts have other quotation marks; examples of what goes wrong; the speed; and
 * with --ablation what is lost without each rule. With --marks=WAY all figures are of the texts with those marks (WAY: other_marks.c).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/unicode/unicode.h"
#include "eval/documents.h"
#include "eval/figures.h"
#include "eval/model_file.h"
#include "eval/other_marks.h"
#include "formats/text/plain_text.h"

enum { RULES_MOST = 64, TEXT_SHOWN = 70, FAILURE_KINDS = FAILURE_LAST_NAME_ONLY + 1 };

typedef struct Evaluation {
    Arena arena; /* the documents */
    ARRAY(GoldDocument) documents;
    size_t bytes;
    Scores scores;
    size_t failures[FAILURE_KINDS];
    size_t errors_wanted, indirect_errors_wanted; /* to be shown yet */
    bool indirect;                                /* the errors shown are those of indirect speech */
    const MarkWay *marks;                         /* with which the texts are written; NULL: as they are */
    size_t part, parts;                           /* every `parts`th document, from `part` on */
    Share rules[RULES_MOST];                      /* by the rule that decided */
    TagModel model;
    bool has_model; /* that finds names; what is said and by whom must not depend on it */
} Evaluation;

/* ---- reading ---- */

/* Of what is read, the documents that are asked for. */
static bool read_documents(Evaluation *evaluation, const char *path, Text source)
{
    Documents read = {0};
    size_t of_source = 0;

    if (!documents_read(&evaluation->arena, path, MARKED_QUOTATIONS, &read))
        return false;
    for (size_t i = 0; i < read.count; i++) {
        const GoldDocument *document = &read.items[i];

        if (!text_starts_with(document->source, source) || of_source++ % evaluation->parts != evaluation->part)
            continue;
        if (evaluation->marks && !has_double_marks_only(document->text))
            continue;
        evaluation->bytes += document->text.size;
        ARRAY_PUSH(&evaluation->arena, evaluation->documents,
                   evaluation->marks ? with_other_marks(&evaluation->arena, document, evaluation->marks) : *document);
    }
    return true;
}

/* ---- scoring ---- */

static void print_failure(const Failure *failure)
{
    static const char *const names[FAILURE_KINDS] = {"missed", "spurious", "unknown", "wrong", "last-name-only"};
    Range range = failure->gold ? failure->gold->range : range_widen(failure->predicted->range);
    Text text = text_slice(failure->document->text, range);
    Text speaker = failure->predicted && failure->predicted->source->speaker_count
                       ? failure->predicted->source->speakers[0].name
                       : (Text){0};
    Text gold = failure->gold && failure->gold->names.count ? failure->gold->names.items[0] : (Text){0};

    text.size = text.size < TEXT_SHOWN ? text.size : TEXT_SHOWN;
    (void)printf("%s\t%s\t%.*s\t%.*s\t%.*s (%.*s)\t%.*s\n", names[failure->kind],
                 failure->predicted ? failure->predicted->source->rule : "-", TEXT_ARGS(failure->document->id),
                 TEXT_ARGS(speaker), TEXT_ARGS(gold),
                 TEXT_ARGS(failure->gold ? failure->gold->speaker_text : (Text){0}), TEXT_ARGS(text));
}

static void show_failure(void *context, const Failure *failure)
{
    Evaluation *evaluation = context;

    evaluation->failures[failure->kind]++;
    if (evaluation->errors_wanted == 0)
        return;
    evaluation->errors_wanted--;
    print_failure(failure);
}

static void show_indirect_failure(void *context, const Failure *failure)
{
    Evaluation *evaluation = context;

    if (evaluation->indirect_errors_wanted == 0)
        return;
    evaluation->indirect_errors_wanted--;
    print_failure(failure);
}

static void count_nothing(void *context, const GoldQuote *gold, const Quote *quote, bool right)
{
    (void)context;
    (void)gold;
    (void)quote;
    (void)right;
}

/* How often each rule decided, and how often rightly. */
static void count_rule(void *context, const GoldQuote *gold, const Quote *quote, bool right)
{
    Evaluation *evaluation = context;

    (void)gold;
    for (size_t rule = 0; rule < analysis_part_count(SPEAKER_RULES); rule++) {
        if (strcmp(analysis_part_name(SPEAKER_RULES, rule), quote->source->rule) == 0) {
            evaluation->rules[rule].all++;
            evaluation->rules[rule].right += right;
        }
    }
}

#define ALL_RULES SIZE_MAX

static Analysis *analyse(Arena *arena, const Evaluation *evaluation, const GoldDocument *document, size_t left_out)
{
    Analysis *analysis = analysis_new(arena, article_from_plain_text(arena, document->text), (Range){0, SIZE_MAX});

    if (left_out != ALL_RULES)
        analysis_leave_out(analysis, SPEAKER_RULES, left_out);
    if (evaluation->has_model)
        analysis_use_model(analysis, &evaluation->model);
    analysis_run(analysis);
    return analysis;
}

static void score_all(Evaluation *evaluation)
{
    const ScoreVisitor visitor = {.failure = show_failure, .decided = count_rule, .context = evaluation},
                       indirect = {.failure = show_indirect_failure, .decided = count_nothing, .context = evaluation};

    evaluation->scores.indirect_visitor = &indirect;
    for (size_t i = 0; i < evaluation->documents.count; i++) {
        const GoldDocument *document = &evaluation->documents.items[i];
        Arena arena = {0};
        Analysis *analysis = analyse(&arena, evaluation, document, ALL_RULES);

        scores_add(&evaluation->scores, document, analysis, &visitor);
        arena_release(&arena);
    }
    evaluation->scores.indirect_visitor = NULL;
}

/* ---- printing ---- */

static void print_figures(const Evaluation *evaluation)
{
    static const double goals[FIGURE_COUNT] = {
        [FIGURE_DETECTION] = .980, [FIGURE_END_TO_END] = .900, [FIGURE_DIRECT] = .940,
        [FIGURE_PRONOUN] = .900,   [FIGURE_NOMINAL] = .800,    [FIGURE_FULL] = .880,
    };
    const Score *all = &evaluation->scores.all;

    (void)printf("%zu documents, %zu quotations, %zu found in the text\n\n", all->documents, all->gold, all->predicted);
    for (FigureId figure = 0; figure < FIGURE_COUNT; figure++) {
        double value = figure_value(figure, &evaluation->scores);

        (void)printf("%-42s %.3f   goal %.3f   %s\n", figure_name(figure), value, goals[figure],
                     value + 0.0005 >= goals[figure] ? "reached" : "-");
    }
    (void)printf("\nfailures: %zu missed, %zu spurious, %zu without a speaker, %zu with a wrong one\n",
                 evaluation->failures[FAILURE_MISSED], evaluation->failures[FAILURE_SPURIOUS],
                 evaluation->failures[FAILURE_UNKNOWN], evaluation->failures[FAILURE_WRONG]);
}

/* Clauses of indirect speech, where they are annotated: one is found when it has at least half in common. */
static void print_indirect(const Score *score)
{
    if (score->gold == 0)
        return;
    (void)printf("\nindirect speech: %zu clauses, %zu found in the text\n"
                 "clause: precision %.3f, recall %.3f, the same to the byte %.3f of those found; clause and speaker "
                 "right: %.3f\n",
                 score->gold, score->predicted, share((Share){score->found, score->predicted}),
                 share((Share){score->found, score->gold}), share((Share){score->exact, score->found}),
                 share((Share){score->last.right, score->predicted}));
}

static void print_calibration(const Score *score)
{
    (void)puts("\nconfidence   right      of");
    for (size_t bin = 0; bin < CONFIDENCE_BINS; bin++) {
        if (score->bins[bin].all)
            (void)printf(".%zu0 to .%zu9   .%03.0f   %6zu\n", bin, bin, share(score->bins[bin]) * 1000,
                         score->bins[bin].all);
    }
}

static void print_rules(const Evaluation *evaluation)
{
    (void)puts("\nrule                     decided   right   stated");
    for (size_t rule = 0; rule < analysis_part_count(SPEAKER_RULES); rule++) {
        if (evaluation->rules[rule].all)
            (void)printf("%-22s %9zu    %.2f      %.2f\n", analysis_part_name(SPEAKER_RULES, rule),
                         evaluation->rules[rule].all, share(evaluation->rules[rule]),
                         analysis_rule_confidence(rule) / 100.0);
    }
}

/* Points of end-to-end F1 that are lost without each rule. */
static void print_ablation(const Evaluation *evaluation)
{
    (void)puts("\nwithout                end-to-end F1, lost points");
    for (size_t rule = 0; rule < analysis_part_count(SPEAKER_RULES); rule++) {
        Score score = {0};

        for (size_t i = 0; i < evaluation->documents.count; i++) {
            Arena arena = {0};

            score_document(&score, &evaluation->documents.items[i],
                           analyse(&arena, evaluation, &evaluation->documents.items[i], rule), NULL);
            arena_release(&arena);
        }
        (void)printf("%-22s %5.1f\n", analysis_part_name(SPEAKER_RULES, rule),
                     100 * (score_end_to_end(&evaluation->scores.all) - score_end_to_end(&score)));
    }
}

/* The same figures for the texts that have double marks only, with these and with others. */
static void print_marks(const Evaluation *evaluation)
{
    (void)puts("\nquotation marks      documents   detection   end-to-end");
    for (size_t way = 0; way < mark_way_count; way++) {
        Score score = {0};

        for (size_t i = 0; i < evaluation->documents.count; i++) {
            Arena arena = {0};
            GoldDocument document;

            if (has_double_marks_only(evaluation->documents.items[i].text)) {
                document = with_other_marks(&arena, &evaluation->documents.items[i], &mark_ways[way]);
                score_document(&score, &document, analyse(&arena, evaluation, &document, ALL_RULES), NULL);
            }
            arena_release(&arena);
        }
        (void)printf("%-20s %9zu       %.3f        %.3f\n", mark_ways[way].name, score.documents,
                     score_detection(&score), score_end_to_end(&score));
    }
}

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* The texts one after the other, again and again, up to `size` bytes. */
static Text one_text(Arena *arena, const Evaluation *evaluation, size_t size)
{
    char *bytes = arena_alloc(arena, size);
    size_t filled = 0;

    for (size_t i = 0; filled < size; i = (i + 1) % evaluation->documents.count) {
        Text text = evaluation->documents.items[i].text;

        for (size_t at = 0; at < text.size && filled < size; at++)
            bytes[filled++] = text.bytes[at];
    }
    return (Text){bytes, filled};
}

/* Once more over everything; and one document of all texts, of one and of four megabytes, to see that the time grows as the text does. */
static void print_speed(const Evaluation *evaluation)
{
    enum { ROUNDS = 5, MEGABYTE = 1000000 };
    double best = 0, growth[2];

    for (int round = 0; round < ROUNDS; round++) {
        Arena arena = {0};
        clock_t start = clock();
        double time;

        for (size_t i = 0; i < evaluation->documents.count; i++) {
            arena_reset(&arena);
            (void)analyse(&arena, evaluation, &evaluation->documents.items[i], ALL_RULES);
        }
        time = seconds_since(start);
        best = round == 0 || time < best ? time : best;
        arena_release(&arena);
    }
    for (int i = 0; i < 2; i++) {
        Arena arena = {0};
        GoldDocument document = {.text = one_text(&arena, evaluation, i ? 4 * MEGABYTE : MEGABYTE)};
        clock_t start = clock();

        (void)analyse(&arena, evaluation, &document, ALL_RULES);
        growth[i] = seconds_since(start);
        arena_release(&arena);
    }
    (void)printf("\n%.1f MB/s, text to speakers and entities %s, one core, best of %d; a text of 4 MB takes %.1f times "
                 "as long as one of 1 MB\n",
                 (double)evaluation->bytes / 1e6 / best, evaluation->has_model ? "by the model" : "by rules", ROUNDS,
                 growth[1] / growth[0]);
}

/* "0/4": the first of every four. */
static void read_part(Evaluation *evaluation, Text value)
{
    size_t slash = text_find_byte(value, '/', 0), part, parts;

    if (slash == TEXT_NOT_FOUND || !text_to_number(text_slice(value, (Range){0, slash}), 1000, &part) ||
        !text_to_number(text_slice(value, (Range){slash + 1, value.size}), 1000, &parts) || parts == 0)
        return;
    evaluation->part = part;
    evaluation->parts = parts;
}

typedef struct Wishes {
    const char *path, *model;
    Text source;
    bool ablation;
} Wishes;

static void read_argument(Evaluation *evaluation, Wishes *wishes, const char *argument)
{
    if (strncmp(argument, "--src=", 6) == 0)
        wishes->source = text_from(argument + 6);
    else if (strncmp(argument, "--errors=", 9) == 0)
        evaluation->errors_wanted = (size_t)strtoul(argument + 9, NULL, 10);
    else if (strncmp(argument, "--indirect-errors=", 18) == 0)
        evaluation->indirect_errors_wanted = (size_t)strtoul(argument + 18, NULL, 10);
    else if (strncmp(argument, "--part=", 7) == 0)
        read_part(evaluation, text_from(argument + 7));
    else if (strncmp(argument, "--model=", 8) == 0)
        wishes->model = argument + 8;
    else if (strncmp(argument, "--marks=", 8) == 0)
        evaluation->marks = mark_way_named(text_from(argument + 8));
    else if (strcmp(argument, "--ablation") == 0)
        wishes->ablation = true;
    else
        wishes->path = argument;
}

int main(int argc, char **argv)
{
    Evaluation evaluation = {.parts = 1};
    Wishes wishes = {0};

    (void)unicode_init("C.UTF-8");
    scores_init(&evaluation.scores);
    for (int i = 1; i < argc; i++)
        read_argument(&evaluation, &wishes, argv[i]);
    if (!wishes.path) {
        (void)fputs(
            "usage: eval [--model=FILE] [--src=PREFIX] [--part=N/M] [--errors=N] [--indirect-errors=N] [--marks=WAY] "
            "[--ablation] FILE.jsonl|FOLDER\n",
            stderr);
        return 2;
    }
    evaluation.has_model = wishes.model && model_file_read(&evaluation.arena, wishes.model, &evaluation.model);
    if ((wishes.model && !evaluation.has_model) || !read_documents(&evaluation, wishes.path, wishes.source))
        return 1;
    if (evaluation.documents.count == 0) {
        (void)fputs("eval: no documents are of that source and part\n", stderr);
        return 1;
    }
    score_all(&evaluation);
    print_figures(&evaluation);
    print_indirect(&evaluation.scores.indirect);
    print_calibration(&evaluation.scores.all);
    print_rules(&evaluation);
    if (wishes.ablation)
        print_ablation(&evaluation);
    print_marks(&evaluation);
    print_speed(&evaluation);
    evaluation.has_model = false;
    if (wishes.model)
        print_speed(&evaluation);
    arena_release(&evaluation.arena);
    return 0;
}
