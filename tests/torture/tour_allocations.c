/*
 * The k-th allocation fails, or all from the k-th on: nothing crashes in the program's own frames, the terminal is given back, and what is printed is
 * whole or failed with a word. What a library does inside itself with memory that it did not get (curses) is not held against the program.
 */
#include "torture/cases.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "preload.h"

static const struct {
    const char *name;
    bool reads;
    bool forever;
    const char *arguments[RUN_ARGUMENTS];
} rows[] = {
    {"the reader, allocation", true, false, {NULL}},
    {"the reader, from allocation", true, true, {NULL}},
    {"show, allocation", false, false, {"show", "--no-config", "\1"}},
    {"show, from allocation", false, true, {"show", "--no-config", "\1"}},
    {"quotes, allocation", false, false, {"quotes", "--format=json", "\1"}},
    {"quotes, from allocation", false, true, {"quotes", "--format=json", "\1"}},
};
/* A row without a case of the words that were asked for has no end of its own. */
enum { ROWS = COUNT_OF(rows), STEP = 5, LAST_ASKED = 20000 };

/* The file is made at the start, and has a line once something has failed. */
static bool has_failed(const Torture *torture)
{
    char path[TORTURE_PATH];
    struct stat status;

    case_path(torture, "failed", path);
    return stat(path, &status) == 0 && status.st_size > 0;
}

static void forget_failed(const Torture *torture)
{
    char path[TORTURE_PATH];

    case_path(torture, "failed", path);
    (void)unlink(path);
    case_path(torture, "site", path);
    (void)unlink(path);
}

static void read_without(Torture *torture, const char *failing)
{
    static const char *const keys[] = {" ", "G", ".", "?", "\033", "/a", "\r"};
    Run *run = run_start(torture, &(RunOptions){.arguments = {"--no-config", torture->article}, .failing = failing});

    (void)run_settle(run, torture->hang_ms);
    for (size_t i = 0; i < COUNT_OF(keys) && !run->ended; i++) {
        run_keys(run, keys[i]);
        (void)run_settle(run, torture->hang_ms);
    }
    run_quit(run);
    run_finish(run, 0);
}

/* A file that is half written when memory is at an end stays beside its place, as after a kill, until the article is read again. */
static void read_again(Torture *torture)
{
    Run *run;

    if (!case_left(torture, "home"))
        return;
    run = run_start(torture, &(RunOptions){.arguments = {"--no-config", torture->article}});
    (void)run_settle(run, torture->hang_ms);
    run_quit(run);
    run_finish(run, 0);
}

static RunOptions printing(Torture *torture, size_t row)
{
    RunOptions options = {.input = NULL};

    for (size_t i = 0; i < RUN_ARGUMENTS && rows[row].arguments[i]; i++)
        options.arguments[i] = strcmp(rows[row].arguments[i], "\1") == 0 ? torture->article : rows[row].arguments[i];
    return options;
}

static void print_without(Torture *torture, size_t row, const char *failing)
{
    static uint64_t whole[ROWS];
    RunOptions options = printing(torture, row);
    const Printed *printed;

    if (!whole[row])
        whole[row] = printed_run(torture, &options)->hash;
    options.failing = failing;
    printed = printed_run(torture, &options);
    if (WIFEXITED(printed->status) && WEXITSTATUS(printed->status) == 0 && printed->hash != whole[row] &&
        printed->errors.total == 0)
        case_fail(torture, VERDICT_SILENT, "exit status 0, and not all of the output");
}

static void fail_row(Torture *torture, size_t row)
{
    size_t step;

    for (size_t k = 1; !tour_is_over(torture, row, k); k += step) {
        char failing[64];

        if (getenv("TORTURE_CASE") && k > LAST_ASKED)
            return;
        step = torture->is_long ? 1 : 1 + k / STEP;
        torture->number = row << 16 | k; /* a case of its own, however many there are before it */
        if (!case_begin(torture, "%s %zu", rows[row].name, k))
            continue;
        (void)snprintf(failing, sizeof failing, "malloc:%zu%s", k, rows[row].forever ? "+" : "");
        forget_failed(torture);
        if (rows[row].reads)
            read_without(torture, failing);
        else
            print_without(torture, row, failing);
        if (!has_failed(torture))
            tour_set_end(torture, row, k);
        else if (rows[row].reads)
            read_again(torture);
        case_end(torture);
    }
}

void tour_allocations(Torture *torture)
{
    char library[TORTURE_PATH + 32];
    const char *missing;

    (void)snprintf(library, sizeof library, "%s/tests/failing.so", torture->build);
    missing = torture->sanitized ? "a sanitizer has allocations of its own" : preload_missing(library);
    if (missing) {
        tour_skip(torture, missing);
        return;
    }
    for (size_t row = 0; row < ROWS; row++)
        fail_row(torture, row);
}
