/* Batch commands read files of strangers and only print: once they know their files they are confined to them. */
#ifndef QUOIN_CLI_SESSION_CONFINEMENT_H
#define QUOIN_CLI_SESSION_CONFINEMENT_H

#include "cli/session/session.h"

/* To `files` (a folder: what is in it), unless --no-confine was given. A kernel that refuses is told on standard error, and the command goes on. */
void confinement_begin(const Options *options, const char *const *files, size_t count);

/* To the articles of the session, its themes and the model of names. */
void confinement_begin_session(Session *session, const Options *options);

#endif
