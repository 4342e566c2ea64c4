/* Putting words where the reader can paste them from. */
#ifndef QUOIN_CLI_TAKING_CLIPBOARD_H
#define QUOIN_CLI_TAKING_CLIPBOARD_H

#include "config/config.h"
#include "term/written/clipboard.h"

/* The terminal's own clipboard: what is known of it, and sending there, as in term/screen.h. */
typedef struct TerminalClipboard {
    ClipboardAbility ability;
    bool (*send)(Text text);
} TerminalClipboard;

/*
 * By the program of the configuration alone, or by the terminal ("osc52"), where it names one; else by the first of these that can: the programs of
 * the desktop that we run on, and tmux; the terminal where it is known to take it. What failed, and what may not have been taken, is in a file too.
 * `*where`: "to the clipboard by xclip", for a message; what went wrong behind it. In the arena. False: it is nowhere; that says why.
 */
bool clipboard_put(Arena *arena, const Config *config, TerminalClipboard terminal, Text text, Text *where);

#endif
