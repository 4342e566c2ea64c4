/*
 * Who said what, in articles of our own with every quotation marked (tests/vectors/speakers; the form:
 * eval/gold.h), against floors for the same figures that `make eval` prints, whoever finds the names.
 * `make eval EVAL_ERRORS=400` shows what is wrong.
 */
#include "base/unicode.h"
#include "eval/documents.h"
#include "eval/figures.h"
#include "eval/model_file.h"
#include "tap.h"

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
        Analysis *analysis = analysis_new(&scratch, article_from_text(&scratch, documents->items[i].text),
                                          (Range){0, SIZE_MAX});

        analysis_use_model(analysis, model);
        analysis_run(analysis);
        scores_add(&scores, &documents->items[i], analysis, NULL);
        arena_release(&scratch);
    }
    for (FigureId figure = 0; figure < FIGURE_COUNT; figure++)
        ok(figure_value(figure, &scores) >= floors[figure], "%s, %s: %.3f, at least %.3f", how,
           figure_name(figure), figure_value(figure, &scores), floors[figure]);
}

int main(void)
{
    const char *root = getenv("SRCDIR");
    Arena arena = {0};
    Documents documents = {0};
    Text folder = arena_printf(&arena, "%s/tests/vectors/speakers", root ? root : ".");
    Text path = arena_printf(&arena, "%s/models/names.model", root ? root : ".");
    TagModel model;

    (void)unicode_init("C.UTF-8");
    ok(documents_read(&arena, folder.bytes, MARKED_QUOTATIONS, &documents),
       "the marked articles can be read");
    ok(documents.count >= DOCUMENTS_LEAST, "%zu marked articles", documents.count);
    ok(model_file_read(&arena, path.bytes, &model), "the bundled model can be read");
    check(&documents, &model, "names by the model");
    check(&documents, NULL, "names by rules");
    arena_release(&arena);
    return tap_done();
}
