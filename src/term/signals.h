/*
 * What signals do while the terminal is not as it was found. At whatever moment one comes, nobody waits for it: it acts in its handler, also
 * while a file is parsed, keys keep coming, or the terminal takes no output.
 */
#ifndef QUOIN_TERM_SIGNALS_H
#define QUOIN_TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* From now on a signal that ends the program gives the terminal back first, and one that stops it also takes it again when it goes on. Those
 * that were ignored stay ignored. */
void signals_catch(void);
void signals_release(void); /* all as they were found */

/* Since the last call: was the terminal resized; did the program go on after it had stopped, for whatever reason? */
bool signals_take_resized(void);
bool signals_take_resumed(void);

/* Between a look whether one of these two has come and a wait that lets them in (pselect with `outside`) none may come. */
bool signals_hold_back(sigset_t *outside); /* false: one has come */
void signals_let_in(const sigset_t *outside);

#endif
