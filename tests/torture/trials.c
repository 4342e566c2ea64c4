/*
 * Each verdict is earned by a wrong program, and given to it by the same functions as the tours use; none of another name is given. The right
 * program earns none in any of these ways.
 */
#include "torture/cases.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/count_of.h"

/* How it is tried. */
typedef enum Way {
    WAY_QUIT,
    WAY_STOP,
    WAY_TERM,
    WAY_HANG_UP,
    WAY_KEYS,
    WAY_PRINT,
    WAY_PRINT_FOLDER,
    WAY_WRITE,
    WAYS
} Way;

enum { LATE_MS = 400, HANG_MS = 3000, KEYS = 120, SETTLED = 40, KILLED_AFTER_US = 50000 };

static const struct {
    const char *wrong;
    Way way;
    Verdict verdict;
} trials[] = {
    {"crash", WAY_QUIT, VERDICT_CRASH},
    {"status", WAY_QUIT, VERDICT_CRASH},
    {"sanitizer", WAY_QUIT, VERDICT_CRASH},
    {"crash", WAY_PRINT, VERDICT_CRASH},
    {"hang", WAY_QUIT, VERDICT_HANG},
    {"hang", WAY_PRINT, VERDICT_HANG},
    {"spin", WAY_HANG_UP, VERDICT_SPIN},
    {"late", WAY_TERM, VERDICT_LATE},
    {"signal", WAY_TERM, VERDICT_SIGNAL},
    {"settings", WAY_QUIT, VERDICT_TERMINAL},
    {"screen", WAY_QUIT, VERDICT_TERMINAL},
    {"screen", WAY_TERM, VERDICT_TERMINAL},
    {"cursor", WAY_QUIT, VERDICT_TERMINAL},
    {"attributes", WAY_QUIT, VERDICT_TERMINAL},
    {"keypad", WAY_QUIT, VERDICT_TERMINAL},
    {"insert", WAY_QUIT, VERDICT_TERMINAL},
    {"graphics", WAY_QUIT, VERDICT_TERMINAL},
    {"title-stack", WAY_QUIT, VERDICT_TERMINAL},
    {"key-reports", WAY_QUIT, VERDICT_TERMINAL},
    {"within-sequence", WAY_QUIT, VERDICT_TERMINAL},
    {"stops", WAY_STOP, VERDICT_TERMINAL},
    {"title", WAY_QUIT, VERDICT_BYTES},
    {"clipboard", WAY_QUIT, VERDICT_BYTES},
    {"colors", WAY_QUIT, VERDICT_BYTES},
    {"link-to-script", WAY_QUIT, VERDICT_BYTES},
    {"link-named", WAY_QUIT, VERDICT_BYTES},
    {"link-moves", WAY_QUIT, VERDICT_BYTES},
    {"link-in-link", WAY_QUIT, VERDICT_BYTES},
    {"link-with-control", WAY_QUIT, VERDICT_BYTES},
    {"link-to-script", WAY_PRINT, VERDICT_BYTES},
    {"reset", WAY_QUIT, VERDICT_BYTES},
    {"unknown-mode", WAY_QUIT, VERDICT_BYTES},
    {"canary", WAY_QUIT, VERDICT_BYTES},
    {"position-asked", WAY_QUIT, VERDICT_BYTES},
    {"window", WAY_QUIT, VERDICT_BYTES},
    {"apc", WAY_QUIT, VERDICT_BYTES},
    {"setting", WAY_QUIT, VERDICT_BYTES},
    {"c1", WAY_QUIT, VERDICT_BYTES},
    {"c1-byte", WAY_QUIT, VERDICT_BYTES},
    {"bidi", WAY_QUIT, VERDICT_BYTES},
    {"isolate", WAY_QUIT, VERDICT_BYTES},
    {"tag", WAY_QUIT, VERDICT_BYTES},
    {"noncharacter", WAY_QUIT, VERDICT_BYTES},
    {"interlinear", WAY_QUIT, VERDICT_BYTES},
    {"invisible", WAY_QUIT, VERDICT_BYTES},
    {"separator", WAY_QUIT, VERDICT_BYTES},
    {"bell", WAY_QUIT, VERDICT_BYTES},
    {"delete", WAY_QUIT, VERDICT_BYTES},
    {"overlong", WAY_QUIT, VERDICT_BYTES},
    {"overlong-3", WAY_QUIT, VERDICT_BYTES},
    {"cut", WAY_QUIT, VERDICT_BYTES},
    {"surrogate", WAY_QUIT, VERDICT_BYTES},
    {"too-large", WAY_QUIT, VERDICT_BYTES},
    {"broken-off", WAY_QUIT, VERDICT_BYTES},
    {"tmux", WAY_QUIT, VERDICT_BYTES},
    {"title", WAY_PRINT, VERDICT_BYTES},
    {"canary", WAY_PRINT, VERDICT_BYTES},
    {"c1", WAY_PRINT, VERDICT_BYTES},
    {"bell", WAY_PRINT, VERDICT_BYTES},
    {"memory", WAY_PRINT, VERDICT_MEMORY},
    {"grows", WAY_KEYS, VERDICT_MEMORY},
    {"process", WAY_QUIT, VERDICT_LEFT},
    {"file", WAY_QUIT, VERDICT_LEFT},
    {"file", WAY_PRINT, VERDICT_LEFT},
    {"temporary", WAY_WRITE, VERDICT_LEFT},
    {"silent", WAY_PRINT_FOLDER, VERDICT_SILENT},
    {"wordless", WAY_PRINT, VERDICT_SILENT},
    {"torn", WAY_WRITE, VERDICT_TORN},
};
enum { TRIALS = COUNT_OF(trials) };

static void try_way(Torture *torture, Way way)
{
    Run *run;

    switch (way) {
    case WAY_QUIT:
    case WAY_STOP:
        run = run_start(torture, &(RunOptions){.mute = true}); /* keys that quit may come when it has ended already */
        (void)run_settle(run, 1000);
        if (way == WAY_STOP)
            run_keys(run, "\032");
        (void)run_settle(run, 1000);
        run_quit(run);
        run_finish(run, 0);
        break;
    case WAY_TERM:
        case_signal(torture, SIGTERM, MOMENT_IDLE);
        break;
    case WAY_HANG_UP:
        case_hang_up(torture, MOMENT_IDLE, true);
        break;
    case WAY_KEYS:
        case_keys(torture, KEYS, SETTLED);
        break;
    case WAY_PRINT:
        (void)case_print(torture, &(RunOptions){.arguments = {"show", torture->article}}, 1000, CASE_TIMES, false);
        break;
    case WAY_PRINT_FOLDER:
        (void)case_print(torture, &(RunOptions){.arguments = {"show", "/"}}, 1000, CASE_TIMES, true);
        break;
    case WAY_WRITE:
        case_killed_write(torture, KILLED_AFTER_US);
        break;
    case WAYS:
        break;
    }
}

/* What must be found there cannot be seen here. */
static bool cannot_see(const Torture *torture, size_t trial)
{
    return (torture->sanitized && trials[trial].verdict == VERDICT_MEMORY);
}

static unsigned try_one(Torture *torture, const char *wrong, Way way)
{
    (void)setenv("WRONG", wrong, 1);
    (void)case_begin(torture, "%s", wrong);
    try_way(torture, way);
    case_end(torture);
    return torture->found;
}

static void tell_found(const char *wrong, int way, unsigned found)
{
    printf("not ok - trial: the wrong program \"%s\" (way %d) earned", wrong, way);
    for (int i = 0; i < VERDICT_COUNT; i++) {
        if (found >> i & 1)
            printf(" %s", verdict_name((Verdict)i));
    }
    printf("%s\n", found ? "" : " nothing");
}

bool trials_pass(Torture *torture)
{
    char program[TORTURE_PATH];
    bool good = true;
    unsigned seen = 0;

    (void)snprintf(program, sizeof program, "%.400s/tests/torture/wrong", torture->build);
    torture->program = program;
    torture->is_wrong = true;
    torture->hang_ms = HANG_MS;
    torture->late_ms = LATE_MS; /* however slow the program is that is tortured afterwards */
    for (int way = 0; way < WAYS; way++) {
        unsigned found = try_one(torture, "", (Way)way);

        if (found)
            tell_found("", way, found);
        good = good && !found;
    }
    for (size_t i = 0; i < TRIALS; i++) {
        unsigned found;

        if (cannot_see(torture, i))
            continue;
        found = try_one(torture, trials[i].wrong, trials[i].way);
        seen |= found;
        if (found != 1u << trials[i].verdict)
            tell_found(trials[i].wrong, (int)trials[i].way, found);
        good = good && found == 1u << trials[i].verdict;
    }
    good = good && (torture->sanitized || seen == (1u << VERDICT_COUNT) - 1); /* none that cannot be earned */
    (void)unsetenv("WRONG");
    printf("# trials: %d wrong programs, %s\n", (int)TRIALS, good ? "each found by its name" : "NOT each found");
    return good;
}
