/* Going through the articles that were named, each read and analysed to the end. */
#ifndef QUOIN_CLI_ARTICLES_H
#define QUOIN_CLI_ARTICLES_H

#include "analysis/analysis.h"
#include "cli/session.h"

typedef void ArticleVisitor(void *context, Text path, const Analysis *analysis);

/* Exit status: 2 when one could not be read (told on standard error). */
int articles_visit(const Options *options, ArticleVisitor *visit, void *context);

#endif
