/*
 * make ranker: the weights by which it is told who said what (src/analysis/ranking/weights.def), and what they are worth.
 *
 * usage: tests/eval/ranker_train --model=FILE [--out=FILE] [--source=WORDS] [--src=PREFIX] [--beside=PREFIX] FILE.jsonl|FOLDER…
 *
 * The documents are parted into folds; each is decided by weights that were learned from the others, and the figures are those of all folds
 * together, which is cross-validation. Then the weights are learned from all of them. --src: of a file with sources, the documents to learn
 * from; --beside: those whose figures are printed beside it. Texts that come with the project, which are few, count MARKED_TIMES.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ranking/probability.h"
#include "base/unicode/unicode.h"
#include "eval/documents.h"
#include "eval/figures.h"
#include "eval/model_file.h"
#include "eval/ranker_gold.h"
#include "formats/text/plain_text.h"
#include "train/ranker_learn.h"
#include "train/ranker_weights.h"

enum { FOLDS = 4, MOST_PATHS = 8, MOST_WEIGHTS = 240, MARKED_TIMES = 5 };

typedef struct Training {
    Arena arena;
    Documents documents;
    TagModel model;
    RankerSamples samples;
    Calibration calibration[CALIBRATION_STEPS];
    size_t right, decided; /* choices by words */
    Documents beside;      /* not learned from */
} Training;

typedef struct Watched {
    Training *training;
    const GoldDocument *gold;
    unsigned fold;
    bool sampled; /* the candidates are learned from */
    bool taught;  /* the right one is taken, whatever the weights say */
} Watched;

/* A text that comes with the project. */
static bool is_marked(const GoldDocument *gold)
{
    return text_equal(gold->source, TEXT("marked")) || text_equal(gold->source, TEXT("corpus"));
}

/* Documents come in an order of their own: neighbours are often of one kind. */
static unsigned fold_of(size_t document)
{
    return (unsigned)((document * 2654435761u >> 7) % FOLDS);
}

/* ---- looking on ---- */

static void add_row(Training *training, const Ranked *ranked, bool right)
{
    RankerRow row = {(uint32_t)training->samples.features.count, right};
    SeenFeature seen[FEATURE_COUNT];
    size_t count = features_seen(&ranked->facts, seen);

    for (size_t i = 0; i < count; i++) {
        uint16_t at = (uint16_t)seen[i].at;

        ARRAY_PUSH(&training->arena, training->samples.features, at);
    }
    ARRAY_PUSH(&training->arena, training->samples.rows, row);
}

/* Rows of those that are right and of those that are wrong; what may be right, where others surely are, is neither. */
static void add_group(Watched *watched, const Ranked *ranked, size_t count, const int *grades, int most)
{
    RankerGroup group = {.first = (uint32_t)watched->training->samples.rows.count,
                         .fold = watched->fold,
                         .times = is_marked(watched->gold) ? MARKED_TIMES : 1};

    for (size_t i = 0; i < count; i++) {
        if (grades[i] == 0 || grades[i] == most)
            add_row(watched->training, &ranked[i], grades[i] > 0);
    }
    group.count = (uint32_t)watched->training->samples.rows.count - group.first;
    ARRAY_PUSH(&watched->training->arena, watched->training->samples.groups, group);
}

/* Of the right ones that with the highest score. */
static int best_right(const Ranked *ranked, size_t count, const int *grades, int most)
{
    int best = NOBODY_RANKED;

    for (size_t i = 0; i < count; i++) {
        if (grades[i] == most && (best < 0 || ranked[i].score > ranked[best].score))
            best = (int)i;
    }
    return best;
}

static int watch(void *context, const Attribution *attribution, size_t span, const Ranked *ranked, size_t count,
                 int best)
{
    Watched *watched = context;
    const GoldQuote *quote = gold_quote_of(watched->gold, attribution, span);
    int grades[RANKED_MOST + 1], most = 0;
    Arena scratch = {0};

    for (size_t i = 0; i < count && quote; i++) {
        grades[i] = gold_grade(&scratch, attribution, quote, &ranked[i]);
        most = grades[i] > most ? grades[i] : most;
    }
    arena_release(&scratch);
    if (!quote)
        return best;
    if (watched->sampled && most > 0)
        add_group(watched, ranked, count, grades, most);
    if (!watched->sampled) {
        watched->training->decided++;
        watched->training->right += grades[best] > 0;
        calibration_add(watched->training->calibration, probability_of_person(ranked, count, ranked[best].candidate),
                        grades[best] > 0);
    }
    return watched->taught && most > 0 ? best_right(ranked, count, grades, most) : best;
}

static void analyse(Training *training, const GoldDocument *gold, const signed char *weights, Watched *watched,
                    Scores *scores)
{
    Arena scratch = {0};
    Analysis *analysis = analysis_new(&scratch, article_from_plain_text(&scratch, gold->text), (Range){0, SIZE_MAX});
    Ranking ranking = {weights, watch, watched, watched->sampled};

    watched->training = training;
    watched->gold = gold;
    analysis_use_model(analysis, &training->model);
    analysis_rank_by(analysis, &ranking);
    analysis_run(analysis);
    if (scores)
        scores_add(scores, gold, analysis, NULL);
    arena_release(&scratch);
}

/* ---- learning ---- */

static void sample(Training *training, const signed char *weights, bool taught)
{
    training->samples.features.count = training->samples.rows.count = training->samples.groups.count = 0;
    for (size_t i = 0; i < training->documents.count; i++)
        analyse(training, &training->documents.items[i], weights,
                &(Watched){.fold = fold_of(i), .sampled = true, .taught = taught}, NULL);
}

static void print_figures(const Training *training, const Scores *scores, const char *what)
{
    (void)printf("%s: %zu documents, %zu quotations, words of the speaker right: %.3f\n", what, scores->all.documents,
                 scores->all.gold, (double)training->right / (double)(training->decided ? training->decided : 1));
    for (FigureId figure = 0; figure < FIGURE_COUNT; figure++)
        (void)printf("%-42s %.4f\n", figure_name(figure), figure_value(figure, scores));
    (void)puts("confidence   right      of");
    for (size_t bin = 0; bin < CONFIDENCE_BINS; bin++) {
        if (scores->all.bins[bin].all)
            (void)printf(".%zu0 to .%zu9   .%03.0f   %6zu\n", bin, bin, share(scores->all.bins[bin]) * 1000,
                         scores->all.bins[bin].all);
    }
    (void)fflush(stdout);
}

/* End-to-end F1 of what is not learned from. */
static double cross_validate(Training *training)
{
    static signed char weights[WEIGHT_COUNT];
    Scores scores, marked;

    scores_init(&scores);
    scores_init(&marked);
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        ranker_learn(&training->arena, &training->samples, fold, MOST_WEIGHTS, weights);
        for (size_t i = 0; i < training->documents.count; i++) {
            if (fold_of(i) == fold)
                analyse(training, &training->documents.items[i], weights, &(Watched){.sampled = false},
                        is_marked(&training->documents.items[i]) ? &marked : &scores);
        }
    }
    if (scores.all.documents)
        print_figures(training, &scores, "cross-validation");
    if (marked.all.documents)
        print_figures(training, &marked, "cross-validation, texts of the project");
    return figure_value(FIGURE_END_TO_END, scores.all.documents ? &scores : &marked);
}

/* What was read often while the rules were made, beside what was not. */
static void print_beside(Training *training, const signed char *weights, double unseen)
{
    Scores scores;

    scores_init(&scores);
    for (size_t i = 0; i < training->beside.count; i++)
        analyse(training, &training->beside.items[i], weights, &(Watched){.sampled = false}, &scores);
    if (training->beside.count)
        (void)printf(
            "beside it, by these weights: %zu documents, %s %.4f; the difference to cross-validation is %+.4f\n",
            scores.all.documents, figure_name(FIGURE_END_TO_END), figure_value(FIGURE_END_TO_END, &scores),
            figure_value(FIGURE_END_TO_END, &scores) - unseen);
}

/* First the right choices are those before each quotation, then those that the weights of this make, and of that; at the beginning all weights
 * are 0, so that nothing depends on those of the file that is made. */
static void train(Training *training, signed char weights[WEIGHT_COUNT])
{
    double unseen;

    memset(weights, 0, WEIGHT_COUNT);
    sample(training, weights, true);
    (void)printf("%zu quotations, %zu candidates\n", training->samples.groups.count, training->samples.rows.count);
    ranker_learn(&training->arena, &training->samples, EVERY_GROUP, MOST_WEIGHTS, weights);
    sample(training, weights, false);
    unseen = cross_validate(training);
    ranker_learn(&training->arena, &training->samples, EVERY_GROUP, MOST_WEIGHTS, weights);
    print_beside(training, weights, unseen);
}

/* ---- the program ---- */

typedef struct Wishes {
    const char *model, *out, *words;
    Text source, beside;
    const char *paths[MOST_PATHS];
    size_t path_count;
} Wishes;

static void read_argument(Wishes *wishes, const char *argument)
{
    if (strncmp(argument, "--model=", 8) == 0)
        wishes->model = argument + 8;
    else if (strncmp(argument, "--out=", 6) == 0)
        wishes->out = argument + 6;
    else if (strncmp(argument, "--source=", 9) == 0)
        wishes->words = argument + 9;
    else if (strncmp(argument, "--src=", 6) == 0)
        wishes->source = text_from(argument + 6);
    else if (strncmp(argument, "--beside=", 9) == 0)
        wishes->beside = text_from(argument + 9);
    else if (wishes->path_count < MOST_PATHS)
        wishes->paths[wishes->path_count++] = argument;
}

/* Of a file with sources, those that are asked for; marked texts have none. */
static bool read_documents(Training *training, const Wishes *wishes)
{
    Documents read = {0};

    for (size_t i = 0; i < wishes->path_count; i++) {
        if (!documents_read(&training->arena, wishes->paths[i], MARKED_QUOTATIONS, &read))
            return false;
    }
    for (size_t i = 0; i < read.count; i++) {
        if (is_marked(&read.items[i]) || text_starts_with(read.items[i].source, wishes->source))
            ARRAY_PUSH(&training->arena, training->documents, read.items[i]);
        else if (wishes->beside.size && text_starts_with(read.items[i].source, wishes->beside))
            ARRAY_PUSH(&training->arena, training->beside, read.items[i]);
    }
    return training->documents.count > 0;
}

static int write_weights(const Training *training, const Wishes *wishes, const signed char weights[WEIGHT_COUNT])
{
    FILE *out = fopen(wishes->out, "w");

    if (!out) {
        (void)fprintf(stderr, "%s: %s\n", wishes->out, strerror(errno));
        return 1;
    }
    ranker_weights_write(out, wishes->words, weights, training->calibration);
    return fclose(out) == 0 ? 0 : 1;
}

int main(int argc, char **argv)
{
    static signed char weights[WEIGHT_COUNT];
    Training training = {.right = 0};
    Wishes wishes = {.words = "the marked texts of the project"};

    (void)unicode_init("C.UTF-8");
    for (int i = 1; i < argc; i++)
        read_argument(&wishes, argv[i]);
    if (!wishes.model || !model_file_read(&training.arena, wishes.model, &training.model) ||
        !read_documents(&training, &wishes)) {
        (void)fputs("usage: ranker_train --model=FILE [--out=FILE] [--source=WORDS] [--src=PREFIX] [--beside=PREFIX] "
                    "FILE.jsonl|FOLDER…\n",
                    stderr);
        return 2;
    }
    calibration_begin(training.calibration);
    train(&training, weights);
    arena_release(&training.arena);
    return wishes.out ? write_weights(&training, &wishes, weights) : 0;
}
