/* An article of any format, read and analysed from the bytes of its file. */
#ifndef QUOIN_TESTS_ANALYSED_ARTICLE_H
#define QUOIN_TESTS_ANALYSED_ARTICLE_H

#include "analysis/analysis.h"
#include "formats/formats.h"

/* In `arena`; the file is called `name`. NULL: it is no article. */
static inline const Analysis *analysed_article(Arena *arena, Text source, const char *name)
{
    File *file = ARENA_NEW(arena, File);
    Article *article;
    Analysis *analysis;
    Report report;

    report_init(&report, arena, text_from(name));
    file_from_text(file, source);
    article = article_read(arena, file, NULL, &report);
    if (!article)
        return NULL;
    (void)article_index(article, SIZE_MAX);
    analysis = analysis_new(arena, article, (Range){0, SIZE_MAX});
    analysis_run(analysis);
    return analysis;
}

#endif
