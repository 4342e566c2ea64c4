/* The terminal's own entry, but for what it does with colours. */
#ifndef QUOIN_TERM_EXACT_COLORS_H
#define QUOIN_TERM_EXACT_COLORS_H

#include "base/arena.h"

/* curses' number of a colour of the terminal's own palette, 0 to 255, is that plus this; below it stands 0xRRGGBB. */
enum { EXACT_PALETTE = 0x1000000 };

/*
 * The entry of the terminal that setupterm has found, without what changes the palette, and if it is to be `exact` with colours by value, in
 * the form that curses reads from TERMINFO ("hex:…", see infocmp(1), -Q). NULL where it cannot be written so. In the arena.
 */
const char *exact_colors_entry(Arena *arena, bool exact);

#endif
