/* Which of many texts stand in a long one more than once. */
#ifndef QUOIN_ARTICLE_ANCHORS_REPEATS_H
#define QUOIN_ARTICLE_ANCHORS_REPEATS_H

#include "base/arena.h"

/*
 * `repeats[i]`, in the arena: stands `needles[i]` in `text` at two places at least, which may overlap? An empty one does not. All are looked for in
 * one pass over the text.
 */
bool *repeats_of(Arena *arena, Text text, const Text *needles, size_t count);

#endif
