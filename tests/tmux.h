/* A program inside tmux (https://github.com/tmux/tmux), which can tell what each cell of the screen shows. It has a server of its own, in a
 * temporary folder. */
#ifndef QUOIN_TESTS_TMUX_H
#define QUOIN_TESTS_TMUX_H

#include <stdbool.h>
#include <stddef.h>

enum { TMUX_BYTES = 256 * 1024, TMUX_DEADLINE_MS = 10000 };

typedef struct Tmux {
    char folder[64]; /* its own, of the server's socket; empty when it could not be made, and then there is no server */
    char socket[80];
    char bytes[TMUX_BYTES]; /* of the last capture, ended by NUL */
    size_t size;
} Tmux;

/* NULL, or why nothing can be shown in it here: then the tests are skipped. */
const char *tmux_missing(void);

/* Start `arguments` (NULL at the end). False: it could not be. */
bool tmux_start(Tmux *tmux, int rows, int columns, const char *const *arguments);

/* The screen, a line a row, with attributes and colours as control sequences. */
bool tmux_capture(Tmux *tmux);

void tmux_end(Tmux *tmux);

/* Let a moment pass between two captures. */
void tmux_pause(void);

#endif
