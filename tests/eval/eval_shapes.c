/*
 * make eval: what is found in each shape of a text (tests/shapes.h), of what is found in its plain form.
 *
 * usage: tests/eval/eval_shapes --model=FILE --root=FOLDER [--news=FOLDER] [--shape=NAME[+NAME]] [--step=N] [--losses] [--unseen] [--write=FOLDER]
 *
 * Prints for each shape, and for a hundred pairs of shapes that are drawn (SEED=number draws others), how many percent of the quotations,
 * speakers and names are kept: as a file, and in the bulk form, where the last figure tells how many quotations name their own bytes in what
 * was given; how many quotations and names are there that the plain form does not have, in percent of those; the time in that of the plain
 * form, and whether the figures reach what is aimed at. The texts are the project's own (those in --root), and of the folder --news one half,
 * by the names of the files; its other half stands for texts that nobody has looked at. --shape does one; --step takes every Nth text only;
 * --losses tells what is lost and added there, of the other half only with --unseen; --write writes its texts to files.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode/unicode.h"
#include "eval/model_file.h"
#include "eval/shape_texts.h"

enum { PAIRS = 100, ROUNDS = 4 };

typedef enum TextSet { SET_OWN, SET_NEWS, SET_UNSEEN, SET_COUNT } TextSet;

typedef struct Wishes {
    const char *model, *root, *news, *folder;
    Text shape;
    bool losses, unseen;
    size_t step;
} Wishes;

typedef struct Evaluation {
    Arena arena;
    TagModel model;
    ShapeTexts sets[SET_COUNT];
    Wishes wishes;
} Evaluation;

/* ---- texts ---- */

static bool read_texts(Evaluation *evaluation)
{
    ShapeTexts news = {0};

    if (!shape_texts_add_own(&evaluation->arena, evaluation->wishes.root, evaluation->wishes.step,
                             &evaluation->sets[SET_OWN]) ||
        (evaluation->wishes.news &&
         !shape_texts_add_folder(&evaluation->arena, evaluation->wishes.news, evaluation->wishes.step, &news)))
        return false;
    for (size_t i = 0; i < news.count; i++) {
        TextSet set = hash_pair(text_hash(news.items[i].id), 15) & 1 ? SET_NEWS : SET_UNSEEN;

        ARRAY_PUSH(&evaluation->arena, evaluation->sets[set], news.items[i]);
    }
    for (TextSet set = 0; set < SET_COUNT; set++) {
        evaluation->sets[set].model = &evaluation->model;
        shape_texts_prepare(&evaluation->arena, &evaluation->sets[set]);
    }
    return true;
}

/* ---- printing ---- */

static void print_share(size_t part, size_t whole)
{
    if (whole)
        (void)printf(" %6.1f", 100.0 * (double)part / (double)whole);
    else
        (void)printf(" %6s", "-");
}

static void print_tally(const ShapeTally tallies[WAY_COUNT])
{
    for (ShapeWay way = 0; way < WAY_COUNT; way++) {
        const ShapeTally *tally = &tallies[way];

        print_share(tally->quotes_kept, tally->quotes);
        print_share(tally->speakers_kept, tally->quotes);
        print_share(tally->names_kept, tally->names);
        if (way == WAY_BULK)
            print_share(tally->places_right, tally->places);
        (void)printf(" |");
    }
    print_share(tallies[WAY_FILE].quotes_added, tallies[WAY_FILE].quotes);
    print_share(tallies[WAY_FILE].names_added, tallies[WAY_FILE].names);
}

static void print_heading(const char *title, const ShapeTexts *texts)
{
    size_t quotes = 0, names = 0;

    for (size_t i = 0; i < texts->count; i++) {
        quotes += texts->items[i].plain[WAY_FILE].quotes.count;
        names += texts->items[i].plain[WAY_FILE].names.count;
    }
    (void)printf("\n%s: %zu texts, %zu quotations, %zu names\n", title, texts->count, quotes, names);
    (void)printf("%-32s %20s | %27s | %13s | time, goal\n", "", "as a file", "in bulk", "added");
    (void)printf("%-32s %6s %6s %6s | %6s %6s %6s %6s | %6s %6s |\n", "", "quotes", "spkrs", "names", "quotes", "spkrs",
                 "names", "places", "quotes", "names");
}

static void print_loss(void *context, const char *kind, Text words, Text other)
{
    (void)printf("%s\t%s\t%.*s\t%.*s\n", (const char *)context, kind, TEXT_ARGS(words), TEXT_ARGS(other));
}

/* What is aimed at, in percent. */
static bool reaches(size_t part, size_t whole, double goal)
{
    return 100.0 * (double)part >= goal * (double)whole;
}

static bool reaches_goals(const ShapeTally tallies[WAY_COUNT])
{
    bool reached = true;

    for (ShapeWay way = 0; way < WAY_COUNT; way++) {
        const ShapeTally *tally = &tallies[way];

        reached = reached && reaches(tally->quotes_kept, tally->quotes, 99.5) &&
                  reaches(tally->speakers_kept, tally->quotes, 99) && reaches(tally->names_kept, tally->names, 98.5) &&
                  reaches(tally->places_right, tally->places, 100);
    }
    return reached;
}

/* ---- one shape ---- */

/* The least of some rounds of two texts in turn, as files; after one that does not count, since what comes first finds nothing in the cache. */
static void time_both(const TagModel *model, const Text texts[2], double seconds[2])
{
    for (int round = -2; round < 2 * ROUNDS; round++) {
        Arena scratch = {0};
        int which = (round + 2) % 2;
        Found found;

        shape_find(&scratch, texts[which], WAY_FILE, model, &found);
        if (round < 2 || found.seconds < seconds[which])
            seconds[which] = found.seconds;
        arena_release(&scratch);
    }
}

/* Of the shape to the plain form. */
static double time_ratio(const Evaluation *evaluation, const Shape *shape, const Shape *other)
{
    const ShapeTexts *texts = &evaluation->sets[SET_OWN];
    double sums[2] = {0, 0};

    for (size_t i = 0; i < texts->count; i++) {
        const ShapeSource *source = &texts->items[i].source;
        Arena scratch = {0};
        const Text both[2] = {shape_write(&scratch, source, shape, other),
                              shape_write(&scratch, source, &shapes[0], NULL)};
        double seconds[2] = {0, 0};

        time_both(&evaluation->model, both, seconds);
        sums[0] += seconds[0];
        sums[1] += seconds[1];
        arena_release(&scratch);
    }
    return sums[1] > 0 ? sums[0] / sums[1] : 0;
}

static void add_tally(ShapeTally *sum, const ShapeTally *tally)
{
    sum->quotes += tally->quotes;
    sum->quotes_kept += tally->quotes_kept;
    sum->speakers_kept += tally->speakers_kept;
    sum->quotes_added += tally->quotes_added;
    sum->names += tally->names;
    sum->names_kept += tally->names_kept;
    sum->names_added += tally->names_added;
    sum->places += tally->places;
    sum->places_right += tally->places_right;
}

/* All rows of a kind. */
typedef struct Sums {
    ShapeTally tallies[WAY_COUNT];
    size_t rows, reached;
} Sums;

static void evaluate(const Evaluation *evaluation, TextSet set, const Shape *shape, const Shape *other, Sums *sums)
{
    static const char *const ways[WAY_COUNT] = {[WAY_FILE] = "file", [WAY_BULK] = "bulk"};
    bool told = evaluation->wishes.losses && (set != SET_UNSEEN || evaluation->wishes.unseen);
    ShapeTally tallies[WAY_COUNT] = {0};
    char name[80];

    for (ShapeWay way = 0; way < WAY_COUNT; way++) {
        shape_texts_compare(&evaluation->sets[set], shape, other, way, &tallies[way], told ? print_loss : NULL,
                            (void *)(uintptr_t)ways[way]);
        add_tally(&sums->tallies[way], &tallies[way]);
    }
    sums->rows++;
    sums->reached += reaches_goals(tallies);
    (void)snprintf(name, sizeof name, "%s%s%s", shape->name, other ? "+" : "", other ? other->name : "");
    (void)printf("%-32s", name);
    print_tally(tallies);
    if (set == SET_OWN)
        (void)printf(" | %.2f", time_ratio(evaluation, shape, other));
    (void)puts(reaches_goals(tallies) ? " | reached" : " | -");
    (void)fflush(stdout);
}

static void print_sums(const char *name, const Sums *sums)
{
    (void)printf("%-32s", name);
    print_tally(sums->tallies);
    (void)printf(" | %zu of %zu reached\n", sums->reached, sums->rows);
}

static void evaluate_set(const Evaluation *evaluation, TextSet set)
{
    Sums singles = {0}, pairs = {0};
    unsigned long seed = random_begin(15);

    for (size_t i = 0; i < shape_count; i++)
        evaluate(evaluation, set, &shapes[i], NULL, &singles);
    print_sums("all shapes", &singles);
    (void)printf("\n%d pairs, SEED=%lu\n", PAIRS, seed);
    for (int i = 0; i < PAIRS; i++) {
        const Shape *pair[2];

        shape_pair_draw(pair);
        evaluate(evaluation, set, pair[0], pair[1], &pairs);
    }
    print_sums("all pairs", &pairs);
}

/* The texts in the shape, to be looked at. False: stderr says why. */
static bool write_texts(const Evaluation *evaluation, const ShapeTexts *texts, const Shape *shape, const Shape *other)
{
    for (size_t i = 0; i < texts->count; i++) {
        Arena scratch = {0};
        Text text = shape_write(&scratch, &texts->items[i].source, shape, other), id = texts->items[i].id;
        Text name = text_slice(id, (Range){text_folder_size(id), id.size});
        const char *path = arena_printf(&scratch, "%s/%.*s.txt", evaluation->wishes.folder, TEXT_ARGS(name)).bytes;
        FILE *file = fopen(path, "w");
        bool written = file && fwrite(text.bytes, 1, text.size, file) == text.size;

        written = file && fclose(file) == 0 && written;
        if (!written)
            (void)fprintf(stderr, "%s: cannot be written\n", path);
        arena_release(&scratch);
        if (!written)
            return false;
    }
    return true;
}

/* "wrap-72+cr" */
static bool find_shapes(Text name, const Shape *pair[2])
{
    size_t plus = text_find_byte(name, '+', 0);

    pair[0] = shape_named(text_slice(name, (Range){0, plus}));
    pair[1] = plus == TEXT_NOT_FOUND ? NULL : shape_named(text_slice(name, (Range){plus + 1, name.size}));
    return pair[0] && (plus == TEXT_NOT_FOUND || pair[1]);
}

static bool run(const Evaluation *evaluation)
{
    static const char *const titles[SET_COUNT] = {
        [SET_OWN] = "Shapes of the project's own articles", [SET_NEWS] = "Shapes of news", [SET_UNSEEN] = "Shapes of news, unseen"};
    const Shape *pair[2] = {NULL, NULL};
    bool is_one = evaluation->wishes.shape.size;

    if (is_one && !find_shapes(evaluation->wishes.shape, pair)) {
        (void)fprintf(stderr, "eval_shapes: %.*s: expected a shape, or two with a + between; tests/shapes.c has them\n",
                      TEXT_ARGS(evaluation->wishes.shape));
        return false;
    }
    for (TextSet set = 0; set < SET_COUNT; set++) {
        Sums sums = {0};

        if (evaluation->sets[set].count == 0)
            continue;
        print_heading(titles[set], &evaluation->sets[set]);
        if (!is_one)
            evaluate_set(evaluation, set);
        else
            evaluate(evaluation, set, pair[0], pair[1], &sums);
        if (is_one && evaluation->wishes.folder && set != SET_UNSEEN &&
            !write_texts(evaluation, &evaluation->sets[set], pair[0], pair[1]))
            return false;
    }
    return true;
}

static void read_argument(Wishes *wishes, const char *argument)
{
    if (strncmp(argument, "--model=", 8) == 0)
        wishes->model = argument + 8;
    else if (strncmp(argument, "--root=", 7) == 0)
        wishes->root = argument + 7;
    else if (strncmp(argument, "--news=", 7) == 0)
        wishes->news = argument + 7;
    else if (strncmp(argument, "--write=", 8) == 0)
        wishes->folder = argument + 8;
    else if (strncmp(argument, "--step=", 7) == 0)
        (void)text_to_number(text_from(argument + 7), 1000, &wishes->step);
    else if (strncmp(argument, "--shape=", 8) == 0)
        wishes->shape = text_from(argument + 8);
    else if (strcmp(argument, "--losses") == 0)
        wishes->losses = true;
    else if (strcmp(argument, "--unseen") == 0)
        wishes->unseen = true;
}

int main(int argc, char **argv)
{
    Evaluation evaluation = {.wishes.step = 1};
    bool done;

    (void)unicode_init("C.UTF-8");
    for (int i = 1; i < argc; i++)
        read_argument(&evaluation.wishes, argv[i]);
    if (!evaluation.wishes.model || !evaluation.wishes.step || !evaluation.wishes.root) {
        (void)fputs(
            "usage: eval_shapes --model=FILE --root=FOLDER [--news=FOLDER] [--shape=NAME[+NAME]] [--step=N] [--losses] "
            "[--unseen] [--write=FOLDER]\n",
            stderr);
        return 2;
    }
    done = model_file_read(&evaluation.arena, evaluation.wishes.model, &evaluation.model) && read_texts(&evaluation) &&
           run(&evaluation);
    arena_release(&evaluation.arena);
    return done ? 0 : 1;
}
