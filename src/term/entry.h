/* The terminal's entry (terminfo(5)), with changes to what it says of colours and the mouse. */
#ifndef QUOIN_TERM_ENTRY_H
#define QUOIN_TERM_ENTRY_H

#include "config.h"

#include "base/arena.h"

/* With exact colours, curses is given 0xRRGGBB as the number of a colour; colour 0 to 255 of the terminal's palette is that number plus this. */
enum { EXACT_PALETTE = 0x1000000 };

/* Whether curses shows the entry that it has read; without, colours are those of the terminal's palette. */
#ifdef HAVE_TERMINAL_ENTRY
enum { ENTRY_IS_SHOWN = 1 };
#else
enum { ENTRY_IS_SHOWN = 0 };
#endif

typedef struct EntryWishes {
    bool exact_colors; /* colours by value */
    bool short_colors; /* one form for all of 256 colours, where the entry has a condition with three, which curses evaluates at each change */
    bool cells_stay; /* no way to move what is on the screen: it is written again */
} EntryWishes;

/*
 * The entry that setupterm has found, without the capabilities that change the palette and with what is wished for, in the form in which curses
 * reads an entry from TERMINFO ("hex:…", see infocmp(1), -Q). In the arena. NULL: the entry cannot be written in that form, or is not shown.
 */
const char *entry_for_curses(Arena *arena, EntryWishes wishes);

#endif
