/* Printing what would be read: also the reader's way out when there is no terminal. */
#ifndef QUOIN_CLI_COMMANDS_SHOW_H
#define QUOIN_CLI_COMMANDS_SHOW_H

#include "cli/session/session.h"

/* Would the first of the session's articles, printed, be at most so many rows? False where there is none. */
bool show_fits(Session *session, const Options *options, int rows);

int show_session(Session *session, const Options *options); /* exit status */

#endif
