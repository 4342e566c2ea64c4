/*
 * Makes the tables by which the article of a page is found: not installed, run by `make body-model`. The files are the same by every compiler.
 *
 *     body_train [--all] [--figures] [--draw=N] OUTPUT-FOLDER HTML_DATA
 *
 * Of the pages a third is kept, and measured by eval_html; --all learns of these too. What the tables are worth is told by cross-validation: all
 * pages of a site are judged by what was learned of other sites. --figures: that alone. --draw: which sites are in which fold; a difference that
 * is not there in several draws is none. First each block is judged by its features
 * (body_learn.c). What the others say of a fold's blocks is what trees then learn of (body_trees_learn.c), so that they see scores as
 * unknown pages have them.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "html/body/html_body.h"
#include "html/metadata/html_metadata.h"
#include "train/body_learn.h"
#include "train/pages/body_pages.h"
#include "train/body_trees_learn.h"
#include "train/feature_table.h"
#include "train/pages/page_figures.h"
#include "train/quality_learn.h"

enum {
    LEAST_PAGES = 5,  /* that have a feature, so that it is learned */
    ROWS_KEPT = 2000, /* of the table of weights */
    LEAST_GOLD = 2,   /* blocks of a page that is learned of */
    KEPT_FOLD = 100,
    UNUSED_FOLD = 200
};

/* Where what was learned finds less of the gold than that, the gold is not what the page shows: it is learned of no more. */
static const double least_agreement = 0.55;

typedef struct Training {
    Arena *arena;
    Text out, data;
    bool all, only_figures;
    size_t draw; /* of the folds; that of the tables is 1 */
    BodyPages pages;
    size_t *starts; /* of pages: the first of their blocks in all lists */
    size_t blocks;
    FeatureTable table;
    Examples examples;
    float *first, *second; /* scores */
    TreeExamples tree_examples;
    TreeNodes trees;
} Training;

static void read_pages(Training *training)
{
    BodyPages listed = {0};

    body_pages_list(training->arena, training->data, (unsigned)training->draw, &listed);
    for (size_t i = 0; i < listed.count; i++) {
        BodyPage page = listed.items[i];

        if (page.gold.size && body_page_read(training->arena, training->data, &page))
            ARRAY_PUSH(training->arena, training->pages, page);
    }
    training->starts = ARENA_ARRAY(training->arena, size_t, training->pages.count + 1);
    for (size_t i = 0; i < training->pages.count; i++) {
        /* The page moved as the list grew: what it is borrowed from is this one. */
        BodyPage *page = &training->pages.items[i];

        page->page.tree = &page->tree;
        page->facts.page = &page->page;
        training->starts[i] = training->blocks;
        training->blocks += page->page.blocks.count;
    }
}

static bool is_learned(const Training *training, const BodyPage *page)
{
    size_t gold = 0;

    for (size_t i = 0; i < page->page.blocks.count; i++)
        gold += page->labels[i];
    return gold >= LEAST_GOLD && (training->all || !page->is_kept);
}

static bool is_measured(const Training *training, const BodyPage *page)
{
    return training->all || !page->is_kept;
}

static unsigned char fold_of(const Training *training, const BodyPage *page)
{
    return page->is_kept && !training->all ? KEPT_FOLD : (unsigned char)page->fold;
}

/* ---- the first look ---- */

static void count_features(Training *training)
{
    Features *features = ARENA_NEW(training->arena, Features);

    for (size_t i = 0; i < training->pages.count; i++) {
        const BodyPage *page = &training->pages.items[i];

        for (size_t k = 0; is_learned(training, page) && k < page->page.blocks.count; k++) {
            body_features_of(&page->facts, &page->rules, k, features);
            for (size_t f = 0; f < features->count; f++)
                feature_table_count(training->arena, &training->table, &features->items[f], (uint32_t)i);
        }
    }
    for (size_t i = 0; i < training->table.rows.count; i++) {
        FeatureRow *row = &training->table.rows.items[i];

        row->number = row->pages >= LEAST_PAGES ? training->table.learned++ : NO_FEATURE;
    }
}

static Example example_of(Training *training, const BodyPage *page, size_t block, Features *features)
{
    Example example = {.label = page->labels[block], .fold = fold_of(training, page)};
    uint32_t *numbers;

    body_features_of(&page->facts, &page->rules, block, features);
    numbers = ARENA_ARRAY(training->arena, uint32_t, features->count + 1);
    for (size_t i = 0; i < features->count; i++) {
        const FeatureRow *row = feature_table_find(&training->table, &features->items[i]);

        if (row && row->number != NO_FEATURE)
            numbers[example.feature_count++] = row->number;
    }
    example.features = numbers;
    example.weight = is_learned(training, page) ? page->weights[block] : 0;
    return example;
}

static void make_examples(Training *training)
{
    Features *features = ARENA_NEW(training->arena, Features);

    training->examples.count = 0;
    for (size_t i = 0; i < training->pages.count; i++) {
        const BodyPage *page = &training->pages.items[i];

        for (size_t k = 0; k < page->page.blocks.count; k++) {
            Example example = example_of(training, page, k, features);

            ARRAY_PUSH(training->arena, training->examples, example);
        }
    }
}

static int compare_worth(const void *a, const void *b)
{
    const FeatureRow *const *first = a, *const *second = b;
    float one = (*first)->weight * (*first)->weight * (float)(*first)->pages;
    float other = (*second)->weight * (*second)->weight * (float)(*second)->pages;

    if (one > other || one < other)
        return one > other ? -1 : 1;
    return ((*first)->key > (*second)->key) - ((*first)->key < (*second)->key);
}

/* The rows with a number, the most telling ones first. */
static FeatureRow **learned_rows(Training *training)
{
    FeatureRow **rows = ARENA_ARRAY(training->arena, FeatureRow *, training->table.learned + 1);
    size_t count = 0;

    for (size_t i = 0; i < training->table.rows.count; i++) {
        if (training->table.rows.items[i].number != NO_FEATURE)
            rows[count++] = &training->table.rows.items[i];
    }
    return rows;
}

static void set_weights(Training *training, const float *weights)
{
    for (size_t i = 0; i < training->table.rows.count; i++) {
        FeatureRow *row = &training->table.rows.items[i];

        row->weight = row->number == NO_FEATURE ? 0 : weights[row->number];
    }
}

/* Learn of all features, and forget those that tell least. */
static void select_features(Training *training)
{
    FeatureRow **rows = learned_rows(training);
    uint32_t count = training->table.learned;

    set_weights(training, body_learn(training->arena, &training->examples, count, NO_FOLD));
    qsort(rows, count, sizeof(FeatureRow *), compare_worth);
    for (uint32_t i = 0; i < count; i++)
        rows[i]->number = i < ROWS_KEPT ? i : NO_FEATURE;
    training->table.learned = count < ROWS_KEPT ? count : ROWS_KEPT;
}

static void score_fold(Training *training, const float *weights, unsigned fold)
{
    for (size_t i = 0; i < training->examples.count; i++) {
        if (training->examples.items[i].fold == fold)
            training->first[i] = example_score(&training->examples.items[i], weights);
    }
}

static void learn_weights(Training *training)
{
    const float *weights;

    for (unsigned fold = 0; fold < BODY_FOLDS; fold++)
        score_fold(training, body_learn(training->arena, &training->examples, training->table.learned, fold), fold);
    weights = body_learn(training->arena, &training->examples, training->table.learned, NO_FOLD);
    set_weights(training, weights);
    score_fold(training, weights, KEPT_FOLD);
}

/* Pages of which the first look finds too little are learned of no more. */
static size_t forget_pages(Training *training)
{
    Arena *scratch = arena_within(training->arena);
    size_t forgotten = 0;

    for (size_t i = 0; i < training->pages.count; i++) {
        BodyPage *page = &training->pages.items[i];
        unsigned char *kept = ARENA_ARRAY(scratch, unsigned char, page->page.blocks.count + 1);
        bool is_forgotten;

        body_choice_keep(&page->facts, training->first + training->starts[i], kept);
        is_forgotten =
            text_overlap(scratch, page->gold, body_choice_text(scratch, &page->page, kept)).f1 < least_agreement;
        for (size_t k = 0; is_forgotten && k < page->page.blocks.count; k++)
            training->examples.items[training->starts[i] + k].weight = 0;
        forgotten += is_forgotten && is_learned(training, page);
    }
    arena_release(scratch);
    return forgotten;
}

/* ---- the second look ---- */

static void make_tree_examples(Training *training)
{
    training->tree_examples.count = 0;
    for (size_t i = 0; i < training->pages.count; i++) {
        const BodyPage *page = &training->pages.items[i];
        const float *scores = training->first + training->starts[i];
        const float *measures = block_measures_read(training->arena, &page->facts, &page->rules, scores);

        for (size_t k = 0; k < page->page.blocks.count; k++) {
            const Example *example = &training->examples.items[training->starts[i] + k];
            TreeExample tree_example = {measures + k * MEASURE_COUNT, 0, page->labels[k], example->fold};

            if (scores[k] > BODY_SURELY_NOT && example->weight > 0)
                tree_example.weight = example->weight * (page->is_edge[k] ? 3.0F : 1.0F);
            ARRAY_PUSH(training->arena, training->tree_examples, tree_example);
        }
    }
}

static void score_trees(Training *training, const TreeNodes *trees, unsigned fold)
{
    for (size_t i = 0; i < training->tree_examples.count; i++) {
        const TreeExample *example = &training->tree_examples.items[i];

        if (example->fold != fold)
            continue;
        training->second[i] =
            training->first[i] > BODY_SURELY_NOT
                ? body_model_both(training->first[i], body_trees_score(trees->items, trees->count, example->measures))
                : training->first[i];
    }
}

static void learn_trees(Training *training)
{
    for (unsigned fold = 0; fold < BODY_FOLDS; fold++) {
        TreeNodes trees = {0};

        body_trees_learn(training->arena, &training->tree_examples, fold, &trees);
        score_trees(training, &trees, fold);
    }
    if (training->only_figures)
        return;
    body_trees_learn(training->arena, &training->tree_examples, NO_FOLD, &training->trees);
    score_trees(training, &training->trees, KEPT_FOLD);
}

/* ---- figures, and what they say of the quality ---- */

typedef struct Sets {
    PageFigures figures[3];
} Sets;

static const char *const set_names[] = {"wcxb", "fundus", "all"};

static bool is_in_set(const BodyPage *page, size_t set)
{
    return set + 1 == COUNT_OF(set_names) || text_equal(page->set, text_from(set_names[set]));
}

static void print_sets(const char *name, const Sets *sets)
{
    for (size_t i = 0; i < COUNT_OF(set_names); i++) {
        char label[64];

        (void)snprintf(label, sizeof label, "%s, %s", name, set_names[i]);
        page_figures_print(label, &sets->figures[i]);
    }
}

static unsigned char *kept_by(Arena *arena, const BodyPage *page, const float *scores)
{
    unsigned char *kept = ARENA_ARRAY(arena, unsigned char, page->page.blocks.count + 1);

    body_choice_keep(&page->facts, scores, kept);
    return kept;
}

/* The blocks that are chosen of pages that were not learned of: of each fold by what the others say. */
static void measure(Training *training, const char *name, const float *scores)
{
    Arena *scratch = arena_within(training->arena);
    Sets sets = {{{0}}};

    for (size_t i = 0; i < training->pages.count; i++) {
        const BodyPage *page = &training->pages.items[i];
        const unsigned char *kept = kept_by(scratch, page, scores + training->starts[i]);

        for (size_t k = 0; k < COUNT_OF(set_names) && is_measured(training, page); k++) {
            if (is_in_set(page, k))
                (void)page_figures_add(scratch, &sets.figures[k], page->gold,
                                       body_choice_text(scratch, &page->page, kept));
        }
        arena_reset(scratch);
    }
    arena_release(scratch);
    print_sets(name, &sets);
}

/* The article that readers would be shown. */
static const Article *article_of(Arena *arena, const BodyPage *page, const float *scores, QualityExample *example)
{
    BodyChoice choice = {.page = page->page, .facts = page->facts, .rules = page->rules};
    Article *article = article_new(arena);

    choice.facts.page = &choice.page;
    choice.scores = (float *)arena_alloc(arena, (page->page.blocks.count + 1) * sizeof(float));
    memcpy(choice.scores, scores, page->page.blocks.count * sizeof(float));
    choice.kept = kept_by(arena, page, scores);
    for (size_t i = 0; i < page->page.blocks.count; i++)
        choice.letters += choice.kept[i] ? page->page.blocks.items[i].letters : 0;
    body_quality_terms(arena, &choice.facts, &choice.rules, choice.scores, choice.kept, example->terms);
    html_metadata_read(&page->tree, (Text){0}, article);
    html_body_write(&choice, (Text){0}, article);
    return article;
}

/* The same of articles, with all that the rules make of what is chosen; and what the quality may be learned of. */
static void measure_articles(Training *training, const float *scores, QualityExamples *qualities)
{
    Arena *scratch = arena_within(training->arena);
    Sets sets = {{{0}}};

    for (size_t i = 0; i < training->pages.count; i++) {
        const BodyPage *page = &training->pages.items[i];
        QualityExample example = {.fold = page->fold};
        const Article *article;

        if (!is_measured(training, page))
            continue;
        article = article_of(scratch, page, scores + training->starts[i], &example);
        for (size_t k = 0; k < COUNT_OF(set_names); k++) {
            if (is_in_set(page, k))
                example.f1 = page_figures_add_article(scratch, &sets.figures[k], page->gold, article).f1;
        }
        ARRAY_PUSH(training->arena, *qualities, example);
        arena_reset(scratch);
    }
    arena_release(scratch);
    print_sets("articles", &sets);
}

static void print_quality(const QualityExamples *examples, const float *anchors)
{
    size_t high = 0, high_good = 0, low = 0, low_good = 0;

    for (size_t i = 0; i < examples->count; i++) {
        int quality = body_quality_of(examples->items[i].sum, anchors);

        high += quality >= 90;
        high_good += quality >= 90 && examples->items[i].f1 >= 0.9;
        low += quality < 50;
        low_good += quality < 50 && examples->items[i].f1 >= 0.9;
    }
    printf("quality of %zu pages: 90 and more %zu, of these F1 >= .9 %zu; below 50 %zu, of these %zu\n",
           examples->count, high, high_good, low, low_good);
}

/* ---- the tables ---- */

static FILE *create(const Training *training, Text name)
{
    Text path = arena_join(training->arena, (Text[]){training->out, TEXT("/"), name}, 3);
    FILE *file = fopen(arena_terminated(training->arena, path), "w");

    if (!file) {
        (void)fprintf(stderr, "body_train: %.*s: %s\n", TEXT_ARGS(path), strerror(errno));
        exit(2);
    }
    return file;
}

static void write_head(FILE *file, const char *what)
{
    (void)fprintf(
        file,
        "# %s\n"
        "# Made by `make body-model` (src/train/body_train.c). Learned from the annotations of articles in web pages "
        "of\n"
        "#   WCXB, github.com/Murrough-Foley/web-content-extraction-benchmark, (c) 2026 Murrough Foley, CC BY 4.0\n"
        "#   (https://creativecommons.org/licenses/by/4.0/), of which a selection was used;\n"
        "#   Fundus, github.com/flairNLP/fundus, (c) 2023 Max Dallabetta, Conrad Dobberstein, Aaron Wey, MIT License.\n"
        "# Nothing of the pages' text is here.\n",
        what);
}

static int compare_names(const void *a, const void *b)
{
    const Text *first = a, *second = b;

    return text_compare(*first, *second);
}

static void write_weights(Training *training)
{
    FILE *file = create(training, TEXT("body-weights.tsv"));
    Text *lines = ARENA_ARRAY(training->arena, Text, training->table.learned + 1);
    size_t count = 0;

    for (size_t i = 0; i < training->table.rows.count; i++) {
        const FeatureRow *row = &training->table.rows.items[i];
        Text name = feature_name(training->arena, &row->feature);

        if (row->number != NO_FEATURE)
            lines[count++] = arena_printf(training->arena, "%.*s\t%.3f", TEXT_ARGS(name), (double)row->weight);
    }
    qsort(lines, count, sizeof *lines, compare_names);
    write_head(file,
               "What speaks for a block of a page, and what against it: feature, tab, weight (see features.def).");
    for (size_t i = 0; i < count; i++)
        (void)fprintf(file, "%.*s\n", TEXT_ARGS(lines[i]));
    if (fclose(file))
        exit(2);
}

static void write_trees(Training *training)
{
    static const char *const names[] = {
#define MEASURE(ID, name) name,
#include "html/body/choice/measures.def"
#undef MEASURE
    };
    FILE *file = create(training, TEXT("body-trees.tsv"));

    write_head(file, "What trees ask of a block's measures (measures.def): measure, bound, nodes to go on where it is "
                     "not above, and where it is;\n"
                     "# or \"-\", the number that is said, and nodes to go on to the next tree.");
    for (size_t i = 0; i < training->trees.count; i++) {
        const TreeNode *node = &training->trees.items[i];

        if (node->measure < 0)
            (void)fprintf(file, "-\t%.4f\t%d\n", (double)node->number, node->below);
        else
            (void)fprintf(file, "%s\t%.9g\t%d\t%d\n", names[node->measure], (double)node->number, node->below,
                          node->above);
    }
    if (fclose(file))
        exit(2);
}

static void write_quality(Training *training, const float *weights, const float *anchors)
{
    static const char *const names[] = {"one",  "precision", "recall", "doubt", "letters", "rules",
                                        "gaps", "linked",    "titled", "look",  "longest"};
    FILE *file = create(training, TEXT("body-quality.tsv"));

    _Static_assert(COUNT_OF(names) == QUALITY_TERM_COUNT, "each term of body_quality.h has a name");
    write_head(file,
               "How good what was found is: terms of body_quality.h and their weights; the sums that are 50 and 90.");
    for (size_t i = 0; i < QUALITY_TERM_COUNT; i++)
        (void)fprintf(file, "%s\t%.4f\n", names[i], (double)weights[i]);
    (void)fprintf(file, "50\t%.4f\n90\t%.4f\n", (double)anchors[0], (double)anchors[1]);
    if (fclose(file))
        exit(2);
}

static bool read_options(Training *training, int count, char **arguments)
{
    int at = 1;

    for (; at < count && text_starts_with(text_from(arguments[at]), TEXT("--")); at++) {
        training->all = training->all || text_equal(text_from(arguments[at]), TEXT("--all"));
        training->only_figures = training->only_figures || text_equal(text_from(arguments[at]), TEXT("--figures"));
        if (text_starts_with(text_from(arguments[at]), TEXT("--draw=")))
            (void)text_to_number(text_from(arguments[at] + strlen("--draw=")), 1000, &training->draw);
    }
    if (count - at != 2)
        return false;
    training->out = text_from(arguments[at]);
    training->data = text_from(arguments[at + 1]);
    return true;
}

int main(int count, char **arguments)
{
    static Arena arena;
    Training training = {.arena = &arena, .draw = 1};
    QualityExamples qualities = {0};
    float weights[QUALITY_TERM_COUNT], anchors[2];

    if (!read_options(&training, count, arguments)) {
        (void)fprintf(stderr, "usage: body_train [--all] [--figures] [--draw=N] OUTPUT-FOLDER HTML_DATA\n");
        return 2;
    }
    read_pages(&training);
    training.first = ARENA_ARRAY(&arena, float, training.blocks + 1);
    training.second = ARENA_ARRAY(&arena, float, training.blocks + 1);
    count_features(&training);
    make_examples(&training);
    select_features(&training);
    make_examples(&training);
    learn_weights(&training);
    printf("pages that are learned of no more: %zu\n", forget_pages(&training));
    learn_weights(&training);
    measure(&training, "first look", training.first);
    make_tree_examples(&training);
    learn_trees(&training);
    measure(&training, "second look", training.second);
    measure_articles(&training, training.second, &qualities);
    quality_learn(&qualities, weights, anchors);
    print_quality(&qualities, anchors);
    if (training.only_figures)
        return 0;
    write_weights(&training);
    write_trees(&training);
    write_quality(&training, weights, anchors);
    return 0;
}
