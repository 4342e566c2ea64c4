/*
 * Running the program in a pseudo-terminal: what it writes is collected; a test waits for what should be written, and never sleeps; at the end
 * the terminal has to be as it was.
 */
#ifndef QUOIN_TESTS_PTY_H
#define QUOIN_TESTS_PTY_H

#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include "tap.h"

enum { PTY_BYTES = 1 << 20, PTY_DEADLINE_MS = 10000 };

typedef struct Pty {
    const char *colorterm; /* COLORTERM of the programs that are started; NULL: none */
    const char *answers; /* what the terminal answers when it is asked for its attributes (DA1, the last question); NULL: those of a VT102 */
    void (*prepare)(void *context); /* called in the process that becomes the program, last before that; NULL: nothing to do */
    void (*received)(void *context, const char *bytes,
                     size_t size); /* gets what is written, which is then neither collected nor answered; or NULL */
    void *context;                 /* of these */
    const char *flood;             /* keys that are pressed whenever the program may take some; NULL: none */
    bool mute; /* what is typed while the line has its own settings is not echoed, and ^C there throws nothing away that waits to be read */
    bool deaf; /* the test does not read what the program writes */
    size_t asked;  /* bytes in which questions were looked for already */
    pid_t leader;  /* of the session, as a shell would be: it starts the program as its foreground job */
    pid_t process; /* the program; -1 once it ended */
    int reports;   /* the pipe in which the leader tells of its changes */
    int master;
    struct termios before;
    bool unblocked; /* when it last stopped or ended it left the terminal, which the leader has open too, non-blocking */
    char bytes[PTY_BYTES]; /* all that was written */
    size_t size;
    size_t seen;    /* where the last successful wait ended */
    int status;     /* of waitpid, once it ended */
    long waited_ms; /* how long pty_wait_end or pty_wait_stopped waited */
} Pty;

/* NULL, or why no pseudo-terminal can be made here (a container without /dev/pts): then the tests are skipped. */
const char *pty_missing(void);

/*
 * Start `arguments` (NULL at the end; a name without a slash is looked up in PATH) on a terminal of a size. `input`: a file for standard
 * input, or NULL for the terminal. What cannot be started ends the test program (tap_bail_out), so `process` is one.
 */
void pty_start(Pty *pty, const char *term, int rows, int columns, const char *input, char *const arguments[]);

/* Wait until the bytes come, from where the last wait ended. */
bool pty_expect(Pty *pty, const char *bytes);

bool pty_expect_or_end(Pty *pty, const char *bytes); /* false: the program has ended without them */

void pty_send(Pty *pty, const char *keys);
void pty_forget(Pty *pty); /* what it wrote so far */

/* Collect what it writes for a while. True: it wrote nothing. The only function that lets time pass, for tests of time itself. */
bool pty_expect_nothing(Pty *pty, int while_ms);
void pty_resize(Pty *pty, int rows, int columns);

/*
 * Wait at most `wait_ms` for bytes or a change of the program's state, and take it. PTY_ENDED: it has ended, now or before, as `status` says,
 * and all its remaining bytes were taken.
 */
typedef enum PtyChange { PTY_NOTHING, PTY_BYTES_CAME, PTY_STOPPED, PTY_ENDED } PtyChange;
PtyChange pty_take(Pty *pty, int wait_ms);

void pty_signal(Pty *pty, int number); /* to the program */
/* Press keys without reading anything until the program accepts no more keys, because it waits in a write. The terminal is deaf afterwards. */
bool pty_stop_output(Pty *pty, const char *keys);

bool pty_wait_stopped(Pty *pty);
bool pty_wait_end(Pty *pty);               /* within the deadline */
bool pty_is_restored(const Pty *pty);      /* line settings and flags as before */
const char *pty_mode_left(const Pty *pty); /* a mode that it set by control sequences and did not reset; NULL: none */
bool pty_wrote(const Pty *pty, const char *bytes);
void pty_close_master(Pty *pty); /* hang up */
void pty_release(Pty *pty);

#endif
