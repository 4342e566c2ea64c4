/* One run of the reader in a pseudo-terminal, as the foreground job of a session leader: driven by keys and signals, judged at the end. */
#ifndef QUOIN_TESTS_TORTURE_RUN_H
#define QUOIN_TESTS_TORTURE_RUN_H

#include <sys/resource.h>

#include "pty.h"
#include "torture/grammar.h"
#include "torture/torture.h"

typedef struct Limit {
    int resource; /* of setrlimit */
    rlim_t value;
} Limit;

/* Where a standard stream is. A string is the path of a file. */
#define STREAM_TERMINAL NULL
#define STREAM_CLOSED ""
#define STREAM_PIPE "|"
#define STREAM_SHOWN "/dev/tty" /* standard error is the terminal's; without it, it is a file */

enum { RUN_ARGUMENTS = 12, RUN_CHANGES = 16, RUN_LIMITS = 4, RUN_KEYS_MOST = 4096 };

/* Zeroes are the usual: xterm-256color of 24 rows and 80 columns, input and output the terminal's, `--no-config ARTICLE`. */
typedef struct RunOptions {
    const char *arguments[RUN_ARGUMENTS]; /* after the program, ended by NULL */
    const char *folder;                   /* where it is started, or NULL */
    const char *term;                     /* NULL: xterm-256color */
    int rows, columns;
    const char *changes[RUN_CHANGES]; /* of the environment: "NAME=value", or "NAME" that is unset; ended by NULL */
    bool bare;                        /* no environment but those */
    Limit limits[RUN_LIMITS];         /* ended by a resource and a value of 0 */
    size_t limit_count;
    const char *input, *output, *errors; /* STREAM_… */
    const char *failing;                 /* for failing.so, or NULL */
    bool mute;          /* as in Pty: what is typed is neither taken for what the program wrote, nor loses some of it */
    bool copies;        /* keys are typed that copy */
    bool keeps_hangups; /* SIGHUP is ignored, as under nohup */
} RunOptions;

typedef struct Run {
    Torture *torture;
    const RunOptions *options;
    Pty pty;
    Grammar grammar;
    unsigned long long sent; /* bits of signals */
    size_t answered;
    int feed;           /* the end of the pipe that is standard input; -1: none */
    int drain;          /* … standard output */
    bool stopped;       /* now */
    bool stays_stopped; /* a stop is not ended here */
    size_t stops;
    bool ended;
    bool judges_terminal;
    char errors[TORTURE_PATH];                  /* the file that standard error is */
    char log[TORTURE_PATH], site[TORTURE_PATH]; /* what failed; where it crashed */
} Run;

/* In a child, before the program is started: streams, environment, limits; more than the three streams is closed. A file of a stream that is
 * STREAM_TERMINAL stays what it is. */
void run_prepare(const Torture *torture, const RunOptions *options);

/* The one run of this process: it is large. */
Run *run_start(Torture *torture, const RunOptions *options);

/* Take in what it writes until it waits for keys. False: it has ended. `limit_ms` ends the waiting. */
bool run_settle(Run *run, int limit_ms);

/* Let time pass, and take in what it writes. False: it has ended. */
bool run_wait(Run *run, int milliseconds);

/* Keys, as many as it takes: what it does not read within a while is not sent. */
void run_type(Run *run, const char *keys, size_t size);
void run_keys(Run *run, const char *keys);

void run_signal(Run *run, int number);

/* The terminal is gone. */
void run_hang_up(Run *run);

/* Milliseconds until it had ended (stopped: until it had stopped); -1: not within `limit_ms`. */
long run_wait_end(Run *run, int limit_ms);
long run_wait_stop(Run *run, int limit_ms);

/* At work for a good part of some time? */
bool run_is_busy(Run *run);

/* The keys that quit from anywhere, one by one. */
void run_quit(Run *run);

/* Wait for its end, judge it, clean up. `by_signal`: not 0: how it should have ended. */
void run_finish(Run *run, int by_signal);

/* Was the first call that failed one of curses, and did it crash within curses? The program cannot help that. */
bool run_crashed_in_curses(const Run *run);

#endif
