/*
 * Other programs: each is started by an argument vector, never through a shell, so that nothing in an argument is a command. It has its
 * input and output by descriptors that it is given, and no other of ours; it does not share our terminal but by /dev/tty. What was started is
 * waited for: none becomes a zombie. This is the only place that starts programs.
 */
#ifndef QUOIN_BASE_SYSTEM_PROCESS_H
#define QUOIN_BASE_SYSTEM_PROCESS_H

#include <sys/types.h>

#include "base/arena.h"

typedef enum ProcessEnd {
    PROCESS_EXITED,     /* `code` is its exit status */
    PROCESS_SIGNALLED,  /* `code` is the signal that ended it */
    PROCESS_TIMED_OUT,  /* it was ended, since it took longer than it may; `code` is the most, in ms */
    PROCESS_WROTE_MUCH, /* it was ended, since it wrote more than it may */
    PROCESS_STOPPED,    /* it was ended, since whoever waited does so no longer */
    PROCESS_NOT_STARTED /* `code` is the errno that tells why: ENOENT where there is no such program */
} ProcessEnd;

typedef struct ProcessResult {
    ProcessEnd end;
    int code;
    Text output,
        errors; /* what it wrote to standard output and standard error; of the latter the first PROCESS_ERRORS_MOST bytes */
} ProcessResult;

enum { PROCESS_ERRORS_MOST = 16 * 1024 };

/* "ended with exit status 3", "took longer than 10 s", …; for messages, in the arena. */
Text process_end_text(Arena *arena, const ProcessResult *result);

/* ---- run to its end ---- */

typedef struct ProcessPlan {
    const char *const *arguments; /* the first is the program, looked up in PATH where it has no slash; NULL at the end */
    Text input;                   /* what it reads from standard input; empty: nothing */
    size_t output_most;           /* bytes that it may write to standard output */
    unsigned deadline_ms;         /* 0: it may take as long as it likes */
} ProcessPlan;

/* What it wrote lies in `arena`. What it leaves of `input` unread is no error. */
ProcessResult process_run(Arena *arena, const ProcessPlan *plan);

/* Asked ten times a second while a program goes on. False: it is to be ended (PROCESS_STOPPED). */
typedef bool ProcessAwaited(void *waiting);
ProcessResult process_run_awaited(Arena *arena, const ProcessPlan *plan, ProcessAwaited *is_awaited, void *waiting);

/* The same of a program that leaves others behind it which go on, as those do that serve the clipboard: it has ended when itself has. What it writes
 * to standard output is lost. */
ProcessResult process_hand_over(Arena *arena, const ProcessPlan *plan);

/* ---- start, and read what it writes as it comes ---- */

/* All zero: none. */
typedef struct Process {
    pid_t id;
    int output; /* its standard output: for the caller to read, and to close */
    int errors; /* its standard error */
    Arena *arena;
    TextBuffer said; /* what came of that so far */
} Process;

/* Its standard input is empty. 0, or the errno that tells why it was not started; then there is nothing to close. */
int process_start(Arena *arena, const char *const *arguments, Process *process);

/* Take what it has written to standard error, without waiting: it stops where nobody reads more than 64 KiB or so. */
void process_take_errors(Process *process);

/* Wait for its end, at most so long (0: without an end); one that goes on is ended. For when its output has ended, or is not wanted. */
ProcessResult process_finish(Process *process, unsigned deadline_ms);

/* End it now. */
void process_stop(Process *process);

/* ---- run in our place ---- */

/*
 * For editors: with our terminal, our output and errors; `input` is its standard input. Waits for its end; ^C and ^\\ are its own meanwhile. The
 * terminal must have been given back before.
 */
ProcessResult process_run_in_front(const char *const *arguments, int input);

/* ---- start, and go on ---- */

/* For browsers: without our terminal and our output, it outlives us. 0, or the errno that tells why it was not started. */
int process_detach(const char *const *arguments);

#endif
