/* The terminal's own entry, but for what it does with colours and the mouse. */
#ifndef QUOIN_TERM_ENTRY_H
#define QUOIN_TERM_ENTRY_H

#include "config.h"

#include "base/arena.h"

/* curses' number of a colour of the terminal's own palette, 0 to 255, is that plus this; below it stands 0xRRGGBB. */
enum { EXACT_PALETTE = 0x1000000 };

/* Whether curses shows the entry that it has read; without, colours are those of the terminal's palette. */
#ifdef HAVE_TERMINAL_ENTRY
enum { ENTRY_IS_SHOWN = 1 };
#else
enum { ENTRY_IS_SHOWN = 0 };
#endif

typedef struct EntryWishes {
    bool exact_colors; /* by value */
    bool short_colors; /* of 256, in one form for all of them where the entry has three: curses works this out at each change of colour */
    bool sgr_mouse;    /* beyond column 223, where the entry only knows the oldest reports of the mouse */
} EntryWishes;

/*
 * The entry of the terminal that setupterm has found, without what changes the palette, and with what is wished, in the form that curses
 * reads from TERMINFO ("hex:…", see infocmp(1), -Q). NULL where it cannot be written so, or is not shown. In the arena.
 */
const char *entry_for_curses(Arena *arena, EntryWishes wishes);

#endif
