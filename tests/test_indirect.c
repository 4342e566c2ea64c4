/*
 * Indirect speech: how many of the clauses that are found are one, with the right speaker, and how many of those that are there are found. Those of
 * tests/vectors/antecedents have quotations by whom "she" or "the company" means. The texts there and in tests/vectors/indirect are our own, marked
 * as the open corpus is (tests/news/GUIDELINE) before anything was tried on them; nothing is tuned on those in kept.
 */
#include "own_texts.h"

typedef struct Folder {
    const char *path;
    size_t documents;
    double right, recall; /* floors: what is reached, less a point */
    double speakers;      /* … of quotations in marks; 0: not measured here */
} Folder;

static const Folder folders[] = {
    {"tests/vectors/antecedents/kept", 3, .990, .820, .855},
    {"tests/vectors/antecedents/tune", 4, .990, .820, .920},
    {"tests/news/clauses", 35, .820, .745, 0},
    {"tests/news/tune", 105, .870, .770, 0},
    {"tests/vectors/indirect/kept", 5, .960, .890, 0},
    {"tests/vectors/indirect/tune", 6, .950, .950, 0},
};

static void check(const Folder *folder, const Documents *documents, const TagModel *model)
{
    Scores scores;
    double right, recall;

    own_scores(documents, model, &scores);
    right = share((Share){scores.indirect.last.right, scores.indirect.predicted});
    recall = share((Share){scores.indirect.found, scores.indirect.gold});
    ok(right >= folder->right, "%s, clause and speaker right: %.3f, at least %.3f", folder->path, right, folder->right);
    ok(figure_value(FIGURE_END_TO_END, &scores) >= folder->speakers, "%s, quotations: %.3f, at least %.3f",
       folder->path, figure_value(FIGURE_END_TO_END, &scores), folder->speakers);
    ok(recall >= folder->recall, "%s, clauses found: %.3f, at least %.3f", folder->path, recall, folder->recall);
}

int main(void)
{
    Arena arena = {0};
    TagModel model;

    own_model(&arena, &model);
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        Documents documents = own_texts(&arena, folders[i].path, MARKED_QUOTATIONS, folders[i].documents);

        check(&folders[i], &documents, &model);
    }
    arena_release(&arena);
    return tap_done();
}
