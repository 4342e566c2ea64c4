/*
 * Who said what, in articles of our own with every quotation marked (tests/vectors/speakers; the form:
 * eval/gold.h), against floors for the same figures that `make eval` prints, whoever finds the names.
 * `make eval EVAL_ERRORS=400` shows what is wrong.
 */
#include "eval/figures.h"
#include "formats/text/plain_text.h"
#include "own_texts.h"

/* What is reached, less half a point. When a change raises a figure, raise its floor. */
static const double floors[FIGURE_COUNT] = {
    [FIGURE_DETECTION] = .937, [FIGURE_END_TO_END] = .869, [FIGURE_DIRECT] = .859,
    [FIGURE_PRONOUN] = .864,   [FIGURE_NOMINAL] = .812,    [FIGURE_FULL] = .877,
};

enum { DOCUMENTS_LEAST = 195 };

static void check(const Documents *documents, const TagModel *model, const char *how)
{
    Scores scores;

    scores_init(&scores);
    for (size_t i = 0; i < documents->count; i++) {
        Arena scratch = {0};
        Analysis *analysis =
            analysis_new(&scratch, article_from_plain_text(&scratch, documents->items[i].text), (Range){0, SIZE_MAX});

        analysis_use_model(analysis, model);
        analysis_run(analysis);
        scores_add(&scores, &documents->items[i], analysis, NULL);
        arena_release(&scratch);
    }
    for (FigureId figure = 0; figure < FIGURE_COUNT; figure++)
        ok(figure_value(figure, &scores) >= floors[figure], "%s, %s: %.3f, at least %.3f", how, figure_name(figure),
           figure_value(figure, &scores), floors[figure]);
}

int main(void)
{
    Arena arena = {0};
    Documents documents = own_texts(&arena, "tests/vectors/speakers", MARKED_QUOTATIONS, DOCUMENTS_LEAST);
    TagModel model;

    own_model(&arena, &model);
    check(&documents, &model, "names by the model");
    check(&documents, NULL, "names by rules");
    arena_release(&arena);
    return tap_done();
}
