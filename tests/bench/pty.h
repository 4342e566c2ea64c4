/* A program in a pseudo-terminal: start it, send keys, wait for what it writes, with the times. For measuring, not for testing. */
#ifndef QUOIN_TESTS_BENCH_PTY_H
#define QUOIN_TESTS_BENCH_PTY_H

#include <stdbool.h>
#include <sys/types.h>

enum { PTY_ROWS = 24, PTY_COLUMNS = 80 };

typedef struct Pty {
    pid_t process;
    int master;
    double started_ms;  /* when the program was started, or the last keys were sent */
    double last_ms;     /* when its last byte came */
    char seen[65536];   /* what it wrote last */
    size_t seen_count;
    bool ended;
} Pty;

/* Start `arguments` (ends in NULL, looked up in PATH). False: no pseudo-terminal. */
bool pty_start(Pty *pty, char *const *arguments);

void pty_send(Pty *pty, const char *keys);

/* Milliseconds from start or keys until `word` was written; negative when it was not within the deadline. */
double pty_wait_for(Pty *pty, const char *word, double deadline_ms);

/*
 * Milliseconds from start or keys until the last byte of the answer: nothing came for `quiet_ms` and (where /proc tells)
 * the program sleeps. Negative when it was still at work at the deadline.
 */
double pty_settle(Pty *pty, double quiet_ms, double deadline_ms);

/* How often the program was woken so far; negative where /proc does not tell. */
long pty_wakeups(const Pty *pty);

/* Wait for its end, or end it; give everything back. */
void pty_end(Pty *pty, double deadline_ms);

double now_ms(void);

#endif
