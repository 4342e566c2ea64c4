/* --quit-if-one-screen: what fits on the screen is printed, and nothing is left to read. */
#ifndef QUOIN_CLI_COMMANDS_ONE_SCREEN_H
#define QUOIN_CLI_COMMANDS_ONE_SCREEN_H

#include "cli/session/session.h"

/* Wait a moment for a stream to come to its end: most do, and then the screen need not be taken at all. */
void one_screen_wait(Session *session);

/* Is there one article, is all of it there, and does it fit, printed, above the prompt? */
bool one_screen_fits(Session *session, const Options *options);

#endif
