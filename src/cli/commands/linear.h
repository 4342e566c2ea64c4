/* `quoin --linear`: reading by lines that follow one another, for screen readers and braille displays. */
#ifndef QUOIN_CLI_COMMANDS_LINEAR_H
#define QUOIN_CLI_COMMANDS_LINEAR_H

#include "cli/session/session.h"

/* Until the reader leaves, or keys come to their end. The exit status. */
int linear_session(Session *session, const Options *options);

#endif
