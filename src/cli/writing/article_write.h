/* Writing into the article's own file what the reader asks for. */
#ifndef QUOIN_CLI_WRITING_ARTICLE_WRITE_H
#define QUOIN_CLI_WRITING_ARTICLE_WRITE_H

#include "ui/state/app.h"

/* The listed quotations become `quotes:` of the file of the open article, which is read again then. What came of it is said. */
void article_write_quotes(App *app);

#endif
