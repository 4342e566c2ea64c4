/*
 * The program in a pseudo-terminal: what it writes is collected, what it should write is waited for (never slept for), and at the
 * end the terminal has to be as it was.
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
    const char *answers;   /* what it says when it is asked (DA1, the last of all questions); NULL: that it is a VT102 */
    void (*prepare)(void *context); /* called in the process that becomes the program, last before that; NULL: nothing to do */
    void (*received)(void *context, const char *bytes, size_t size); /* or NULL: gets what is written, which is not collected, nor answered */
    void *context;         /* of these */
    const char *flood;     /* keys that are pressed whenever the program may take some; NULL: none */
    bool mute;             /* the terminal does not echo what is typed before the program takes it */
    bool deaf;             /* what it writes is not read */
    size_t asked;          /* bytes that were looked at for that */
    pid_t leader;          /* of the session, as a shell would be: it starts the program as its foreground job */
    pid_t process;         /* the program; -1 once it ended */
    int reports;           /* what the leader tells of it */
    int master;
    struct termios before;
    bool unblocked;        /* at its last stop, or its end, the open file that the leader has too was non-blocking */
    char bytes[PTY_BYTES]; /* all that was written */
    size_t size;
    size_t seen;           /* what was waited for already */
    int status;            /* of waitpid, once it ended */
    long waited_ms;        /* how long pty_wait_end or pty_wait_stopped waited */
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
void pty_forget(Pty *pty);          /* what it wrote so far */

/* Take in what it writes for a while. True: it wrote nothing. The one place that lets time pass: where time is what is tested. */
bool pty_expect_nothing(Pty *pty, int while_ms);
void pty_resize(Pty *pty, int rows, int columns);

/*
 * Take in what comes within `wait_ms`, bytes or a change of the program's state. PTY_ENDED: `status` says how, now or before. Once it ended
 * there may still be bytes: they are all taken.
 */
typedef enum PtyChange { PTY_NOTHING, PTY_BYTES_CAME, PTY_STOPPED, PTY_ENDED } PtyChange;
PtyChange pty_take(Pty *pty, int wait_ms);

void pty_signal(Pty *pty, int number); /* to the program */
/* Press keys, and read nothing, until the program takes no more: it waits in a write. Afterwards the terminal is deaf. */
bool pty_stop_output(Pty *pty, const char *keys);

bool pty_wait_stopped(Pty *pty);
bool pty_wait_end(Pty *pty);        /* within the deadline */
bool pty_is_restored(const Pty *pty); /* line settings and flags as before */
const char *pty_mode_left(const Pty *pty); /* what it set by control sequences and did not take back; NULL: nothing */
bool pty_wrote(const Pty *pty, const char *bytes);
void pty_close_master(Pty *pty);    /* hang up */
void pty_release(Pty *pty);

#endif
