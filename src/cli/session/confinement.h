/* Batch commands read files of strangers and only print: once they know their files they are confined to them. */
#ifndef QUOIN_CLI_SESSION_CONFINEMENT_H
#define QUOIN_CLI_SESSION_CONFINEMENT_H

#include "cli/session/session.h"

/* Confine the program to reading `files` (of a folder: all that is in it), unless --no-confine was given. If the kernel refuses, that is told on
 * standard error, and the command continues. */
void confinement_begin(const Options *options, const char *const *files, size_t count);

/* The same for the articles of the session, its themes and the model of names; what is at addresses is got before (session/pages.h). */
void confinement_begin_session(Session *session, const Options *options);

/* The same for a command that writes into `folder`, which is there, and nowhere else. */
void confinement_begin_writing(Session *session, const Options *options, const char *folder);

#endif
