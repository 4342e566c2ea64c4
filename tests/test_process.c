/* Programs that are started: what they are given, what they write, how they end, and that nothing of ours is left in them, nor anything of them. */
#include "base/system/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tap.h"

static Arena arena;

enum { PLENTY = 1 << 20, SOON = 20000 };

static ProcessResult run_plan(ProcessPlan plan)
{
    ProcessResult result = process_run(&arena, &plan);

    errno = 0;
    ok(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD, "… and no process is left");
    return result;
}

static ProcessResult run_script(const char *script, Text input)
{
    return run_plan((ProcessPlan){(const char *const[]){"/bin/sh", "-c", script, NULL}, input, PLENTY, SOON});
}

/* ---- each way of ending ---- */

static const struct {
    const char *script;
    ProcessEnd end;
    int code;
    const char *output, *errors;
} runs[] = {
    {"echo so", PROCESS_EXITED, 0, "so\n", ""},
    {"echo no >&2; exit 3", PROCESS_EXITED, 3, "", "no\n"},
    {"kill -9 $$", PROCESS_SIGNALLED, SIGKILL, "", ""},
    {"cat", PROCESS_EXITED, 0, "given", ""},
    {"exec <&-; echo unread", PROCESS_EXITED, 0, "unread\n", ""},
    {"exec >&- 2>&-; sleep 0.1; exit 4", PROCESS_EXITED, 4, "", ""},
    {"exec no-such-program 2>&-", PROCESS_EXITED, 127, "", ""},
};

static void test_ends(void)
{
    for (size_t i = 0; i < COUNT_OF(runs); i++) {
        ProcessResult result = run_script(runs[i].script, TEXT("given"));

        ok(result.end == runs[i].end && result.code == runs[i].code &&
               text_equal(result.output, text_from(runs[i].output)) &&
               text_equal(result.errors, text_from(runs[i].errors)),
           "%s: %.*s", runs[i].script, TEXT_ARGS(process_end_text(&arena, &result)));
    }
}

static void test_arguments(void)
{
    const char *const words[] = {"printf", "<%s>", "$(echo a)", "a b", "-n", "", "*", NULL};
    ProcessResult result = run_plan((ProcessPlan){words, {0}, PLENTY, SOON});

    ok(text_equal(result.output, TEXT("<$(echo a)><a b><-n><><*>")), "arguments are words, no commands");
    result = run_plan((ProcessPlan){(const char *const[]){"/nonexistent/program", NULL}, {0}, PLENTY, SOON});
    ok(result.end == PROCESS_NOT_STARTED && result.code == ENOENT, "a program that is not there");
    result = run_plan((ProcessPlan){(const char *const[]){"/", NULL}, {0}, PLENTY, SOON});
    ok(result.end == PROCESS_NOT_STARTED && result.code == EACCES, "… and one that is none");
    result = run_script("cat; echo end", (Text){0});
    ok(text_equal(result.output, TEXT("end\n")), "without input there is nothing to read");
}

/* As a parent may leave it: then the system says of no child how it ended. */
static void test_ignored_children(void)
{
    ProcessResult result;
    Process process;

    (void)signal(SIGCHLD, SIG_IGN);
    result = run_script("exit 3", (Text){0});
    ok(result.end == PROCESS_EXITED && result.code == 3, "an end is known where SIGCHLD was ignored");
    (void)signal(SIGCHLD, SIG_IGN);
    ok(process_start(&arena, (const char *const[]){"sh", "-c", "exit 3", NULL}, &process) == 0, "… one is started");
    (void)close(process.output);
    result = process_finish(&process, SOON);
    ok(result.end == PROCESS_EXITED && result.code == 3, "… and its end is known too");
}

/* ---- more than a pipe takes ---- */

static void test_sizes(void)
{
    enum { LARGE = 3 << 20 };
    const char *const cat[] = {"cat", NULL}, *const yes[] = {"yes", NULL};
    const char *const loud[] = {"sh", "-c", "yes | head -c 1000000 >&2", NULL};
    char *bytes = arena_alloc(&arena, LARGE);
    ProcessResult result;

    for (size_t i = 0; i < LARGE; i++)
        bytes[i] = (char)(i * 7 >> 3);
    result = run_plan((ProcessPlan){cat, {bytes, LARGE}, LARGE, SOON});
    ok(result.end == PROCESS_EXITED && text_equal(result.output, (Text){bytes, LARGE}), "3 MiB there and back");
    result = run_plan((ProcessPlan){cat, {bytes, LARGE}, LARGE - 1, SOON});
    ok(result.end == PROCESS_WROTE_MUCH && result.output.size == LARGE - 1, "one byte more than it may write");
    result = run_plan((ProcessPlan){yes, {bytes, LARGE}, PLENTY, SOON});
    ok(result.end == PROCESS_WROTE_MUCH && result.output.size == PLENTY, "one that never ends");
    result = run_plan((ProcessPlan){loud, {0}, PLENTY, SOON});
    ok(result.end == PROCESS_EXITED && result.errors.size == PROCESS_ERRORS_MOST, "more errors than are kept");
    result = run_plan((ProcessPlan){(const char *const[]){"true", NULL}, {bytes, LARGE}, PLENTY, SOON});
    ok(result.end == PROCESS_EXITED && result.code == 0, "input that nobody reads");
}

static bool asked_twice(void *waiting)
{
    int *asked = waiting;

    return ++*asked < 3;
}

/* Whoever waits may leave it; then it is ended at once, whatever it may take. */
static void test_awaited(void)
{
    static const char *const arguments[] = {"sleep", "600", NULL};
    ProcessPlan plan = {arguments, {0}, PLENTY, 0};
    int asked = 0;
    ProcessResult result = process_run_awaited(&arena, &plan, asked_twice, &asked);

    ok(result.end == PROCESS_STOPPED && asked == 3, "one that is not awaited any more");
}

static void test_deadline(void)
{
    ProcessResult result = run_plan((ProcessPlan){(const char *const[]){"sleep", "100", NULL}, {0}, PLENTY, 50});

    ok(result.end == PROCESS_TIMED_OUT && result.code == 50, "one that takes longer than it may");
    test_awaited();
    result = run_plan(
        (ProcessPlan){(const char *const[]){"sh", "-c", "exec >&- 2>&-; exec sleep 100", NULL}, {0}, PLENTY, 50});
    ok(result.end == PROCESS_TIMED_OUT, "… and says no more");
}

/* It starts another, which has its ends of the pipes, and goes on until somebody writes into a pipe of a name. */
static void test_handed_over(void)
{
    const char *folder = getenv("BUILDDIR");
    const char *fifo = arena_printf(&arena, "%s/tests/handed-over.tmp", folder ? folder : ".").bytes;
    const char *const server[] = {"sh", "-c", "cat >/dev/null; echo lost; echo told >&2; cat \"$0\" & exit 3", fifo,
                                  NULL};
    ProcessResult result;
    int end;

    (void)unlink(fifo);
    if (mkfifo(fifo, 0600) != 0) {
        tap_skip("no pipe with a name can be made");
        return;
    }
    result = process_hand_over(&arena, &(ProcessPlan){server, TEXT("words"), 0, SOON});
    ok(result.end == PROCESS_EXITED && result.code == 3, "one that leaves another behind it is not waited for longer");
    ok(text_equal(result.errors, TEXT("told\n")) && result.output.size == 0, "… of what it says the errors are kept");
    end = open(fifo, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    ok(end >= 0 || errno == ENXIO, "… and that one goes on");
    (void)close(end);
    (void)unlink(fifo);
    result = process_hand_over(
        &arena,
        &(ProcessPlan){(const char *const[]){"sleep", "100", NULL}, {arena_alloc(&arena, 1 << 20), 1 << 20}, 0, 50});
    ok(result.end == PROCESS_TIMED_OUT && result.code == 50, "one that hangs without reading is ended");
    result = process_hand_over(&arena,
                               &(ProcessPlan){(const char *const[]){"/nonexistent/program", NULL}, TEXT("x"), 0, SOON});
    ok(result.end == PROCESS_NOT_STARTED && result.code == ENOENT, "… and what is not there is told");
}

/* ---- what it has of ours ---- */

static void test_inheritance(void)
{
    ProcessResult result;
    sigset_t mask;
    int kept = open("/dev/null", O_RDONLY | O_CLOEXEC);

    for (int i = 3; i < 10; i++) /* what whoever runs the test has left open */
        (void)fcntl(i, F_SETFD, FD_CLOEXEC);
    result = run_script("for d in 3 4 5 6 7 8 9; do test ! -e /dev/fd/$d || ls -l /dev/fd/$d; done", TEXT("x"));
    ok(kept >= 0 && result.output.size == 0, "it has no descriptors but its three: %.*s", TEXT_ARGS(result.output));
    (void)close(kept);
    (void)sigfillset(&mask);
    (void)sigprocmask(SIG_SETMASK, &mask, NULL);
    (void)signal(SIGTERM, SIG_IGN);
    result = run_script("kill -TERM $$; echo alive", (Text){0});
    ok(result.end == PROCESS_SIGNALLED && result.code == SIGTERM, "signals that we ignore or block reach it");
    (void)sigprocmask(SIG_SETMASK, NULL, &mask);
    ok(sigismember(&mask, SIGUSR1) == 1, "… and stay as they were here");
    (void)sigemptyset(&mask);
    (void)sigprocmask(SIG_SETMASK, &mask, NULL);
    (void)signal(SIGTERM, SIG_DFL);
}

/* With our own input, output and error closed the pipes must not take their places. */
static int run_closed(void)
{
    ProcessResult result;

    (void)close(0);
    (void)close(1);
    (void)close(2);
    result = process_run(&arena, &(ProcessPlan){(const char *const[]){"cat", NULL}, TEXT("through"), PLENTY, SOON});
    return text_equal(result.output, TEXT("through")) ? 0 : 1;
}

static void test_closed(void)
{
    pid_t child = fork();
    int status = -1;

    if (child == 0)
        _exit(run_closed());
    (void)waitpid(child, &status, 0);
    ok(WIFEXITED(status) && WEXITSTATUS(status) == 0, "with descriptors 0, 1 and 2 closed");
}

static volatile sig_atomic_t alarms;

static void on_alarm(int number)
{
    (void)number;
    alarms = alarms + 1;
}

static void test_interrupted(void)
{
    struct sigaction action = {.sa_handler = on_alarm}, before;
    ProcessResult result;

    (void)sigaction(SIGALRM, &action, &before);
    (void)alarm(1);
    result = run_script("cat; sleep 1.2; echo so", TEXT("and "));
    ok(alarms == 1 && text_equal(result.output, TEXT("and so\n")), "signals that we catch do not disturb it");
    (void)sigaction(SIGALRM, &before, NULL);
}

/* ---- its output as a descriptor ---- */

static Text read_all(int descriptor)
{
    TextBuffer all = {0};
    char piece[1000];
    ssize_t size;

    while ((size = read(descriptor, piece, sizeof piece)) > 0)
        text_buffer_add(&arena, &all, (Text){piece, (size_t)size});
    (void)close(descriptor);
    return text_buffer_text(&all);
}

static void test_start(void)
{
    const char *const words[] = {"sh", "-c", "echo one; echo two >&2; echo three; exit 5", NULL};
    Process process;
    ProcessResult result;
    Text output;

    ok(process_start(&arena, words, &process) == 0, "a program is started");
    output = read_all(process.output);
    result = process_finish(&process, SOON);
    ok(text_equal(output, TEXT("one\nthree\n")) && text_equal(result.errors, TEXT("two\n")) &&
           result.end == PROCESS_EXITED && result.code == 5,
       "… its output is read as it comes, then its end is told: %.*s", TEXT_ARGS(process_end_text(&arena, &result)));
    ok(process_start(&arena, (const char *const[]){"/nonexistent/program", NULL}, &process) == ENOENT && process.id == 0,
       "one that is not there");
    ok(process_start(&arena, (const char *const[]){"sleep", "100", NULL}, &process) == 0, "one that takes long");
    (void)close(process.output);
    result = process_finish(&process, 30);
    ok(result.end == PROCESS_TIMED_OUT && process.id == 0, "… is waited for no longer than is said");
    (void)process_start(&arena, (const char *const[]){"sleep", "100", NULL}, &process);
    (void)close(process.output);
    process_stop(&process);
    errno = 0;
    ok(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD, "… is stopped");
}

/* ---- on its own ---- */

static void test_detach(void)
{
    int ends[2];
    char said[8] = "";
    struct pollfd reading;
    const char *word;

    if (pipe(ends) != 0)
        tap_bail_out("no pipe");
    word = arena_printf(&arena, "sleep 0.1; echo on >/dev/fd/%d", ends[1]).bytes;
    ok(process_detach((const char *const[]){"sh", "-c", word, NULL}) == 0, "a program goes on by itself");
    errno = 0;
    ok(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD, "… and is no child");
    reading = (struct pollfd){.fd = ends[0], .events = POLLIN};
    ok(poll(&reading, 1, SOON) == 1 && read(ends[0], said, sizeof said) == 3 && memcmp(said, "on\n", 3) == 0,
       "… it does its work");
    ok(process_detach((const char *const[]){"/nonexistent/program", NULL}) == ENOENT, "one that is not there");
    (void)close(ends[0]);
    (void)close(ends[1]);
}

int main(void)
{
    test_ends();
    test_arguments();
    test_ignored_children();
    test_sizes();
    test_deadline();
    test_handed_over();
    test_inheritance();
    test_closed();
    test_interrupted();
    test_start();
    test_detach();
    arena_release(&arena);
    return tap_done();
}
