/*
 * Waiting for a program: for what it writes, while it is given what it reads, for its end, and no longer than it may take. It may write before it has
 * read all, so both go on at once, as far as each can without waiting.
 */
#include "base/system/process_parts.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PIECE = 4096, PIECES_AT_ONCE = 256 }; /* pieces stand on the stack, which may be small */

int64_t process_now_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Of a child that is not waited for yet, so that the number is no other's; never 0 or -1, which mean many. */
void process_kill(pid_t process)
{
    if (process > 1)
        (void)kill(process, SIGKILL);
}

/* ---- its end ---- */

/* `options`: WNOHANG asks, 0 waits. False: it goes on. */
static bool reap(pid_t process, int options, ProcessResult *result)
{
    int status = 0;
    pid_t reaped;

    do
        reaped = waitpid(process, &status, options);
    while (reaped < 0 && errno == EINTR);
    if (reaped == 0)
        return false;
    *result = WIFSIGNALED(status) ? (ProcessResult){.end = PROCESS_SIGNALLED, .code = WTERMSIG(status)}
                                  : (ProcessResult){.end = PROCESS_EXITED, .code = WEXITSTATUS(status)};
    return true;
}

/* The more often it was looked in vain, the longer the next pause. */
ProcessResult process_await(pid_t process, int64_t until_ms, Process *taken)
{
    enum { LONGEST_PAUSE = 20 };
    ProcessResult result = {0};

    for (int pause = 1;; pause = pause < LONGEST_PAUSE ? pause * 2 : LONGEST_PAUSE) {
        struct pollfd said = {.fd = taken ? taken->errors : -1, .events = POLLIN};

        if (reap(process, until_ms < 0 && said.fd < 0 ? 0 : WNOHANG, &result))
            return result;
        if (until_ms >= 0 && process_now_ms() >= until_ms)
            break;
        (void)poll(&said, 1, pause);
        if (taken)
            process_take_errors(taken);
    }
    process_kill(process);
    (void)reap(process, 0, &result);
    result.end = PROCESS_TIMED_OUT;
    return result;
}

/* ---- what it writes ---- */

bool process_take(Arena *arena, int descriptor, TextBuffer *taken, size_t most, bool *over)
{
    char piece[PIECE];

    for (int i = 0; i < PIECES_AT_ONCE; i++) {
        ssize_t size = read(descriptor, piece, sizeof piece);
        size_t room = most - taken->count;

        if (size < 0)
            return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
        if (size == 0)
            return false;
        *over = *over || (size_t)size > room;
        text_buffer_add(arena, taken, (Text){piece, (size_t)size > room ? room : (size_t)size});
    }
    return true;
}

/* ---- both at once ---- */

typedef struct Exchange {
    Arena *arena;
    const ProcessPlan *plan;
    Text left; /* of what it is to read */
    int input, output, errors;
    TextBuffer written, said;
    bool over;                  /* it wrote more than it may */
    ProcessAwaited *is_awaited; /* NULL: it is */
    void *waiting;
    bool stopped; /* nobody waits for it any more */
} Exchange;

/* It may leave as much unread as it likes. */
static void feed(Exchange *exchange)
{
    ssize_t size = write(exchange->input, exchange->left.bytes, exchange->left.size);

    if (size < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK))
        return;
    if (size > 0)
        exchange->left = text_slice(exchange->left, (Range){(size_t)size, exchange->left.size});
    if (size <= 0 || exchange->left.size == 0)
        process_close(&exchange->input);
}

static bool is_stopped(Exchange *exchange)
{
    exchange->stopped = exchange->stopped || (exchange->is_awaited && !exchange->is_awaited(exchange->waiting));
    return exchange->stopped;
}

static int pause_ms(const Exchange *exchange, int64_t left_ms)
{
    enum { ASKED_MS = 100 };

    if (exchange->is_awaited && (left_ms < 0 || left_ms > ASKED_MS))
        return ASKED_MS;
    return left_ms > INT_MAX ? INT_MAX : (int)left_ms;
}

/* False: the time is over, or nobody waits for it. */
static bool exchange_once(Exchange *exchange, int64_t until_ms)
{
    struct pollfd ends[] = {{.fd = exchange->input, .events = POLLOUT},
                            {.fd = exchange->output, .events = POLLIN},
                            {.fd = exchange->errors, .events = POLLIN}};
    int64_t left_ms = until_ms < 0 ? -1 : until_ms - process_now_ms();
    bool ignored = false;

    if (until_ms >= 0 && left_ms <= 0)
        return false;
    if (is_stopped(exchange))
        return false;
    if (poll(ends, COUNT_OF(ends), pause_ms(exchange, left_ms)) <= 0)
        return true;
    if (ends[0].revents)
        feed(exchange);
    if (ends[1].revents && !process_take(exchange->arena, exchange->output, &exchange->written,
                                         exchange->plan->output_most, &exchange->over))
        process_close(&exchange->output);
    if (ends[2].revents &&
        !process_take(exchange->arena, exchange->errors, &exchange->said, PROCESS_ERRORS_MOST, &ignored))
        process_close(&exchange->errors);
    return true;
}

static ProcessResult exchange_all(Exchange *exchange, pid_t process)
{
    unsigned deadline_ms = exchange->plan->deadline_ms;
    int64_t until_ms = deadline_ms ? process_now_ms() + deadline_ms : -1;
    ProcessResult result;

    while ((exchange->output >= 0 || exchange->errors >= 0) && !exchange->over && exchange_once(exchange, until_ms))
        ;
    process_close(&exchange->input);
    if (exchange->over || exchange->stopped)
        process_kill(process);
    result = process_await(process, exchange->over || exchange->stopped ? -1 : until_ms, NULL);
    if (exchange->over)
        result.end = PROCESS_WROTE_MUCH;
    else if (exchange->stopped)
        result.end = PROCESS_STOPPED;
    else if (result.end == PROCESS_TIMED_OUT)
        result.code = (int)deadline_ms;
    result.output = text_buffer_text(&exchange->written);
    result.errors = text_buffer_text(&exchange->said);
    return result;
}

/* Its own end is waited for, not that of those who have its ends of the pipes after it. */
static ProcessResult feed_all(Exchange *exchange, pid_t process)
{
    int64_t until_ms = exchange->plan->deadline_ms ? process_now_ms() + exchange->plan->deadline_ms : -1;
    Process taken = {.arena = exchange->arena, .output = -1, .errors = -1};
    ProcessResult result;

    while (exchange->input >= 0 && exchange_once(exchange, until_ms))
        ;
    process_close(&exchange->input);
    taken.errors = exchange->errors;
    taken.said = exchange->said;
    result = process_await(process, until_ms, &taken);
    process_take_errors(&taken);
    exchange->errors = taken.errors;
    if (result.end == PROCESS_TIMED_OUT)
        result.code = (int)exchange->plan->deadline_ms;
    result.errors = text_buffer_text(&taken.said);
    return result;
}

/* The three pipes of a program; those that are there already are closed when one cannot be. */
static bool make_pipes(Pipe pipes[3])
{
    for (int i = 0; i < 3; i++) {
        int error;

        if (process_pipe(&pipes[i]))
            continue;
        error = errno;
        while (i--) {
            process_close(&pipes[i].reading);
            process_close(&pipes[i].writing);
        }
        errno = error;
        return false;
    }
    return true;
}

static ProcessResult not_started(int error)
{
    return (ProcessResult){.end = PROCESS_NOT_STARTED, .code = error};
}

/* Of each pipe one end is the program's; of what is lost there is none. */
static ProcessResult start(Exchange *exchange, Pipe pipes[3], bool leaves_others, pid_t *process)
{
    int error;

    if (!make_pipes(pipes))
        return not_started(errno);
    if (leaves_others) {
        process_close(&pipes[1].reading);
        process_close(&pipes[1].writing);
    }
    *process = process_spawn(exchange->plan->arguments,
                             (ProcessDescriptors){pipes[0].reading, pipes[1].writing, pipes[2].writing}, &error);
    process_close(&pipes[0].reading);
    process_close(&pipes[1].writing);
    process_close(&pipes[2].writing);
    exchange->input = pipes[0].writing;
    exchange->output = pipes[1].reading;
    exchange->errors = pipes[2].reading;
    process_make_waitless(exchange->input);
    process_make_waitless(exchange->errors);
    if (exchange->output >= 0)
        process_make_waitless(exchange->output);
    if (exchange->plan->input.size == 0)
        process_close(&exchange->input);
    return error ? not_started(error) : (ProcessResult){.end = PROCESS_EXITED};
}

/* What it does not read, and where nobody reads, must not end us (SIGPIPE). */
static ProcessResult run(Exchange exchange, bool leaves_others)
{
    struct sigaction ignoring = {.sa_handler = SIG_IGN}, before;
    Pipe pipes[3];
    pid_t process = 0;
    ProcessResult result = start(&exchange, pipes, leaves_others, &process);

    (void)sigaction(SIGPIPE, &ignoring, &before);
    if (result.end != PROCESS_NOT_STARTED)
        result = leaves_others ? feed_all(&exchange, process) : exchange_all(&exchange, process);
    (void)sigaction(SIGPIPE, &before, NULL);
    process_close(&exchange.input);
    process_close(&exchange.output);
    process_close(&exchange.errors);
    return result;
}

static Exchange exchange_of(Arena *arena, const ProcessPlan *plan)
{
    return (Exchange){.arena = arena, .plan = plan, .left = plan->input, .input = -1, .output = -1, .errors = -1};
}

ProcessResult process_run(Arena *arena, const ProcessPlan *plan)
{
    return run(exchange_of(arena, plan), false);
}

ProcessResult process_run_awaited(Arena *arena, const ProcessPlan *plan, ProcessAwaited *is_awaited, void *waiting)
{
    Exchange exchange = exchange_of(arena, plan);

    exchange.is_awaited = is_awaited;
    exchange.waiting = waiting;
    return run(exchange, false);
}

ProcessResult process_hand_over(Arena *arena, const ProcessPlan *plan)
{
    return run(exchange_of(arena, plan), true);
}

/* ---- told ---- */

Text process_end_text(Arena *arena, const ProcessResult *result)
{
    switch (result->end) {
    case PROCESS_EXITED:
        return arena_printf(arena, "ended with exit status %d", result->code);
    case PROCESS_SIGNALLED:
        return arena_printf(arena, "was ended by signal %d (%s)", result->code, strsignal(result->code));
    case PROCESS_TIMED_OUT:
        return arena_printf(arena, "took longer than %d s", (result->code + 999) / 1000);
    case PROCESS_STOPPED:
        return TEXT("was stopped");
    case PROCESS_WROTE_MUCH:
        return TEXT("wrote more than it may");
    case PROCESS_NOT_STARTED:
        break;
    }
    return arena_printf(arena, "could not be started (%s)", strerror(result->code));
}
