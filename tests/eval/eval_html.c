/*
 * What is found of the articles in web pages, held against what they are: `make eval-html HTML_DATA=FOLDER [EVAL_FLAGS=…]`.
 *
 *     eval_html [--kept] [--set=NAME] [--worst=N] [--text=ID] FOLDER
 *     eval_html --gold=FILE --blocks[=PART] [--tell] FOLDER
 *     eval_html [--kept] [--set=NAME] [--model=FILE] --quotations [--tell] FOLDER
 *
 * FOLDER has gold.jsonl, a line for each page with "id", "set", "file" and "body", and the pages. --kept: only the third that is never learned from.
 * --worst: names the pages that are read worst; --text: prints what is found of one. --blocks: whether headings, captions, lists, quotations and
 * tables are seen as such, on the pages of html-blocks.tsv ("mend": those that the program was made with; "aside": those that nobody looked at).
 * --quotations: those of the texts that are found in the pages. --tell: with what is wrong.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/html/html_charset.h"
#include "eval/html_blocks.h"
#include "eval/html_quotations.h"
#include "eval/model_file.h"
#include "html/html_article.h"
#include "train/pages/body_pages.h"
#include "train/pages/page_figures.h"

typedef struct Options {
    bool kept, blocks, quotations, tell;
    Text set, text, folder, part;
    const char *gold, *model; /* NULL: none */
    size_t worst;
} Options;

typedef struct Result {
    Text id;
    double f1, precision, recall, milliseconds;
    int quality;
} Result;

typedef ARRAY(Result) Results;

/* ---- a page ---- */

static double processor_milliseconds(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

static Article *read_page(Arena *arena, const char *path, double *milliseconds)
{
    Article *article = article_new(arena);
    Report report;
    double start;
    File file;

    report_init(&report, arena, text_from(path));
    if (!file_open(&file, path, &report))
        return article;
    (void)file_load_all(&file);
    start = processor_milliseconds();
    file.encoding = html_charset(file.bytes, (Text){0});
    (void)html_article_read(article, &file, (Text){0}, &report);
    *milliseconds = processor_milliseconds() - start;
    file_close(&file);
    return article;
}

static Article *article_of(Arena *arena, const Options *options, const BodyPage *page, double *milliseconds)
{
    Text path = arena_join(arena, (Text[]){options->folder, TEXT("/"), page->path}, 3);

    return read_page(arena, arena_terminated(arena, path), milliseconds);
}

/* ---- figures ---- */

static int compare_f1(const void *a, const void *b)
{
    const Result *first = a, *second = b;

    return (first->f1 > second->f1) - (first->f1 < second->f1);
}

static int compare_time(const void *a, const void *b)
{
    const Result *first = a, *second = b;

    return (first->milliseconds > second->milliseconds) - (first->milliseconds < second->milliseconds);
}

static void print_quality(const Results *results)
{
    static const int bounds[] = {0, 50, 70, 80, 90, 101};

    printf("quality     pages  F1 >= .9  F1 < .8\n");
    for (size_t i = 0; i + 1 < COUNT_OF(bounds); i++) {
        size_t pages = 0, good = 0, poor = 0;

        for (size_t k = 0; k < results->count; k++) {
            const Result *result = &results->items[k];

            if (result->quality < bounds[i] || result->quality >= bounds[i + 1])
                continue;
            pages++;
            good += result->f1 >= 0.9;
            poor += result->f1 < 0.8;
        }
        printf("%3d to %3d   %5zu      %5.3f    %5.3f\n", bounds[i], bounds[i + 1] - 1, pages,
               pages ? (double)good / (double)pages : 0, pages ? (double)poor / (double)pages : 0);
    }
}

static void print_results(Results *results, size_t worst)
{
    if (!results->count)
        return;
    print_quality(results);
    qsort(results->items, results->count, sizeof *results->items, compare_time);
    printf("processor, ms a page: median %.1f, 9 of 10 below %.1f, most %.1f\n",
           results->items[results->count / 2].milliseconds, results->items[results->count * 9 / 10].milliseconds,
           results->items[results->count - 1].milliseconds);
    qsort(results->items, results->count, sizeof *results->items, compare_f1);
    for (size_t i = 0; i < worst && i < results->count; i++)
        printf("%.3f  P %.3f  R %.3f  quality %3d  %.*s\n", results->items[i].f1, results->items[i].precision,
               results->items[i].recall, results->items[i].quality, TEXT_ARGS(results->items[i].id));
}

static bool is_wanted(const Options *options, const BodyPage *page)
{
    return page->gold.size && (page->is_kept || !options->kept) &&
           (!options->set.size || text_equal(options->set, page->set));
}

static void evaluate(Arena *arena, const Options *options, const BodyPages *pages)
{
    static const char *const names[] = {"wcxb", "fundus", "all"};
    PageFigures figures[3] = {{0}};
    Results results = {0};

    for (size_t i = 0; i < pages->count; i++) {
        const BodyPage *page = &pages->items[i];
        Arena *scratch = arena_within(arena);
        Result result = {.id = page->id};
        Article *article;

        if (!is_wanted(options, page))
            continue;
        article = article_of(scratch, options, page, &result.milliseconds);
        for (size_t k = 0; k < COUNT_OF(figures); k++) {
            TextOverlap overlap = {0};

            if (k < 2 && !text_equal(page->set, text_from(names[k])))
                continue;
            overlap = page_figures_add_article(scratch, &figures[k], page->gold, article);
            result.f1 = overlap.f1;
            result.precision = overlap.precision;
            result.recall = overlap.recall;
        }
        result.quality = article->quality;
        ARRAY_PUSH(arena, results, result);
        arena_release(scratch);
    }
    for (size_t k = 0; k < COUNT_OF(figures); k++)
        page_figures_print(names[k], &figures[k]);
    print_results(&results, options->worst);
}

static void print_page(Arena *arena, const Options *options, const BodyPages *pages)
{
    double milliseconds;

    for (size_t i = 0; i < pages->count; i++) {
        if (text_equal(pages->items[i].id, options->text))
            printf("%.*s",
                   TEXT_ARGS(page_body_text(arena, article_of(arena, options, &pages->items[i], &milliseconds))));
    }
}

static int evaluate_blocks(Arena *arena, const Options *options, const BodyPages *pages)
{
    BlockFigures figures = {0};
    GoldBlocks gold = {0};
    double milliseconds;

    if (!options->gold || !gold_blocks_read(arena, options->gold, &gold))
        return 2;
    for (size_t i = 0; i < pages->count; i++) {
        const BodyPage *page = &pages->items[i];
        Arena *scratch = arena_within(arena);

        if (gold_blocks_has(&gold, page->id, options->part))
            block_figures_add(&figures, &gold, page->id, article_of(scratch, options, page, &milliseconds),
                              options->tell);
        arena_release(scratch);
    }
    block_figures_print(options->part.size ? options->part : TEXT("all"), &figures);
    return 0;
}

static int evaluate_quotations(Arena *arena, const Options *options, const BodyPages *pages)
{
    QuotationFigures figures = {0};
    TagModel model;
    double milliseconds;

    if (options->model && !model_file_read(arena, options->model, &model))
        return 2;
    for (size_t i = 0; i < pages->count; i++) {
        const BodyPage *page = &pages->items[i];
        Arena *scratch = arena_within(arena);

        if (is_wanted(options, page)) {
            if (options->tell)
                printf("%.*s\n", TEXT_ARGS(page->id));
            quotation_figures_add(scratch, &figures, options->model ? &model : NULL, page->gold,
                                  article_of(scratch, options, page, &milliseconds), options->tell);
        }
        arena_release(scratch);
    }
    quotation_figures_print(options->kept ? "kept" : "all", &figures);
    return 0;
}

/* ---- options ---- */

static bool read_option(Options *options, Text name, Text value)
{
    static const char *const names[] = {"--kept", "--quotations", "--tell"};
    bool *const flags[] = {&options->kept, &options->quotations, &options->tell};

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (text_equal(name, text_from(names[i]))) {
            *flags[i] = true;
            return true;
        }
    }
    if (text_equal(name, TEXT("--set")))
        options->set = value;
    else if (text_equal(name, TEXT("--text")))
        options->text = value;
    else if (text_equal(name, TEXT("--gold")))
        options->gold = value.bytes;
    else if (text_equal(name, TEXT("--model")))
        options->model = value.bytes;
    else if (text_equal(name, TEXT("--blocks")))
        options->part = value;
    else
        return text_equal(name, TEXT("--worst")) && text_to_number(value, 100000, &options->worst);
    options->blocks = options->blocks || text_equal(name, TEXT("--blocks"));
    return true;
}

static bool read_options(Options *options, int count, char **arguments)
{
    int at = 1;

    for (; at < count && text_starts_with(text_from(arguments[at]), TEXT("--")); at++) {
        Text argument = text_from(arguments[at]);
        size_t equals = text_find_byte(argument, '=', 0);

        if (!read_option(options, text_slice(argument, (Range){0, equals}),
                         text_slice(argument, (Range){equals < argument.size ? equals + 1 : equals, argument.size})))
            return false;
    }
    options->folder = at < count ? text_from(arguments[at]) : (Text){0};
    return at + 1 == count;
}

int main(int count, char **arguments)
{
    Options options = {0};
    BodyPages pages = {0};
    static Arena arena;

    if (!read_options(&options, count, arguments)) {
        (void)fprintf(stderr, "usage: eval_html [--kept] [--set=NAME] [--worst=N] [--text=ID] FOLDER\n"
                              "       eval_html --gold=FILE --blocks[=PART] [--tell] FOLDER\n"
                              "       eval_html [--kept] [--set=NAME] [--model=FILE] --quotations [--tell] FOLDER\n");
        return 2;
    }
    body_pages_list(&arena, options.folder, 0, &pages);
    if (options.blocks)
        return evaluate_blocks(&arena, &options, &pages);
    if (options.quotations)
        return evaluate_quotations(&arena, &options, &pages);
    if (options.text.size)
        print_page(&arena, &options, &pages);
    else
        evaluate(&arena, &options, &pages);
    return 0;
}
