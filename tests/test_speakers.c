/*
 * Who said what, in marked texts: articles of our own (tests/vectors/speakers; the form: eval/gold.h) and the open corpus of news of others
 * (tests/news), against floors for the same figures that `make eval` prints. `make eval EVAL_ERRORS=400` shows what is wrong.
 */
#include "eval/figures.h"
#include "own_texts.h"

/* A folder of texts, with what is reached there, less half a point. When a change raises a figure, raise its floor. */
typedef struct Folder {
    const char *path, *how;
    size_t documents;
    bool with_model; /* that finds names; else rules do */
    double floors[FIGURE_COUNT];
} Folder;

#define OWN_FLOORS                                                                                              \
    {                                                                                                           \
        [FIGURE_DETECTION] = .953, [FIGURE_END_TO_END] = .884, [FIGURE_DIRECT] = .869, [FIGURE_PRONOUN] = .882, \
        [FIGURE_NOMINAL] = .818, [FIGURE_FULL] = .888,                                                          \
    }

static const Folder folders[] = {
    {"tests/vectors/speakers", "own texts, names by the model", 195, true, OWN_FLOORS},
    {"tests/vectors/speakers", "own texts, names by rules", 195, false, OWN_FLOORS},
    {"tests/news/tune",
     "open news",
     105,
     true,
     {
         [FIGURE_DETECTION] = .978,
         [FIGURE_END_TO_END] = .895,
         [FIGURE_DIRECT] = .930,
         [FIGURE_PRONOUN] = .929,
         [FIGURE_NOMINAL] = .555,
         [FIGURE_FULL] = .887,
     }},
};

static void check(const Folder *folder, const Documents *documents, const TagModel *model)
{
    Scores scores;

    own_scores(documents, model, &scores);
    for (FigureId figure = 0; figure < FIGURE_COUNT; figure++)
        ok(figure_value(figure, &scores) >= folder->floors[figure], "%s, %s: %.3f, at least %.3f", folder->how,
           figure_name(figure), figure_value(figure, &scores), folder->floors[figure]);
}

int main(void)
{
    Arena arena = {0};
    TagModel model;

    own_model(&arena, &model);
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        Documents documents = own_texts(&arena, folders[i].path, MARKED_QUOTATIONS, folders[i].documents);

        check(&folders[i], &documents, folders[i].with_model ? &model : NULL);
    }
    (void)own_texts(&arena, "tests/news/test", MARKED_QUOTATIONS, 30); /* only that they can be read: nobody is to look */
    (void)own_texts(&arena, "tests/news/kept2", MARKED_QUOTATIONS, 30);
    arena_release(&arena);
    return tap_done();
}
