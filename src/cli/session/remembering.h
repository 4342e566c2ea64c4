/* Whether what is read is remembered, and what of it is offered at the start. */
#ifndef QUOIN_CLI_SESSION_REMEMBERING_H
#define QUOIN_CLI_SESSION_REMEMBERING_H

#include "cli/session/session.h"

/* From now on what is read is remembered, unless the options or the configuration say no. Not for what prints. */
void session_remember(Session *session, const Options *options);

/* The articles that somebody is in the midst of, as the first of the library, the last one first. False: there are none, or nothing is remembered. */
bool session_add_begun(Session *session, const Options *options);

/* When the bundled articles are behind them: what is among both stays where it is offered, and stands there once. */
void session_drop_begun_again(Session *session);

#endif
