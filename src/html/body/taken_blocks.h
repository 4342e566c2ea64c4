/* Which blocks of a page go into its article: those that were chosen, and what belongs to them. */
#ifndef QUOIN_HTML_BODY_TAKEN_BLOCKS_H
#define QUOIN_HTML_BODY_TAKEN_BLOCKS_H

#include "html/body/block_kinds.h"
#include "html/body/choice/body_choice.h"

/*
 * Fills `taken`, of blocks, which is all 0 at first. The article knows its title, its authors and its quality, which rises where a page has so little
 * text that all of it is taken. False: none is. `arena` is needed for a while.
 */
bool taken_blocks_read(Arena *arena, const BodyChoice *choice, const BlockForm *forms, Article *article,
                       unsigned char *taken);

#endif
