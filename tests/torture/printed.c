/* A command that prints is started in a session of its own; its output and its errors are two pipes, which are read as they come. */
#include "torture/printed.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "process.h"
#include "tap.h"
#include "torture/proc.h"

typedef struct Streams {
    int ends[2][2]; /* of the output and the errors */
} Streams;

static Printed printed;

static void run_child(Torture *torture, const RunOptions *options, const Streams *streams)
{
    RunOptions placed = *options;
    char *vector[RUN_ARGUMENTS + 2] = {NULL};

    (void)setsid();
    (void)dup2(streams->ends[0][1], STDOUT_FILENO);
    (void)dup2(streams->ends[1][1], STDERR_FILENO);
    placed.input = options->input ? options->input : "/dev/null";
    run_prepare(torture, &placed);
    vector[0] = strdup(torture->program);
    for (size_t i = 0; i < RUN_ARGUMENTS && options->arguments[i]; i++)
        vector[i + 1] = strdup(options->arguments[i]);
    (void)execv(vector[0], vector);
    _exit(127);
}

/* One of the two pipes: false at its end. */
static bool take(int file, Grammar *grammar, uint64_t *hash)
{
    char bytes[16384];
    ssize_t size = read(file, bytes, sizeof bytes);

    for (ssize_t i = 0; i < size; i++)
        *hash = (*hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    if (size > 0)
        grammar_feed(grammar, bytes, (size_t)size);
    return size > 0;
}

/* Until both are at their ends. False: not in time. */
static bool take_all(const Streams *streams, long end)
{
    bool open[2] = {true, true};
    Grammar *grammars[2] = {&printed.output, &printed.errors};
    uint64_t hashes[2] = {0xCBF29CE484222325u, 0};

    while ((open[0] || open[1]) && now_ms() < end) {
        struct pollfd ready[2];

        for (int i = 0; i < 2; i++)
            ready[i] = (struct pollfd){.fd = open[i] ? streams->ends[i][0] : -1, .events = POLLIN};
        if (poll(ready, 2, 100) <= 0)
            continue;
        for (int i = 0; i < 2; i++) {
            if (ready[i].revents)
                open[i] = take(streams->ends[i][0], grammars[i], &hashes[i]);
        }
    }
    printed.hash = hashes[0];
    return !open[0] && !open[1];
}

static bool collect(pid_t process, const Streams *streams, int deadline_ms)
{
    struct rusage usage = {0};
    bool ended = take_all(streams, now_ms() + deadline_ms);

    if (!ended)
        process_signal(process, SIGKILL);
    if (wait4(process, &printed.status, 0, &usage) != process)
        return false;
    printed.peak_kb = usage.ru_maxrss;
    printed.seconds = (double)usage.ru_utime.tv_sec + (double)usage.ru_stime.tv_sec +
                      (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    return ended;
}

static void judge(Torture *torture, const RunOptions *options)
{
    int number = WIFSIGNALED(printed.status) ? WTERMSIG(printed.status) : 0;
    int status = WIFEXITED(printed.status) ? WEXITSTATUS(printed.status) : -1;

    if (!printed.ended)
        case_fail(torture, VERDICT_HANG, "not at its end after %d ms", torture->hang_ms);
    else if (number)
        case_fail(torture, VERDICT_CRASH, "signal %d", number);
    else if (status > 2)
        case_fail(torture, VERDICT_CRASH, "exit status %d", status);
    if (grammar_fault(&printed.errors))
        case_fail(torture, VERDICT_CRASH, "%s", grammar_fault(&printed.errors));
    else if (printed.errors.bad_count)
        case_fail(torture, VERDICT_BYTES, "on standard error: %s", printed.errors.bad[0]);
    if (printed.output.bad_count)
        case_fail(torture, VERDICT_BYTES, "%s (of %zu)", printed.output.bad[0], printed.output.bad_count);
    if (status > 0 && !options->errors && printed.errors.total + printed.output.total == 0)
        case_fail(torture, VERDICT_SILENT, "exit status %d without a word", status);
}

const Printed *printed_run(Torture *torture, const RunOptions *options)
{
    Streams streams;
    pid_t process;

    memset(&printed, 0, sizeof printed);
    grammar_init(&printed.output, GRAMMAR_PLAIN);
    grammar_init(&printed.errors, GRAMMAR_PLAIN);
    if (pipe(streams.ends[0]) != 0 || pipe(streams.ends[1]) != 0)
        tap_bail_out("no pipe can be made");
    process = fork();
    if (process < 0)
        tap_bail_out("no process can be started");
    if (process == 0)
        run_child(torture, options, &streams);
    (void)close(streams.ends[0][1]);
    (void)close(streams.ends[1][1]);
    printed.ended = collect(process, &streams, torture->hang_ms);
    (void)close(streams.ends[0][0]);
    (void)close(streams.ends[1][0]);
    judge(torture, options);
    if (proc_end_session(process))
        case_fail(torture, VERDICT_LEFT, "a process");
    return &printed;
}

void printed_judge_memory(Torture *torture, const Printed *result, size_t size, unsigned times, long base_kb)
{
    size_t allowed_kb = (size_t)base_kb + size / 1024 * times;

    if (!torture->sanitized && result->ended && (size_t)result->peak_kb > allowed_kb)
        case_fail(torture, VERDICT_MEMORY, "%ld KB for %zu KB, at most %zu", result->peak_kb, size / 1024, allowed_kb);
}
