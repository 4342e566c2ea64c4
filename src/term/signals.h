/*
 * What signals do while the program has the terminal. A signal acts at once, in its handler, whatever the program is doing: parsing a file,
 * reading keys, or waiting for a terminal that accepts no output.
 */
#ifndef QUOIN_TERM_SIGNALS_H
#define QUOIN_TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* From now on a signal that ends or stops the program restores the terminal first; after a stop the terminal is taken over again when the program
 * continues. Signals that were ignored stay ignored. */
void signals_catch(void);
void signals_release(void); /* all signals are handled as they were before signals_catch */

/* While the line has not the settings of the screen, though that is coming back, a ^C typed in it is a late key and ends nothing. */
void signals_lend_line(bool lent);

/* Signals of keys (^C, ^\\, ^Z) that come now do nothing: they were meant for another program. Those that are sent act. */
void signals_drop_keys(bool dropped);

/* Since the last call of the same function: was the terminal resized? Has the program been stopped and continued? */
bool signals_take_resized(void);
bool signals_take_resumed(void);

/* Block these two signals, so that none is lost between looking for one and waiting for the next: pselect with `outside` lets them in. */
bool signals_hold_back(sigset_t *outside); /* false: one has come */
void signals_let_in(const sigset_t *outside);

#endif
