/* A link to words of a page, which browsers go to and mark: "#:~:text=" (https://wicg.github.io/scroll-to-text-fragment/). */
#ifndef QUOIN_ARTICLE_TEXT_FRAGMENT_H
#define QUOIN_ARTICLE_TEXT_FRAGMENT_H

#include "article/article.h"

/*
 * `address` with a range of article->text, in `arena`: long ones, and those of several blocks, by their first and last words; with as many words
 * before and behind as it takes to be the only ones of the text. Words are whole, as browsers look for them. Empty: the range has no words.
 */
Text text_fragment_link(Arena *arena, const Article *article, Text address, Range range);

#endif
