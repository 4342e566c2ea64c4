/* What the writer of an article is told of a quotation that was not found, or not as it is given. */
#ifndef QUOIN_ARTICLE_ANCHORS_ANCHOR_REPORT_H
#define QUOIN_ARTICLE_ANCHORS_ANCHOR_REPORT_H

#include "article/anchors/anchors.h"

/* Add what is to be told, if anything, for the row at `line` and `column`. What could not be searched is told by its own. */
void anchor_report(Report *report, const Article *article, const AnchorResult *result, size_t line, size_t column);

#endif
