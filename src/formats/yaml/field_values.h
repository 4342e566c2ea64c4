/* What a field of an article may say: dates, addresses and languages have a form. */
#ifndef QUOIN_FORMATS_YAML_FIELD_VALUES_H
#define QUOIN_FORMATS_YAML_FIELD_VALUES_H

#include "article/article.h"

/* NULL: the value is of its field's kind; else what was expected: "a date (2026-11-24 or 2026-11-24T09:30)". */
const char *field_value_expected(ArticleField field, Text value);

/*
 * The value as its field has it: a date that is written as people do or mail does ("Mon, 30 Nov 2026 09:30:00 +0100") by ISO 8601, in the arena.
 * All others, and what is no date, as they are.
 */
Text field_value_of(Arena *arena, ArticleField field, Text value);

#endif
