/* What of an article's text is taken out of it, as people paste it: the words as they stand, without margin, wraps and what is not seen. */
#ifndef QUOIN_ARTICLE_PLAIN_TEXT_H
#define QUOIN_ARTICLE_PLAIN_TEXT_H

#include "article/article.h"

/*
 * A range of article->text in `arena`, without a line end at its end. A blank line stands between blocks, none between items of a list and where the
 * source means so. In a block runs of white space are one blank, and soft hyphens are left out; preformatted text keeps its lines. No control
 * characters and, as in exports, no bidi controls, so that what is pasted does nothing.
 */
Text plain_text(Arena *arena, const Article *article, Range range);

#endif
