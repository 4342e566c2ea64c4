/*
 * Names in sentences of our own (tests/vectors/names; the form: eval/gold.h), found by the bundled model and by the rules, against floors for
 * the same figures that `make eval` prints. `make eval EVAL_ERRORS=200` shows what is wrong.
 */
#include "analysis/entities/nationalities.h"
#include "eval/name_score.h"
#include "formats/text/plain_text.h"
#include "own_texts.h"

enum { SENTENCES_LEAST = 120 };

/* What is reached, less half a point. When a change raises a figure, raise its floor. */
static const struct {
    const char *name;
    bool model;
    double typed, spans, list;
} floors[] = {
    {"by the model", true, .921, .960, .923},
    {"by rules", false, .825, .919, .826},
};

static NameScore score_all(const Documents *documents, const TagModel *model)
{
    NameScore score = {0};

    for (size_t i = 0; i < documents->count; i++) {
        Arena scratch = {0};
        Analysis *analysis =
            analysis_new(&scratch, article_from_text(&scratch, documents->items[i].text), (Range){0, SIZE_MAX});

        analysis_use_model(analysis, model);
        analysis_run(analysis);
        name_score_add(&score, &documents->items[i], analysis, NULL);
        arena_release(&scratch);
    }
    return score;
}

static void check(const char *how, const char *what, double value, double floor)
{
    ok(value >= floor, "%s, %s: %.3f, at least %.3f", how, what, value, floor);
}

static void check_nationalities(void)
{
    static const char *const rows[][2] = {
#define NATIONALITY(name, place) {name, place},
#include "analysis/entities/nationalities.def"
#undef NATIONALITY
    };
    size_t wrong = 0, count = COUNT_OF(rows);

    for (size_t i = 0; i < count; i++)
        wrong += !text_equal(nationality_place(text_from(rows[i][0])), text_from(rows[i][1]));
    ok(wrong == 0, "%zu nationalities are found: their list is sorted", count);
    ok(text_equal(nationality_place(TEXT("swedes")), TEXT("Sweden")), "so is a plural");
    ok(nationality_place(TEXT("saltmarsher")).size == 0, "and what is none is not");
}

int main(void)
{
    Arena arena = {0};
    Documents documents = own_texts(&arena, "tests/vectors/names", MARKED_NAMES, SENTENCES_LEAST);
    TagModel model;

    own_model(&arena, &model);
    for (size_t i = 0; i < COUNT_OF(floors); i++) {
        NameScore score = score_all(&documents, floors[i].model ? &model : NULL);

        check(floors[i].name, "typed F1", name_f1(name_score_typed(&score)), floors[i].typed);
        check(floors[i].name, "spans F1", name_f1(score.spans), floors[i].spans);
        check(floors[i].name, "list F1", name_f1(score.list), floors[i].list);
    }
    check_nationalities();
    arena_release(&arena);
    return tap_done();
}
