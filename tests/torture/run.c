/*
 * The program is settled when it has written something, nothing more comes and it sleeps. Nothing here sleeps for a fixed time where what is
 * waited for can be seen. A stop (^Z is a key like others) is looked at, then ended as a shell would.
 */
#include "torture/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "clock.h"
#include "preload.h"
#include "torture/proc.h"

enum {
    QUIET_MS = 6,
    QUIET_BLIND_MS = 80, /* where nobody tells that it sleeps */
    CLOSED_FROM = 3,     /* descriptors that the program does not get */
    CLOSED_TO = 64,
    ESCAPE_MS = 120,
    ANSWER_MS = 1200,
    SETTLED_MS = 500,
    GIVEN_BACK_MS = 2000,
    SIGNALS = 65,
    COULD_NOT_START = 127 /* of the loader too, where limits are too small for it */
};

static Run the_run;

extern char **environ;

/* ---- in the child ---- */

static void place_stream(const char *stream, int number, int pipe_end, int flags)
{
    int file = stream == STREAM_TERMINAL ? -1 : strcmp(stream, STREAM_PIPE) == 0 ? pipe_end : -1;

    if (stream == STREAM_TERMINAL)
        return;
    if (strcmp(stream, STREAM_CLOSED) == 0) {
        (void)close(number);
        return;
    }
    if (file < 0)
        file = open(stream, flags | O_NOCTTY | O_CLOEXEC, 0666);
    if (file >= 0 && file != number)
        (void)dup2(file, number);
}

static void change_environment(const RunOptions *options)
{
    static char *none[] = {NULL};

    if (options->bare)
        environ = none;
    for (size_t i = 0; i < RUN_CHANGES && options->changes[i]; i++) {
        char *name = strdup(options->changes[i]), *equals;

        if (!name)
            _exit(126);
        equals = strchr(name, '=');
        if (equals) {
            *equals = '\0';
            (void)setenv(name, equals + 1, 1);
        } else {
            (void)unsetenv(name);
        }
        free(name);
    }
}

static int child_feed, child_drain; /* what the pipes are at the program's ends */

static void fail_calls(const Torture *torture, const char *failing)
{
    char libraries[2 * TORTURE_PATH + 64], log[TORTURE_PATH], site[TORTURE_PATH];

    (void)snprintf(libraries, sizeof libraries, "%s/tests/failing.so:%s/tests/crash_site.so", torture->build,
                   torture->build);
    case_path(torture, "failed", log);
    case_path(torture, "site", site);
    preload_set(libraries, failing, log);
    (void)setenv("CRASH_SITE", site, 1);
}

void run_prepare(const Torture *torture, const RunOptions *options)
{
    char path[TORTURE_PATH];

    for (int i = 1; i < SIGNALS; i++)
        (void)signal(i, i == SIGHUP && options->keeps_hangups ? SIG_IGN : SIG_DFL);
    case_path(torture, "home", path);
    (void)setenv("HOME", path, 1);
    (void)setenv("VTE_VERSION", "7006", 1); /* a terminal that has links */
    (void)setenv("PATH", path, 1);          /* keys may open a link, which no browser of this machine shall show */
    case_path(torture, "tmp", path);
    (void)setenv("TMPDIR", path, 1);
    (void)unsetenv("XDG_CONFIG_HOME");
    (void)unsetenv("XDG_DATA_HOME");
    (void)unsetenv("XDG_STATE_HOME");
    (void)unsetenv("LINES");
    (void)unsetenv("COLUMNS");
    if (torture->sanitized) /* crashes that are sent are the program's own; libraries of a terminal (libgpm) lose memory */
        (void)setenv("ASAN_OPTIONS", "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:detect_leaks=0", 1);
    place_stream(options->input, STDIN_FILENO, child_feed, O_RDONLY);
    place_stream(options->output, STDOUT_FILENO, child_drain, O_WRONLY);
    place_stream(options->errors, STDERR_FILENO, -1, O_WRONLY);
    for (int i = CLOSED_FROM; i < CLOSED_TO; i++)
        (void)fcntl(i, F_SETFD, FD_CLOEXEC);
    if (options->folder && chdir(options->folder) != 0)
        _exit(126);
    change_environment(options);
    if (options->failing)
        fail_calls(torture, options->failing);
    for (size_t i = 0; i < options->limit_count; i++) {
        struct rlimit limit = {options->limits[i].value, options->limits[i].value};

        limit.rlim_max += options->limits[i].resource == RLIMIT_CPU ? 5 : 0; /* there it is killed */
        (void)setrlimit(options->limits[i].resource, &limit);
    }
}

/* What the reader says of an error is judged apart from its screen. */
static void prepare(void *context)
{
    const Run *run = context;
    int errors = run->options->errors ? -1 : open(run->errors, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    if (errors >= 0)
        (void)dup2(errors, STDERR_FILENO);
    run_prepare(run->torture, run->options);
}

/* ---- what comes ---- */

static void received(void *context, const char *bytes, size_t size)
{
    Run *run = context;

    grammar_feed(&run->grammar, bytes, size);
    while (run->answered < run->grammar.asked) {
        run->answered++;
        pty_send(&run->pty, run->pty.answers ? run->pty.answers : "\033[?0u\033[?6c");
    }
}

static bool settings_restored(const Run *run)
{
    return run->pty.master < 0 || pty_is_restored(&run->pty);
}

static void judge_terminal(Run *run, const char *when)
{
    const char *left = grammar_left(&run->grammar);

    if (left)
        case_fail(run->torture, VERDICT_TERMINAL, "%s%s", when, left);
    if (!settings_restored(run))
        case_fail(run->torture, VERDICT_TERMINAL, "%sthe line settings differ", when);
}

/* On a busy machine what was written last comes after the word that the program has stopped; and were it to go on before, what it writes then
 * might throw that away. */
static void await_given_back(Run *run)
{
    long end = now_ms() + GIVEN_BACK_MS;

    while (!run->pty.deaf && grammar_left(&run->grammar) && now_ms() < end)
        (void)pty_take(&run->pty, 10);
}

static void take_stop(Run *run)
{
    run->stops++;
    await_given_back(run);
    judge_terminal(run, "while stopped ");
    if (run->stays_stopped) {
        run->stopped = true;
        return;
    }
    pty_signal(&run->pty, SIGCONT);
}

static void drain_output(Run *run)
{
    char bytes[4096];

    while (run->drain >= 0 && read(run->drain, bytes, sizeof bytes) > 0)
        continue;
}

/* True: bytes came. */
static bool step(Run *run, int wait_ms)
{
    PtyChange change = pty_take(&run->pty, wait_ms);

    drain_output(run);
    if (change == PTY_STOPPED)
        take_stop(run);
    run->ended = change == PTY_ENDED;
    return change == PTY_BYTES_CAME;
}

/* ---- start ---- */

static void make_pipe(int ends[2], bool wanted)
{
    ends[0] = ends[1] = -1;
    if (wanted && pipe(ends) != 0)
        tap_bail_out("no pipe can be made");
}

static bool is_pipe(const char *stream)
{
    return stream && strcmp(stream, STREAM_PIPE) == 0;
}

Run *run_start(Torture *torture, const RunOptions *options)
{
    const char *arguments[RUN_ARGUMENTS + 1] = {torture->program, "--no-config", torture->article};
    char *vector[RUN_ARGUMENTS + 2] = {NULL};
    Run *run = &the_run;
    int in[2], out[2];

    for (size_t i = 0; i < RUN_ARGUMENTS && options->arguments[0]; i++)
        arguments[i + 1] = options->arguments[i];
    for (size_t i = 0; i <= RUN_ARGUMENTS && arguments[i]; i++)
        vector[i] = strdup(arguments[i]);
    *run = (Run){.torture = torture, .options = options, .judges_terminal = true};
    grammar_init(&run->grammar, GRAMMAR_SCREEN);
    run->grammar.may_copy = options->copies;
    case_path(torture, "errors", run->errors);
    case_path(torture, "failed", run->log);
    case_path(torture, "site", run->site);
    (void)unlink(run->log);
    (void)unlink(run->site);
    make_pipe(in, is_pipe(options->input));
    make_pipe(out, is_pipe(options->output));
    child_feed = in[0];
    child_drain = out[1];
    run->feed = in[1];
    run->drain = out[0];
    run->pty.mute = options->mute;
    run->pty.prepare = prepare;
    run->pty.received = received;
    run->pty.context = run;
    pty_start(&run->pty, options->term ? options->term : "xterm-256color", options->rows ? options->rows : 24,
              options->columns ? options->columns : 80, NULL, vector);
    for (size_t i = 0; vector[i]; i++)
        free(vector[i]);
    if (child_feed >= 0)
        (void)close(child_feed);
    if (child_drain >= 0)
        (void)close(child_drain);
    (void)fcntl(run->pty.master, F_SETFL, O_NONBLOCK);
    if (run->drain >= 0)
        (void)fcntl(run->drain, F_SETFL, O_NONBLOCK);
    return run;
}

/* ---- waiting ---- */

bool run_settle(Run *run, int limit_ms)
{
    long end = now_ms() + limit_ms, last = now_ms();
    int quiet_ms = proc_is_there() ? QUIET_MS : QUIET_BLIND_MS;

    while (!run->ended && !run->stopped && now_ms() < end) {
        if (step(run, 2) || !proc_is_asleep(run->pty.process) || run->grammar.total == 0)
            last = now_ms();
        else if (now_ms() - last >= quiet_ms)
            break;
    }
    return !run->ended;
}

bool run_wait(Run *run, int milliseconds)
{
    long end = now_ms() + milliseconds;

    do
        (void)step(run, (int)(end - now_ms() > 0 ? end - now_ms() : 0));
    while (!run->ended && now_ms() < end);
    return !run->ended;
}

long run_wait_end(Run *run, int limit_ms)
{
    long start = now_ms();

    while (!run->ended && now_ms() - start < limit_ms)
        (void)step(run, 5);
    return run->ended ? now_ms() - start : -1;
}

long run_wait_stop(Run *run, int limit_ms)
{
    long start = now_ms();
    size_t stops = run->stops;

    while (!run->ended && run->stops == stops && now_ms() - start < limit_ms)
        (void)step(run, 5);
    return run->stops > stops ? now_ms() - start : -1;
}

/* Ready to run whenever it is looked at: how much of the processor it gets depends on others. */
bool run_is_busy(Run *run)
{
    enum { LOOKS = 20, APART_MS = 17, MOST = 15 };
    int busy = 0;

    for (int i = 0; i < LOOKS && run_wait(run, APART_MS); i++)
        busy += !proc_is_asleep(run->pty.process);
    return !run->ended && busy >= MOST;
}

/* ---- doing ---- */

void run_type(Run *run, const char *keys, size_t size)
{
    long end = now_ms() + 2000;

    while (size && !run->ended && !run->stopped && run->pty.master >= 0 && now_ms() < end) {
        ssize_t written = write(run->pty.master, keys, size);

        if (written > 0) {
            keys += written;
            size -= (size_t)written;
        } else if (errno != EAGAIN || run->pty.deaf) {
            return;
        } else {
            (void)step(run, 10);
        }
    }
}

void run_keys(Run *run, const char *keys)
{
    run_type(run, keys, strlen(keys));
}

void run_signal(Run *run, int number)
{
    run->sent |= 1ULL << (number % 64);
    if (!run->ended)
        pty_signal(&run->pty, number);
}

void run_hang_up(Run *run)
{
    run->sent |= 1ULL << SIGHUP;
    run->judges_terminal = false;
    pty_close_master(&run->pty);
}

/* An escape is one once nothing has followed it for a while; after the beginning of an answer of the terminal that is a second. */
void run_quit(Run *run)
{
    static const struct {
        const char *keys;
        int wait_ms;
    } steps[] = {{"Q", 0},         {"\033", ESCAPE_MS}, {"\033", ESCAPE_MS}, {"Q", 0},
                 {"Q", ANSWER_MS}, {"\033", ESCAPE_MS}, {"\033", ESCAPE_MS}, {"Q", 0}};

    for (size_t i = 0; i < COUNT_OF(steps) && !run->ended; i++) {
        run_keys(run, steps[i].keys);
        if (run_settle(run, SETTLED_MS) && steps[i].wait_ms)
            (void)run_wait_end(run, steps[i].wait_ms);
    }
}

/* ---- the end ---- */

/* Does the first line of a file name a library of curses? */
static bool names_curses(const char *path)
{
    static const char *const libraries[] = {"libtinfo", "libncurses"};
    char line[512] = "";
    FILE *file = fopen(path, "r");
    size_t size = file ? fread(line, 1, sizeof line - 1, file) : 0;
    bool found = false;

    line[size] = '\0';
    line[strcspn(line, "\n")] = '\0';
    if (file)
        (void)fclose(file);
    for (size_t i = 0; i < COUNT_OF(libraries); i++)
        found = found || strstr(line, libraries[i]) != NULL;
    return found;
}

bool run_crashed_in_curses(const Run *run)
{
    return names_curses(run->log) && names_curses(run->site);
}

static void judge_status(Run *run, int by_signal)
{
    int status = run->pty.status, number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    Torture *torture = run->torture;

    if (number && !(run->sent & 1ULL << (number % 64)) && !run_crashed_in_curses(run))
        case_fail(torture, VERDICT_CRASH, "signal %d", number);
    if (WIFEXITED(status) && WEXITSTATUS(status) > 2 &&
        !(run->options->limit_count && WEXITSTATUS(status) == COULD_NOT_START))
        case_fail(torture, VERDICT_CRASH, "exit status %d", WEXITSTATUS(status));
    if (by_signal && WIFEXITED(status))
        case_fail(torture, VERDICT_SIGNAL, "exit status %d after signal %d", WEXITSTATUS(status), by_signal);
    else if (by_signal && number != by_signal)
        case_fail(torture, VERDICT_SIGNAL, "signal %d after signal %d", number, by_signal);
}

static void judge_bytes(Run *run)
{
    bool helpless = names_curses(run->log); /* with memory that it did not get */

    for (size_t i = 0; i < run->grammar.bad_count && i < GRAMMAR_BAD && !helpless; i++)
        case_fail(run->torture, VERDICT_BYTES, "%s (of %zu)", run->grammar.bad[i], run->grammar.bad_count);
    if (run->grammar.broken && !run->sent && !helpless)
        case_fail(run->torture, VERDICT_BYTES, "%zu sequences are broken off", run->grammar.broken);
}

/* What it said on standard error goes to a terminal too, as text. */
static void judge_errors(Run *run)
{
    static Grammar said;
    char bytes[8192];
    FILE *file = run->options->errors ? NULL : fopen(run->errors, "r");
    size_t size;

    grammar_init(&said, GRAMMAR_PLAIN);
    while (file && (size = fread(bytes, 1, sizeof bytes, file)) > 0)
        grammar_feed(&said, bytes, size);
    if (file)
        (void)fclose(file);
    if (grammar_fault(&said) || grammar_fault(&run->grammar))
        case_fail(run->torture, VERDICT_CRASH, "%s",
                  grammar_fault(&said) ? grammar_fault(&said) : grammar_fault(&run->grammar));
    else if (said.bad_count)
        case_fail(run->torture, VERDICT_BYTES, "on standard error: %s", said.bad[0]);
}

/* False: it did not end within the limit, or it waits for something that does not come. */
static bool wait_for_end(Run *run)
{
    enum { STEP_MS = 200, IDLE_MS = 3000 };
    double worked = proc_cpu_seconds(run->pty.process);
    int idle_ms = 0;

    for (int waited_ms = 0; waited_ms < run->torture->hang_ms; waited_ms += STEP_MS) {
        if (run_wait_end(run, STEP_MS) >= 0)
            return true;
        idle_ms = proc_is_asleep(run->pty.process) && proc_cpu_seconds(run->pty.process) - worked < 0.01
                      ? idle_ms + STEP_MS
                      : 0;
        worked = proc_cpu_seconds(run->pty.process);
        if (proc_is_there() && idle_ms >= IDLE_MS)
            return false;
    }
    return false;
}

/* It did not end, and shall not stay. */
static void end_by_force(Run *run)
{
    bool busy = run_is_busy(run);

    if (run->ended)
        return;
    case_fail(run->torture, VERDICT_HANG, "%s", busy ? "busy" : "it waits");
    run->judges_terminal = false;
    run->sent |= 1ULL << SIGKILL;
    pty_signal(&run->pty, SIGKILL);
    (void)run_wait_end(run, 5000);
}

void run_finish(Run *run, int by_signal)
{
    int left;

    if (!wait_for_end(run))
        end_by_force(run);
    judge_status(run, run->sent & 1ULL << SIGKILL ? 0 : by_signal);
    judge_errors(run);
    judge_bytes(run);
    if (run->judges_terminal)
        judge_terminal(run, "");
    left = proc_end_session(run->pty.leader);
    if (left)
        case_fail(run->torture, VERDICT_LEFT, "%d processes", left);
    if (run->feed >= 0)
        (void)close(run->feed);
    if (run->drain >= 0)
        (void)close(run->drain);
    pty_release(&run->pty);
}
