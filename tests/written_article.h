/* Articles that are written and read back: what must be the same. For tests/test_article_writer.c and the fuzz target. */
#ifndef QUOIN_TESTS_WRITTEN_ARTICLE_H
#define QUOIN_TESTS_WRITTEN_ARTICLE_H

#include "article/article.h"

/* The bytes that the writers make of it, in the arena. */
Text written_yaml(Arena *arena, const Article *article);
Text written_json(Arena *arena, const Article *article);

/* A file of the YAML form; the messages are the report's. NULL: it is none. */
Article *written_read(Arena *arena, Text source, Report *report);

/* What of the article is another in what was read of its file; NULL: nothing. */
const char *written_difference(Arena *arena, const Article *article, const Article *read);

/* The same of its line of JSON, of which the body is one text. */
const char *written_json_difference(Arena *arena, const Article *article, const Article *read);

#endif
