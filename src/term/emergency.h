/*
 * Restoring the terminal, and taking it over again, where curses may not be called: in the handler of a signal, when memory has run out, or when
 * curses itself ends the program. All functions but emergency_begin and emergency_prepare are safe in a handler.
 */
#ifndef QUOIN_TERM_EMERGENCY_H
#define QUOIN_TERM_EMERGENCY_H

#include <stdbool.h>

/* How much of the terminal has been changed, and has to be restored. */
typedef enum Hold {
    HOLD_NOTHING,
    HOLD_LINE,  /* its line settings, while it is asked what it can do */
    HOLD_SCREEN /* the screen as well: curses has it, or is about to */
} Hold;

/* The terminal is `input`; what it is sent goes to `output`. */
void emergency_begin(int input, int output);

/* Prepare the bytes that undo what curses does to the terminal, taken from its entry (cur_term), and what the program itself does: `asked`, it
 * has set modes that no entry names; `keys`, it has asked for reports of keys; `reports`, it lets the terminal mark what is pasted; `mouse`, and
 * report the mouse; `hyperlinks`, it may be in the midst of one. */
void emergency_prepare(bool asked, bool keys, bool reports, bool mouse, bool hyperlinks);

/* From now on this much has to be restored; where nothing had to be, the line settings are those that the terminal has now. A signal that stops the
 * program may not come meanwhile: settings that others make during the stop would be lost. */
void emergency_hold(Hold hold);

/* Set the remembered line settings again, unless nothing is held. */
void emergency_restore_line(void);

/* Restore what is held, as far as the terminal accepts bytes within EMERGENCY_MS. False: nothing is held, or the program is a job in the
 * background, so that the terminal is another's now and is left alone. A signal that stops the program may not come meanwhile: it would take
 * again what is half restored. */
enum { EMERGENCY_MS = 20 };
bool emergency_give_back(void);

/* After a successful emergency_give_back, when the job continues: undo it, but for the contents of the screen, which have to be drawn again. Line
 * settings that somebody has changed meanwhile become the ones that are restored at the end. */
void emergency_take_again(void);

/* Does another job have the terminal? */
bool emergency_in_background(void);

/* When memory has run out: restore what is held, say why on standard error, and end the program at once with status 2. */
_Noreturn void emergency_end(const char *why);

#endif
