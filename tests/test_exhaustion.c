/*
 * Memory runs out: for the k-th allocation alone, or for that and all after it. The reader gives the terminal back, and no command says that all
 * is well when it is not. `make check` takes the first allocations, of the start, and a sample of the others; TORTURE=long all of them.
 *
 * A crash is the program's own if the allocation that failed was. Those that the terminal's library asks for may crash in it, which cannot
 * be helped from outside; the terminal is given back all the same.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "preload.h"
#include "pty.h"

enum { READER_FIRST = 60, COMMAND_FIRST = 30, ALLOCATIONS_MOST = 100000, OUTPUT_MOST = 1 << 18 };

static Pty pty;
static char program[1024], source[1024], article[1100], library[1100], log_path[1100], failing[64];
static bool thorough;

typedef enum Kind { ALONE, AND_AFTER } Kind;
static const char *const kind_names[] = {"alone", "and all after it"};

/* ---- one run ---- */

static void begin(Kind kind, int number)
{
    (void)remove(log_path);
    (void)snprintf(failing, sizeof failing, "malloc:%d%s", number, kind == AND_AFTER ? "+" : "");
}

/* What failed, and who had asked for it. False: the program made fewer allocations. */
static bool has_failed(char *asker, size_t room)
{
    FILE *file = fopen(log_path, "r");
    char line[300];
    bool failed = file && fgets(line, sizeof line, file);
    const char *last = failed ? strrchr(line, ' ') : NULL;

    (void)snprintf(asker, room, "%s", last ? last + 1 : "");
    asker[strcspn(asker, "\n")] = '\0';
    if (file)
        (void)fclose(file);
    return failed;
}

static bool is_of_terminal(const char *asker)
{
    return strstr(asker, "tinfo") || strstr(asker, "curses");
}

/* All of the first; then a sample becomes thinner: later allocations are much like one another. */
static int next_number(int number, int first)
{
    return thorough || number < first ? number + 1 : number + number / 12;
}

/* ---- the reader ---- */

static void set_failing(void *context)
{
    (void)context;
    preload_set(library, failing, log_path);
}

/* The process is the reader's: a mistake of a library that checks itself (AddressSanitizer) is a crash as well. */
static bool has_crashed(void)
{
    return WIFSIGNALED(pty.status) || pty_wrote(&pty, "Sanitizer");
}

static void run_reader(void)
{
    char *arguments[] = {program, (char[]){"--no-config"}, article, NULL};

    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    if (pty_expect_or_end(&pty, "two-minute tour")) {
        pty_send(&pty, "/the\r?\007T\033[B\007G.");
        (void)pty_expect_or_end(&pty, "quote");
    }
    if (pty.process > 0)
        pty_send(&pty, "\007\007Q");
}

static void test_reader(Kind kind)
{
    int runs = 0, crashes = 0;
    char asker[256];

    for (int number = 1; number < ALLOCATIONS_MOST; number = next_number(number, READER_FIRST)) {
        const char *mode;
        bool ended;

        begin(kind, number);
        run_reader();
        ended = pty_wait_end(&pty);
        if (!has_failed(asker, sizeof asker)) {
            pty_release(&pty);
            break;
        }
        runs++;
        mode = pty_mode_left(&pty);
        crashes += has_crashed();
        if (!ended || mode || !pty_is_restored(&pty) || (has_crashed() && !is_of_terminal(asker)))
            ok(false, "allocation %d %s, of %s: ended %d, status %x, mode %s, line settings %s", number,
               kind_names[kind], asker, ended, (unsigned)pty.status, mode ? mode : "-",
               pty_is_restored(&pty) ? "restored" : "left");
        pty_release(&pty);
    }
    ok(runs > READER_FIRST,
       "the reader, allocation %s: %d runs, the terminal as it was; %d crashes in the terminal's library",
       kind_names[kind], runs, crashes);
}

/* ---- commands ---- */

typedef struct Outcome {
    char output[OUTPUT_MOST];
    size_t size;
    int status;
} Outcome;

static void run_child(char *const arguments[], const int ends[2], bool fails)
{
    int nothing = open("/dev/null", O_RDWR);

    (void)dup2(nothing, STDIN_FILENO);
    (void)dup2(nothing, STDERR_FILENO);
    (void)dup2(ends[1], STDOUT_FILENO);
    (void)close(ends[0]);
    (void)close(ends[1]);
    if (fails)
        set_failing(NULL);
    (void)execv(arguments[0], arguments);
    _exit(127);
}

static void run_command(char *const arguments[], bool fails, Outcome *outcome)
{
    ssize_t got = 1;
    pid_t process;
    int ends[2];

    if (pipe(ends) != 0 || (process = fork()) < 0)
        tap_bail_out("no process can be started");
    if (process == 0)
        run_child(arguments, ends, fails);
    (void)close(ends[1]);
    for (outcome->size = 0; got > 0 && outcome->size<OUTPUT_MOST; outcome->size += got> 0 ? (size_t)got : 0)
        got = read(ends[0], outcome->output + outcome->size, OUTPUT_MOST - outcome->size);
    (void)close(ends[0]);
    (void)waitpid(process, &outcome->status, 0);
}

static bool is_same(const Outcome *outcome, const Outcome *usual)
{
    return outcome->status == usual->status && outcome->size == usual->size &&
           memcmp(outcome->output, usual->output, usual->size) == 0;
}

/* It answers as always, or says with status 2 that it cannot. */
static void test_command(Kind kind, char *const arguments[])
{
    static Outcome usual, outcome;
    int runs = 0;

    run_command(arguments, false, &usual);
    for (int number = 1; number < ALLOCATIONS_MOST; number = next_number(number, COMMAND_FIRST)) {
        char asker[256];

        begin(kind, number);
        run_command(arguments, true, &outcome);
        if (!has_failed(asker, sizeof asker))
            break;
        runs++;
        if (!is_same(&outcome, &usual) && !(WIFEXITED(outcome.status) && WEXITSTATUS(outcome.status) == 2))
            ok(false, "%s, allocation %d %s, of %s: another answer with status %x", arguments[1], number,
               kind_names[kind], asker, (unsigned)outcome.status);
    }
    ok(runs > 20 && WIFEXITED(usual.status), "%s, allocation %s: %d runs, the usual answer or status 2", arguments[1],
       kind_names[kind], runs);
}

/* A sanitizer has the allocations to itself: then failing.so does not know them. */
static bool can_fail(void)
{
    char *const arguments[] = {program, (char[]){"keys"}, NULL};
    static Outcome outcome;

    begin(ALONE, ALLOCATIONS_MOST);
    run_command(arguments, true, &outcome);
    return WIFEXITED(outcome.status) && WEXITSTATUS(outcome.status) == 0;
}

static void test_commands(Kind kind)
{
    char wrong[1100];
    char *const lines[][6] = {
        {program, (char[]){"show"}, article, NULL},
        {program, (char[]){"quotes"}, (char[]){"--format=json"}, article, NULL},
        {program, (char[]){"entities"}, (char[]){"--format=json"}, article, NULL},
        {program, (char[]){"check"}, article, wrong, NULL},
        {program, (char[]){"list"}, NULL},
        {program, (char[]){"themes"}, NULL},
    };

    (void)snprintf(wrong, sizeof wrong, "%s/tests/commands/wrong.yaml", source);
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        test_command(kind, lines[i]);
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *from = getenv("SRCDIR"), *torture = getenv("TORTURE"), *missing;

    thorough = torture && strcmp(torture, "long") == 0;
    (void)snprintf(source, sizeof source, "%s", from ? from : ".");
    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(article, sizeof article, "%s/articles/00-start-here.yaml", source);
    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build ? build : ".");
    (void)snprintf(log_path, sizeof log_path, "%s/tests/exhaustion.log.tmp", build ? build : ".");
    missing = preload_missing(library);
    if (!missing && !can_fail())
        missing = "allocations cannot be made to fail here: a sanitizer has them";
    if (missing) {
        tap_skip(missing);
        return tap_done();
    }
    test_commands(ALONE);
    test_commands(AND_AFTER);
    missing = pty_missing();
    if (missing) {
        tap_skip(missing);
        return tap_done();
    }
    pty.prepare = set_failing;
    test_reader(ALONE);
    test_reader(AND_AFTER);
    (void)remove(log_path);
    return tap_done();
}
