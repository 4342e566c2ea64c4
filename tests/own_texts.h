/* What the tests against texts of our own begin with: the texts of a folder of tests/vectors, and the bundled model. */
#ifndef QUOIN_TESTS_OWN_TEXTS_H
#define QUOIN_TESTS_OWN_TEXTS_H

#include "base/unicode/unicode.h"
#include "eval/documents.h"
#include "eval/figures.h"
#include "eval/model_file.h"
#include "formats/text/plain_text.h"
#include "tap.h"

static inline const char *own_path(Arena *arena, const char *path)
{
    const char *root = getenv("SRCDIR");

    return arena_printf(arena, "%s/%s", root ? root : ".", path).bytes;
}

/* The marked texts; `least` of them must be there. */
static inline Documents own_texts(Arena *arena, const char *folder, MarkedKind kind, size_t least)
{
    Documents documents = {0};

    (void)unicode_init("C.UTF-8");
    ok(documents_read(arena, own_path(arena, folder), kind, &documents), "the marked texts can be read");
    ok(documents.count >= least, "%zu marked texts", documents.count);
    return documents;
}

static inline void own_model(Arena *arena, TagModel *model)
{
    ok(model_file_read(arena, own_path(arena, "models/names.model"), model), "the bundled model can be read");
}

/* What the analysis by that model finds in the texts, beside what is marked in them. */
static inline void own_scores(const Documents *documents, const TagModel *model, Scores *scores)
{
    scores_init(scores);
    for (size_t i = 0; i < documents->count; i++) {
        Arena scratch = {0};
        Analysis *analysis =
            analysis_new(&scratch, article_from_plain_text(&scratch, documents->items[i].text), (Range){0, SIZE_MAX});

        analysis_use_model(analysis, model);
        analysis_run(analysis);
        scores_add(scores, &documents->items[i], analysis, NULL);
        arena_release(&scratch);
    }
}

#endif
