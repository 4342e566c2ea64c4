/* Pages of the web for commands that print: all of them are there before the first is read, since nothing may be started once they are confined. */
#ifndef QUOIN_CLI_SESSION_PAGES_H
#define QUOIN_CLI_SESSION_PAGES_H

#include "cli/session/session.h"

/*
 * Get what is at the addresses of the session's library, one after the other; where standard error is a terminal a line says what comes. What goes
 * wrong is told when they are read.
 */
void session_get_pages(Session *session, const Options *options);

#endif
