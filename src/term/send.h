/* Bytes to the terminal, past curses. */
#ifndef QUOIN_TERM_SEND_H
#define QUOIN_TERM_SEND_H

#include <stdbool.h>
#include <stddef.h>

/* All of them, in as many writes as it takes. False: they could not all be written (errno). Not for handlers of signals: it waits. */
bool send_bytes(int output, const char *bytes, size_t size);

#endif
