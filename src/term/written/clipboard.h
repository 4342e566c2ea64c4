/* The clipboard of the terminal itself, which is that of the machine one sits at, whatever machine the program runs on: OSC 52 (XTerm Control
 * Sequences, "Manipulate Selection Data"). No terminal answers, so that what is known of it has to do. */
#ifndef QUOIN_TERM_WRITTEN_CLIPBOARD_H
#define QUOIN_TERM_WRITTEN_CLIPBOARD_H

#include "base/sink.h"
#include "base/text.h"

typedef enum ClipboardTrust {
    CLIPBOARD_UNKNOWN, /* it may take it */
    CLIPBOARD_TAKES,
    CLIPBOARD_REFUSES /* unless its user has allowed it, which is not known */
} ClipboardTrust;

typedef struct ClipboardAbility {
    ClipboardTrust trust;
    size_t bytes_most;   /* of a text */
    const char *wanting; /* what it wants, where it refuses: "allowWindowOps in xterm"; else NULL */
} ClipboardAbility;

/*
 * By what the terminal says of itself (`name`, empty where it does not; `says_so`, that it has a clipboard), else by the environment, of which
 * `variable` gives the value of one, or NULL. Within tmux and screen it is these that are asked, and tmux has a command that serves better.
 */
ClipboardAbility clipboard_ability(Text name, bool says_so, const char *(*variable)(const char *name));

/* What sends a text there; within screen, what screen hands on to its terminal (DCS, which it takes in pieces), since it keeps OSC 52 to itself. */
typedef enum ClipboardWay { CLIPBOARD_STRAIGHT, CLIPBOARD_THROUGH_SCREEN } ClipboardWay;
void clipboard_write(Sink *out, Text text, ClipboardWay way);

#endif
