/* Who said what, as `quotes:` in the article's own file: what was found, and what the reader corrected, from then on stands in it. */
#ifndef QUOIN_EXPORT_ARTICLE_QUOTES_H
#define QUOIN_EXPORT_ARTICLE_QUOTES_H

#include "analysis/result/result.h"

/*
 * `source`, the YAML file of the analysis' article, with the listed quotations as its `quotes:`, in place of those that it has; all else of
 * it (comments, order, blanks) stays. It was read again, and gives these quotations where they are. Empty: that cannot be done; why is in
 * the report. A warning in it: the list was written anew, and comments in the old one are lost. In `arena`.
 */
Text article_with_quotes(Arena *arena, Text source, const Analysis *analysis, Report *report);

#endif
