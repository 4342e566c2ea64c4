/* Writing into the article's own file what the reader asks for. */
#ifndef QUOIN_CLI_WRITING_ARTICLE_WRITE_H
#define QUOIN_CLI_WRITING_ARTICLE_WRITE_H

#include "ui/state/app.h"

/*
 * The listed quotations of an analysis become `quotes:` of the file of its article, or it is only seen whether they can. False: why not is in the
 * report, and nothing has changed.
 */
typedef enum ArticleWriting { WRITING_IS_TRIED, WRITING_IS_DONE } ArticleWriting;
bool article_write_into(Arena *arena, Path path, const Analysis *analysis, ArticleWriting writing, Report *report);

/* The listed quotations become `quotes:` of the file of the open article, which is read again then. What came of it is said. */
void article_write_quotes(App *app);

#endif
