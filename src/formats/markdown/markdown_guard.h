/* What would cost a parser of Markdown more than its size is taken out before it is parsed. */
#ifndef QUOIN_FORMATS_MARKDOWN_MARKDOWN_GUARD_H
#define QUOIN_FORMATS_MARKDOWN_MARKDOWN_GUARD_H

#include "base/arena.h"

/*
 * A copy of `source` in `arena`, byte for byte as long, in which a comma stands for what may not be Markdown: marks of quotations and lists deeper
 * than anybody writes, brackets of links in a paragraph of very many lines, and those of footnotes ("[^1]"), which are not links. Linear. Text
 * is taken from `source`, at the same offsets.
 */
char *markdown_guard(Arena *arena, Text source);

#endif
