/*
 * Starting: fork, the three descriptors, exec. Whether exec succeeded is told by a pipe that exec closes: what is read from it is the
 * errno of a failure, and nothing where the program runs. Between fork and exec the child has no handler of ours and lets no signal through, so that
 * none of ours acts in it (they restore the terminal).
 */
#include "base/system/process_parts.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

enum { FIRST_FREE = 3 };

void process_close(int *descriptor)
{
    if (*descriptor >= 0)
        (void)close(*descriptor);
    *descriptor = -1;
}

/* Where our own input or output is closed, a pipe could take its place, and what is put there later would take the pipe's. */
static int above_standard(int descriptor)
{
    int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, FIRST_FREE), error = errno;

    (void)close(descriptor);
    errno = error;
    return moved;
}

bool process_pipe(Pipe *pipe_made)
{
    int ends[2];

    if (pipe(ends) != 0)
        return false;
    *pipe_made = (Pipe){above_standard(ends[0]), above_standard(ends[1])};
    if (pipe_made->reading >= 0 && pipe_made->writing >= 0)
        return true;
    process_close(&pipe_made->reading);
    process_close(&pipe_made->writing);
    return false;
}

/* -1: /dev/null is put there, which a confined process may not open: it gives all three. */
static bool put_at(int descriptor, int place)
{
    int null = descriptor < 0 ? open("/dev/null", O_RDWR | O_CLOEXEC | O_NOCTTY) : -1;
    bool done;

    if (null == place) /* where nothing was before */
        return fcntl(null, F_SETFD, 0) == 0;
    done = dup2(descriptor < 0 ? null : descriptor, place) == place;
    process_close(&null);
    return done;
}

/* Signals that we ignore would stay ignored. */
static void forget_signals(void)
{
    sigset_t none;

    for (int number = 1; number < NSIG; number++)
        (void)signal(number, SIG_DFL);
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
}

/* In the child; only what a signal handler may call. */
static _Noreturn void become(const char *const *arguments, ProcessDescriptors descriptors, int trouble)
{
    int error;

    forget_signals();
    if (put_at(descriptors.input, STDIN_FILENO) && put_at(descriptors.output, STDOUT_FILENO) &&
        put_at(descriptors.errors, STDERR_FILENO))
        (void)execvp(arguments[0], (char *const *)(uintptr_t)arguments); /* which changes none of them */
    error = errno;
    (void)!write(trouble, &error, sizeof error);
    _exit(127);
}

/* Who starts us may ignore SIGCHLD, and then the system forgets how a child ended: a failure would pass for success. */
static void keep_ends(void)
{
    struct sigaction usual = {.sa_handler = SIG_DFL}, found;

    (void)sigemptyset(&usual.sa_mask);
    if (sigaction(SIGCHLD, NULL, &found) == 0 && found.sa_handler == SIG_IGN)
        (void)sigaction(SIGCHLD, &usual, NULL);
}

static pid_t fork_without_signals(void)
{
    sigset_t all, before;
    pid_t child;
    int error;

    keep_ends();
    (void)sigfillset(&all);
    (void)sigprocmask(SIG_SETMASK, &all, &before);
    child = fork();
    error = errno;
    if (child != 0)
        (void)sigprocmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return child;
}

/* What the other side of the pipe wrote: 0 where it closed it without a word. */
static int read_error(int descriptor)
{
    int error = 0;
    ssize_t size;

    do
        size = read(descriptor, &error, sizeof error);
    while (size < 0 && errno == EINTR);
    return size == (ssize_t)sizeof error ? error : 0;
}

pid_t process_spawn(const char *const *arguments, ProcessDescriptors descriptors, int *error)
{
    Pipe trouble;
    pid_t child;

    if (!process_pipe(&trouble)) {
        *error = errno;
        return -1;
    }
    child = fork_without_signals();
    if (child == 0)
        become(arguments, descriptors, trouble.writing);
    *error = child < 0 ? errno : 0;
    process_close(&trouble.writing);
    if (child > 0 && (*error = read_error(trouble.reading)) != 0)
        (void)process_await(child, -1, NULL);
    process_close(&trouble.reading);
    return *error ? -1 : child;
}

void process_make_waitless(int descriptor)
{
    (void)fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

/* ---- with its output as a descriptor ---- */

int process_start(Arena *arena, const char *const *arguments, Process *process)
{
    Pipe output, errors;
    int error;

    *process = (Process){.arena = arena, .output = -1, .errors = -1};
    if (!process_pipe(&output))
        return errno;
    if (!process_pipe(&errors)) {
        error = errno;
        process_close(&output.reading);
        process_close(&output.writing);
        return error;
    }
    process->id = process_spawn(arguments, (ProcessDescriptors){-1, output.writing, errors.writing}, &error);
    process_close(&output.writing);
    process_close(&errors.writing);
    if (error) {
        process->id = 0;
        process_close(&output.reading);
        process_close(&errors.reading);
        return error;
    }
    process->output = output.reading;
    process->errors = errors.reading;
    process_make_waitless(process->errors);
    return 0;
}

void process_take_errors(Process *process)
{
    bool over = false;

    if (process->errors >= 0 &&
        !process_take(process->arena, process->errors, &process->said, PROCESS_ERRORS_MOST, &over))
        process_close(&process->errors);
}

ProcessResult process_finish(Process *process, unsigned deadline_ms)
{
    int64_t until = deadline_ms ? process_now_ms() + deadline_ms : -1;
    ProcessResult result;

    assert(process->id > 0);
    result = process_await(process->id, until, process);
    process_take_errors(process);
    process_close(&process->errors);
    process->id = 0;
    result.errors = text_buffer_text(&process->said);
    if (result.end == PROCESS_TIMED_OUT)
        result.code = (int)deadline_ms;
    return result;
}

void process_stop(Process *process)
{
    if (process->id <= 0)
        return;
    process_kill(process->id);
    (void)process_await(process->id, -1, NULL);
    process_close(&process->errors);
    process->id = 0;
}

/* ---- in our place ---- */

ProcessResult process_run_in_front(const char *const *arguments, int input)
{
    struct sigaction ignoring = {.sa_handler = SIG_IGN}, interrupt, quit;
    ProcessResult result = {.end = PROCESS_NOT_STARTED};
    pid_t process;

    (void)sigemptyset(&ignoring.sa_mask);
    (void)sigaction(SIGINT, &ignoring, &interrupt);
    (void)sigaction(SIGQUIT, &ignoring, &quit);
    process = process_spawn(arguments, (ProcessDescriptors){input, STDOUT_FILENO, STDERR_FILENO}, &result.code);
    if (process > 0)
        result = process_await(process, -1, NULL);
    (void)sigaction(SIGINT, &interrupt, NULL);
    (void)sigaction(SIGQUIT, &quit, NULL);
    return result;
}

/* ---- on its own ---- */

/* The child of a child that ends is not ours any more, and no zombie of ours; without our session no ^C and no hangup reaches it. */
static _Noreturn void become_detached(const char *const *arguments, int trouble)
{
    int error = 0;
    pid_t child;

    (void)setsid();
    child = fork();
    if (child == 0)
        become(arguments, (ProcessDescriptors){-1, -1, -1}, trouble);
    if (child < 0) {
        error = errno;
        (void)!write(trouble, &error, sizeof error);
    }
    _exit(0);
}

int process_detach(const char *const *arguments)
{
    Pipe trouble;
    pid_t child;
    int error;

    if (!process_pipe(&trouble))
        return errno;
    child = fork_without_signals();
    if (child == 0)
        become_detached(arguments, trouble.writing);
    error = child < 0 ? errno : 0;
    process_close(&trouble.writing);
    if (child > 0) {
        (void)process_await(child, -1, NULL);
        error = read_error(trouble.reading);
    }
    process_close(&trouble.reading);
    return error;
}
