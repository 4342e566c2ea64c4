/* Printing what would be read: also the reader's way out when there is no terminal. */
#ifndef QUOIN_CLI_COMMANDS_SHOW_H
#define QUOIN_CLI_COMMANDS_SHOW_H

#include "cli/session/session.h"

int show_session(Session *session, const Options *options); /* exit status */

#endif
