/*
 * A terminal of which nothing is wanted but lines: for linear reading. Keys come one by one and are not shown; a line is typed and edited as the
 * terminal has it. Where keys are piped, they are read as they come.
 */
#ifndef QUOIN_TERM_LINE_TERMINAL_H
#define QUOIN_TERM_LINE_TERMINAL_H

#include <termios.h>

#include "base/report.h"
#include "keys/key.h"

typedef struct LineTerminal {
    int descriptor;
    bool is_terminal;
    Text question;        /* of the line that is being typed, … */
    TextBuffer typed;     /* … and what there is of it */
    bool is_typed;        /* is one? */
    struct termios found; /* its line settings, which come back at the end, however the program ends */
} LineTerminal;

/* Keys come from standard input, or, where an article does (`input_is_taken`), from the terminal. False: there is none; the report says so. */
bool line_terminal_open(LineTerminal *terminal, bool input_is_taken, Report *report);
void line_terminal_close(LineTerminal *terminal);

/* KEYS_END: there are no more, or the terminal is gone. `timeout_ms`: as of poll. */
typedef enum KeyEvent { KEYS_ONE, KEYS_NONE, KEYS_END } KeyEvent;
KeyEvent line_terminal_key(LineTerminal *terminal, int timeout_ms, Key *key);

/*
 * A line without its end, in the arena; of a very long one the start. On a terminal it is shown as it is typed, and again after the question that was
 * asked, which is on the terminal already, when the program goes on after a stop. KEYS_END: it ended before one.
 */
KeyEvent line_terminal_line(LineTerminal *terminal, Text question, Arena *arena, Text *line);

#endif
