/* A program in a pseudo-terminal (pty.h), with the times of what it writes. For measuring, not for testing. */
#ifndef QUOIN_TESTS_BENCH_TIMED_H
#define QUOIN_TESTS_BENCH_TIMED_H

#include "pty.h"

enum { TIMED_ROWS = 24, TIMED_COLUMNS = 80 };

typedef struct Timed {
    Pty pty;
    double started_ms; /* when the program was started, or the last keys were sent */
    double last_ms;    /* when its last byte came */
    char seen[65536];  /* what it wrote last */
    size_t seen_count;
} Timed;

/* Start `arguments` (NULL at the end, looked up in PATH). One at a time: what is returned is always the same. NULL: there are no pseudo-terminals. */
Timed *timed_start(char *const *arguments);

void timed_send(Timed *timed, const char *keys);

/* Milliseconds from start or keys until `word` was written; negative when it was not within the deadline. */
double timed_wait_for(Timed *timed, const char *word, double deadline_ms);

/*
 * Milliseconds from start or keys until the last byte of the answer: nothing came for `quiet_ms` and (where /proc tells)
 * the program sleeps. Negative when it was still at work at the deadline.
 */
double timed_settle(Timed *timed, double quiet_ms, double deadline_ms);

/* How often the program was woken so far; negative where /proc does not tell. */
long timed_wakeups(const Timed *timed);

/* Wait for its end, or end it; give everything back. */
void timed_end(Timed *timed, double deadline_ms);

#endif
