/*
 * The terminal given back, and taken again, where curses may not be called: in the handler of a signal, when there is no memory left, when
 * curses itself ends the program. Nothing here but emergency_begin and emergency_prepare does anything that a handler may not do.
 */
#ifndef QUOIN_TERM_EMERGENCY_H
#define QUOIN_TERM_EMERGENCY_H

#include <stdbool.h>

/* What was changed of the terminal, and is to be undone. */
typedef enum Hold {
    HOLD_NOTHING,
    HOLD_LINE,   /* its line settings, while it is asked what it can do */
    HOLD_SCREEN  /* the screen as well: curses has it, or is about to */
} Hold;

/* Keep the line settings of the terminal `input` as they are now, to go back to; what is told to the terminal is written to `output`. */
void emergency_begin(int input, int output);

/* Make the bytes ready that undo what curses does to the terminal, from its entry (cur_term), and what we do besides: `asked` it for modes
 * that no entry names, taken its `mouse`. */
void emergency_prepare(bool asked, bool mouse);

/* From now on so much is to be given back. */
void emergency_hold(Hold hold);

/* Line settings as at emergency_begin, if something is held. */
void emergency_restore_line(void);

/* Give back what is held, as far as the terminal takes it within EMERGENCY_MS. False: nothing is held, or somebody else has the terminal now
 * (we are a job in the background), and it was left alone. */
enum { EMERGENCY_MS = 20 };
bool emergency_give_back(void);

/* After a successful emergency_give_back, when the job goes on: as it was before that, but for what is to be drawn. Line settings that somebody
 * has changed meanwhile are the ones to go back to. */
void emergency_take_again(void);

/* Has another job the terminal? */
bool emergency_in_background(void);

/* Give back what is held, say why on standard error, and end with status 2, leaving everything else as it is: for when there is no memory. */
_Noreturn void emergency_end(const char *why);

#endif
