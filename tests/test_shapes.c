/*
 * What is found in a text must not depend on its shape: articles of our own in each shape of tests/shapes.c, and in pairs of shapes, against their
 * plain form. The floors are in shape_floors.def; `make eval` prints the figures of all articles. `tests/test_shapes --floors` prints the floors as
 * they could be.
 */
#include <stdio.h>

#include "eval/shape_texts.h"
#include "own_texts.h"

enum { STEP = 4, TEXTS_LEAST = 55, PAIRS = 20 };

/* In percent of the plain form's; "places": of the quotations that are found in bulk. */
typedef struct Floors {
    const char *name;
    double shares[7];
} Floors;

static const Floors floors[] = {
#define FLOOR(name, ...) {name, {__VA_ARGS__}},
#include "shape_floors.def"
#undef FLOOR
};

static const char *const figures[] = {"quotations",       "speakers",      "names",         "quotations in bulk",
                                      "speakers in bulk", "names in bulk", "places in bulk"};
enum { FIGURES = COUNT_OF(figures) };

static double percent(size_t part, size_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 100;
}

static void get_shares(const ShapeTally tallies[WAY_COUNT], double shares[FIGURES])
{
    for (ShapeWay way = 0; way < WAY_COUNT; way++) {
        const ShapeTally *tally = &tallies[way];

        *shares++ = percent(tally->quotes_kept, tally->quotes);
        *shares++ = percent(tally->speakers_kept, tally->quotes);
        *shares++ = percent(tally->names_kept, tally->names);
        if (way == WAY_BULK)
            *shares = percent(tally->places_right, tally->places);
    }
}

static const Floors *floors_of(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(floors); i++) {
        if (strcmp(floors[i].name, name) == 0)
            return &floors[i];
    }
    return NULL;
}

static void print_floors(const char *name, const double shares[FIGURES])
{
    (void)printf("FLOOR(\"%s\"", name);
    for (size_t i = 0; i < FIGURES; i++)
        (void)printf(", %.1f", (double)(size_t)(shares[i] * 10) / 10);
    (void)puts(")");
}

static void check(const char *name, const ShapeTally tallies[WAY_COUNT], bool is_printed)
{
    const Floors *wanted = floors_of(name);
    double shares[FIGURES];

    get_shares(tallies, shares);
    if (is_printed) {
        print_floors(name, shares);
        return;
    }
    ok(wanted != NULL, "%s has floors", name);
    for (size_t i = 0; wanted && i < FIGURES; i++)
        ok(shares[i] >= wanted->shares[i], "%s, %s: %.1f, at least %.1f", name, figures[i], shares[i],
           wanted->shares[i]);
}

/* ---- the shapes themselves ---- */

/* A small article as it stands in some shapes. */
static const struct {
    const char *shape, *other, *text;
} samples[] = {
    {"plain", NULL,
     "A ferry\n\n“We sail,” said Dr. Ann Lee-Day.\n\nPassengers   cheered when the lamps at the harbour-side came on. "
     "All of them did.\n"},
    {"tab-paragraphs", NULL,
     "A ferry\n\n\t“We sail,” said Dr. Ann Lee-Day.\n\tPassengers cheered when the lamps at the harbour-side came on. "
     "All of them did.\n"},
    {"wrap-40", "quoted",
     "> A ferry\n>\n> “We sail,” said Dr. Ann Lee-Day.\n>\n> Passengers cheered when the lamps at the\n"
     "> harbour-side came on. All of them did.\n"},
    {"wrap-40-hyphenated", "zero-width-spaces",
     "A ferry\n\n“We sail,” said Dr. Ann Lee-Day.\n\nPas\xE2\x80\x8Bsen\xE2\x80\x8Bgers cheered when the lamps at the\n"
     "harbour-side came on. All of them did.\n"},
    {"md-names-bold", "md-headings",
     "# A ferry\n\n“We sail,” said Dr. **Ann Lee-Day**.\n\nPassengers cheered when the lamps at the harbour-side came "
     "on. All of them did.\n"},
    {"md-quotes-stars", "cr",
     "A ferry\r\r*“We sail,”* said Dr. Ann Lee-Day.\r\rPassengers cheered when the lamps at the harbour-side came on. "
     "All of them did.\r"},
    {"soft-hyphens", NULL,
     "A ferry\n\n“We sail,” said Dr. Ann Lee-Day.\n\nPas\xC2\xADsen\xC2\xADgers cheered when the lamps at the "
     "harbour-side came on. All of them did.\n"},
    {"entities-named", NULL,
     "A ferry\n\n&ldquo;We sail,&rdquo; said Dr. Ann Lee-Day.\n\nPassengers cheered when the lamps at the harbour-side "
     "came on. All of them did.\n"},
    {"two-blanks-after-stops", "two-blanks-paragraphs",
     "A ferry\n\n  “We sail,” said Dr. Ann Lee-Day.\n  Passengers cheered when the lamps at the harbour-side came on.  "
     "All of them did.\n"},
    {"overstrike-names-underlined", "margin-3",
     "   A ferry\n\n   “We sail,” said Dr. _\bA_\bn_\bn _\bL_\be_\be_\b-_\bD_\ba_\by.\n\n   Passengers cheered when "
     "the lamps at the harbour-side came on. All of "
     "them did.\n"},
    {"line-separators", "paragraph-lines",
     "A ferry\xE2\x80\xA9“We sail,” said Dr. Ann Lee-Day.\xE2\x80\xA8Passengers cheered when the lamps at the "
     "harbour-side came on. All of them did.\xE2\x80\xA8"},
};

static void test_samples(void)
{
    Arena arena = {0};
    ShapeSource source = shape_source_from_text(&arena, text_from(samples[0].text));

    ARRAY_PUSH(&arena, source.names, TEXT("Ann Lee-Day"));
    for (size_t i = 1; i < COUNT_OF(samples); i++) {
        const Shape *other = samples[i].other ? shape_named(text_from(samples[i].other)) : NULL;
        Text text = shape_write(&arena, &source, shape_named(text_from(samples[i].shape)), other);

        ok(text_equal(text, text_from(samples[i].text)), "%s and %s are written as they should be", samples[i].shape,
           other ? other->name : "no other");
    }
    arena_release(&arena);
}

/* A shape that changed nothing would test nothing, and one that lost words would blame the reading. */
static void test_written(const ShapeTexts *texts, const Shape *shape, const Shape *other)
{
    bool has_matter = shape->has_matter || (other && other->has_matter);
    size_t changed = 0, kept = 0;

    for (size_t i = 0; i < texts->count; i++) {
        Arena scratch = {0};
        Text plain = shape_write(&scratch, &texts->items[i].source, &shapes[0], NULL);
        Text text = shape_write(&scratch, &texts->items[i].source, shape, other);

        changed += !text_equal(plain, text);
        kept += shape_keeps_words(plain, text, has_matter);
        arena_release(&scratch);
    }
    ok(changed > 0 || shape == &shapes[0], "%s%s%s changes %zu texts", shape->name, other ? " and " : "",
       other ? other->name : "", changed);
    ok(kept == texts->count, "%s%s%s keeps the words of %zu", shape->name, other ? " and " : "",
       other ? other->name : "", kept);
}

/* ---- what is found in them ---- */

static void add_shape(const ShapeTexts *texts, const Shape *shape, const Shape *other, ShapeTally tallies[WAY_COUNT])
{
    for (ShapeWay way = 0; way < WAY_COUNT; way++)
        shape_texts_compare(texts, shape, other, way, &tallies[way], NULL, NULL);
}

int main(int argc, char **argv)
{
    bool is_printed = argc > 1 && strcmp(argv[1], "--floors") == 0;
    ShapeTally pairs[WAY_COUNT] = {0};
    ShapeTexts texts = {0};
    Arena arena = {0};
    TagModel model;

    (void)unicode_init("C.UTF-8");
    if (!model_file_read(&arena, own_path(&arena, "models/names.model"), &model) ||
        !shape_texts_add_own(&arena, own_path(&arena, "."), STEP, &texts))
        tap_bail_out("the model and the articles can be read");
    texts.model = &model;
    shape_texts_prepare(&arena, &texts);
    if (!is_printed) {
        test_samples();
        ok(texts.count >= TEXTS_LEAST, "%zu articles", texts.count);
    }
    for (size_t i = 0; i < shape_count; i++) {
        ShapeTally tallies[WAY_COUNT] = {0};

        if (!is_printed)
            test_written(&texts, &shapes[i], NULL);
        add_shape(&texts, &shapes[i], NULL, tallies);
        check(shapes[i].name, tallies, is_printed);
    }
    random_state = 15; /* floors are of these pairs */
    for (int i = 0; i < PAIRS; i++) {
        const Shape *pair[2];

        shape_pair_draw(pair);
        if (!is_printed)
            test_written(&texts, pair[0], pair[1]);
        add_shape(&texts, pair[0], pair[1], pairs);
    }
    check("pairs", pairs, is_printed);
    arena_release(&arena);
    return is_printed ? 0 : tap_done();
}
