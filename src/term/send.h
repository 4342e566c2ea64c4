/* Bytes to the terminal, past curses. */
#ifndef QUOIN_TERM_SEND_H
#define QUOIN_TERM_SEND_H

#include <stdbool.h>
#include <stddef.h>

/* Write all bytes, in as many calls as it takes. False: that failed (errno). It may wait, so it is not for handlers of signals. */
bool send_bytes(int output, const char *bytes, size_t size);

#endif
