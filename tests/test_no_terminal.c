/*
 * The tests themselves where no pseudo-terminal can be made, as in a container or a build daemon without /dev/pts: they are skipped, with a
 * word, and signal nobody. Each runs in a session of its own, with the calls failing that are needed for a terminal; failing.so writes down, and
 * does not send, what would reach more than one process.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "preload.h"
#include "process.h"
#include "tap.h"

typedef struct Outcome {
    char output[65536]; /* its beginning, ended by NUL */
    int status;         /* of waitpid */
    bool signalled;     /* somebody that it must not have */
} Outcome;

static char folder[1024], library[1100], log_path[1100], output_path[1100];

static void set_paths(const char *build)
{
    (void)snprintf(folder, sizeof folder, "%s", build);
    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build);
    (void)snprintf(log_path, sizeof log_path, "%s/tests/no-terminal.log", build);
    (void)snprintf(output_path, sizeof output_path, "%s/tests/no-terminal.out", build);
}

static void run_failing(const char *test, const char *failing)
{
    char path[1100], *arguments[] = {path, NULL};
    int file = open(output_path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    (void)setsid();
    (void)snprintf(path, sizeof path, "%s/%s", folder, test);
    (void)dup2(file, STDOUT_FILENO);
    (void)dup2(file, STDERR_FILENO);
    preload_set(library, failing, log_path);
    (void)execv(arguments[0], arguments);
    _exit(127);
}

static void read_file(const char *path, char *bytes, size_t room)
{
    FILE *file = fopen(path, "r");
    size_t size = file ? fread(bytes, 1, room - 1, file) : 0;

    bytes[size] = '\0';
    if (file)
        (void)fclose(file);
}

static void run(const char *test, const char *failing, Outcome *outcome)
{
    char log[256];
    pid_t process;

    (void)remove(log_path);
    process = fork();
    if (process == 0)
        run_failing(test, failing);
    outcome->status = -1;
    if (process > 0)
        (void)waitpid(process, &outcome->status, 0);
    read_file(output_path, outcome->output, sizeof outcome->output);
    read_file(log_path, log, sizeof log);
    outcome->signalled = strstr(log, "kill ") != NULL;
    (void)remove(output_path);
    (void)remove(log_path);
}

static void test_driver(const char *test, const char *failing, const char *wanted)
{
    static Outcome outcome;

    run(test, failing, &outcome);
    ok(!outcome.signalled, "%s, %s: no signal to more than one process", test, failing);
    ok(WIFEXITED(outcome.status), "%s, %s: it ends by itself", test, failing);
    ok(strstr(outcome.output, wanted) != NULL, "%s, %s: and says why", test, failing);
}

/* The check above can fail: a program that signals all of its user's processes is found out, and does not reach them. */
static void test_wrong_driver(void)
{
    static Outcome outcome;

    run("tests/signal_all", "posix_openpt:1+", &outcome);
    ok(outcome.signalled, "a program that signals everybody is found out");
}

static void test_process_signal(pid_t process)
{
    pid_t child = fork();
    int status = 0;

    if (child == 0) {
        (void)close(STDERR_FILENO);
        process_signal(process, 0);
        _exit(0);
    }
    (void)waitpid(child, &status, 0);
    ok(WIFSIGNALED(status), "a signal to process %ld is refused", (long)process);
}

int main(void)
{
    static const char *const without_terminal[] = {"posix_openpt:1+:ENOENT", "grantpt:1+", "unlockpt:1+", "ptsname:1+"};
    const char *build = getenv("BUILDDIR"), *missing;

    set_paths(build ? build : ".");
    for (pid_t process = -1; process <= 1; process++)
        test_process_signal(process);
    missing = preload_missing(library);
    if (missing) {
        tap_skip(missing);
        return tap_done();
    }
    for (size_t i = 0; i < COUNT_OF(without_terminal); i++)
        test_driver("tests/test_terminal", without_terminal[i], "# SKIP no pseudo-terminal can be made");
    test_driver("tests/test_terminal", "fork:1+", "Bail out!");
    test_driver("tests/test_terminal", "pipe:1+", "Bail out!");
    test_driver("tests/test_widths", "posix_openpt:1+,openpty:1+,forkpty:1+", "# SKIP ");
    test_driver("tests/test_colors_shown", "posix_openpt:1+,openpty:1+,forkpty:1+", "# SKIP ");
    test_wrong_driver();
    return tap_done();
}
