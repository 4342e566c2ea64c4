/*
 * Every signal whose usual action ends a process, and those that stop it or tell of a size, at each moment of a reader's life: it ends by that
 * signal, in time, and gives the terminal back. A machine that is busy makes one run late: the best of three counts.
 */
#include "torture/cases.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/count_of.h"
#include "clock.h"

enum { TRIES = 3, FLOOD_MS = 60, PARSE_BYTES = 6 << 20, SLOW_MS = 60, BLOCKED_MS = 150, HANG_UP_MS = 1000 };

/* clang-format off */
static const struct {
    int number;
    const char *name;
} signals[] = {
    {SIGHUP, "SIGHUP"},
    {SIGINT, "SIGINT"},
    {SIGQUIT, "SIGQUIT"},
    {SIGILL, "SIGILL"},
    {SIGTRAP, "SIGTRAP"},
    {SIGABRT, "SIGABRT"},
    {SIGBUS, "SIGBUS"},
    {SIGFPE, "SIGFPE"},
    {SIGUSR1, "SIGUSR1"},
    {SIGSEGV, "SIGSEGV"},
    {SIGUSR2, "SIGUSR2"},
    {SIGALRM, "SIGALRM"},
    {SIGTERM, "SIGTERM"},
    {SIGXCPU, "SIGXCPU"},
    {SIGXFSZ, "SIGXFSZ"},
    {SIGVTALRM, "SIGVTALRM"},
    {SIGPROF, "SIGPROF"},
    {SIGSYS, "SIGSYS"},
#ifdef SIGPOLL
    {SIGPOLL, "SIGPOLL"},
#endif
#ifdef SIGPWR
    {SIGPWR, "SIGPWR"},
#endif
#ifdef SIGSTKFLT
    {SIGSTKFLT, "SIGSTKFLT"},
#endif
    {SIGTSTP, "SIGTSTP"},
    {SIGCONT, "SIGCONT"},
    {SIGWINCH, "SIGWINCH"},
};
/* clang-format on */
enum { SIGNALS = COUNT_OF(signals) };

static const char *const moments[MOMENT_COUNT] = {
    "start", "idle", "flood of keys", "slow parse", "slow file", "blocked output", "stopped", "prompt", "popup"};

static bool ends(int number)
{
    return number != SIGTSTP && number != SIGCONT && number != SIGWINCH;
}

/* ---- the moments ---- */

static void make_large(const char *path)
{
    FILE *file = fopen(path, "wb");

    if (!file)
        tap_bail_out("a large file cannot be written");
    (void)fputs("title: t\nbody:\n", file);
    for (size_t i = 0; i < PARSE_BYTES / 64; i++)
        (void)fprintf(file, "- \"\xE2\x80\x9CWe do,\xE2\x80\x9D said Ann%zu Lee of Port%zu, {and} [more].\"\n", i, i);
    (void)fclose(file);
}

/* A file that takes a while, made once for a process. */
static const char *large_path(const Torture *torture)
{
    static char path[TORTURE_PATH];

    case_path(torture, "large.yaml", path);
    if (access(path, R_OK) != 0)
        make_large(path);
    return path;
}

/* Keys without a pause, for a while. False: it ended. */
static bool flood(Run *run, int milliseconds)
{
    long end = now_ms() + milliseconds;

    while (!run->ended && !run->stopped && now_ms() < end) {
        ssize_t written = run->pty.master >= 0 ? write(run->pty.master, "jkjkjkjkjjkk", 12) : 0;

        (void)run_wait(run, written > 0 ? 0 : 1);
    }
    return !run->ended;
}

/* The terminal takes nothing more, and the reader has something to write. */
static void block(Run *run)
{
    run->pty.deaf = true;
    for (int i = 0; i < 200; i++) {
        if (write(run->pty.master, "Ggg", 3) < 0)
            break;
    }
    (void)run_wait(run, BLOCKED_MS);
}

static void stop(Run *run)
{
    run->stays_stopped = true;
    run_signal(run, SIGTSTP);
    if (run_wait_stop(run, run->torture->hang_ms) < 0)
        case_fail(run->torture, VERDICT_LATE, "did not stop");
}

static Run *start_for(Torture *torture, Moment moment)
{
    static RunOptions options;
    Run *run;

    options = (RunOptions){.input = moment == MOMENT_SLOW_FILE ? STREAM_PIPE : STREAM_TERMINAL};
    options.arguments[0] = "--no-config";
    options.arguments[1] = moment == MOMENT_PARSE       ? large_path(torture)
                           : moment == MOMENT_SLOW_FILE ? "-"
                                                        : torture->article;
    run = run_start(torture, &options);
    if (moment == MOMENT_SLOW_FILE && write(run->feed, "A headline\n\nSome", 16) < 0)
        tap_bail_out("nothing can be written to a pipe");
    return run;
}

static void come_to(Run *run, Moment moment)
{
    Dice *dice = &run->torture->dice;

    switch (moment) {
    case MOMENT_START:
        (void)run_wait(run, (int)dice_below(dice, 60));
        return;
    case MOMENT_PARSE:
        (void)run_wait(run, (int)dice_below(dice, 400));
        return;
    case MOMENT_SLOW_FILE:
        (void)run_wait(run, SLOW_MS);
        return;
    case MOMENT_FLOOD:
        (void)run_settle(run, 3000);
        (void)flood(run, FLOOD_MS + (int)dice_below(dice, FLOOD_MS));
        return;
    case MOMENT_BLOCKED:
        (void)run_settle(run, 3000);
        block(run);
        return;
    case MOMENT_STOPPED:
        (void)run_settle(run, 3000);
        stop(run);
        return;
    case MOMENT_PROMPT:
    case MOMENT_POPUP:
        (void)run_settle(run, 3000);
        run_keys(run, moment == MOMENT_PROMPT ? "/ab" : "T");
        (void)run_settle(run, 1000);
        return;
    case MOMENT_IDLE:
    case MOMENT_COUNT:
        (void)run_settle(run, 3000);
        return;
    }
}

/* The moment goes on until the signal has done its work; how long that was, -1: too long. */
static long see_end(Run *run, Moment moment, int limit_ms)
{
    long start;

    if (moment == MOMENT_BLOCKED) {
        (void)run_wait(run, run->torture->late_ms);
        run->judges_terminal = !run->ended; /* what was not taken cannot be judged */
        run->pty.deaf = false;
    }
    if (moment == MOMENT_STOPPED) {
        run->stopped = run->stays_stopped = false;
        pty_signal(&run->pty, SIGCONT);
    }
    start = now_ms();
    if (moment == MOMENT_FLOOD && flood(run, limit_ms))
        return -1;
    return run->ended ? now_ms() - start : run_wait_end(run, limit_ms);
}

/* ---- the cases ---- */

/* It was late: it is asked once more, not judged. */
static void give_up(Run *run)
{
    if (!run->ended)
        pty_signal(&run->pty, SIGKILL);
    pty_release(&run->pty);
    if (run->feed >= 0)
        (void)close(run->feed);
}

static void end_by_signal(Torture *torture, int number, Moment moment)
{
    int limit_ms = torture->late_ms;

    for (int i = 1;; i++) {
        Run *run = start_for(torture, moment);

        come_to(run, moment);
        if (!run->ended || number == SIGTSTP)
            run_signal(run, number);
        if (see_end(run, moment, limit_ms) >= 0) {
            run_finish(run, run->sent >> number & 1 ? number : 0);
            return;
        }
        if (i == TRIES) {
            case_fail(torture, VERDICT_LATE, "not over after %d ms", limit_ms);
            run_finish(run, number);
            return;
        }
        give_up(run);
    }
}

/* A signal that does not end it: it goes on, and quits. */
static void live_through(Torture *torture, int number, Moment moment)
{
    Run *run = start_for(torture, moment);

    come_to(run, moment);
    if (number == SIGTSTP && moment != MOMENT_START && moment != MOMENT_PARSE && moment != MOMENT_SLOW_FILE) {
        run_signal(run, number);
        if (run_wait_stop(run, torture->hang_ms) < 0)
            case_fail(torture, VERDICT_LATE, "did not stop");
    } else if (number == SIGWINCH) {
        for (int i = 0; i < 100; i++) {
            pty_resize(&run->pty, 1 + i * 7 % 60, 1 + i * 13 % 200);
            (void)run_wait(run, 1);
        }
        pty_resize(&run->pty, 24, 80);
    } else {
        run_signal(run, number);
    }
    if (run->feed >= 0) {
        (void)close(run->feed);
        run->feed = -1;
    }
    (void)run_wait(run, 20);
    (void)run_settle(run, torture->hang_ms);
    run_quit(run);
    run_finish(run, 0);
}

void case_signal(Torture *torture, int number, Moment moment)
{
    if (ends(number))
        end_by_signal(torture, number, moment);
    else
        live_through(torture, number, moment);
}

void case_hang_up(Torture *torture, Moment moment, bool is_ignored)
{
    Run *run = start_for(torture, moment);

    come_to(run, moment);
    run_hang_up(run);
    if (!is_ignored && !run->ended)
        pty_signal(&run->pty, SIGHUP);
    if (run->stopped)
        pty_signal(&run->pty, SIGCONT);
    run->stopped = run->stays_stopped = false;
    if (run_wait_end(run, moment == MOMENT_PARSE ? torture->hang_ms : HANG_UP_MS) < 0 &&
        run_is_busy(run)) { /* a parse comes to its end */
        case_fail(torture, VERDICT_SPIN, "after the terminal has gone");
        run_signal(run, SIGKILL);
    }
    run_finish(run, 0);
}

static bool fits(int number, Moment moment)
{
    /* what does not end it cannot be seen while it cannot write, or is at a stop already */
    return ends(number) || (moment != MOMENT_BLOCKED && moment != MOMENT_STOPPED && moment != MOMENT_FLOOD);
}

void tour_signals(Torture *torture)
{
    static const Moment gone[] = {MOMENT_START, MOMENT_IDLE, MOMENT_PARSE, MOMENT_STOPPED, MOMENT_PROMPT};
    size_t times = torture->is_long ? 10 : 1;

    for (size_t i = 0; i < SIGNALS * times; i++) {
        for (Moment moment = MOMENT_START; moment < MOMENT_COUNT; moment = (Moment)(moment + 1)) {
            int number = signals[i % SIGNALS].number;

            if (!fits(number, moment) ||
                !case_begin(torture, "%s, %s, %zu", signals[i % SIGNALS].name, moments[moment], i / SIGNALS))
                continue;
            case_signal(torture, number, moment);
            case_end(torture);
        }
    }
    for (size_t i = 0; i < 2 * times * COUNT_OF(gone); i++) {
        Moment moment = gone[i / 2 % COUNT_OF(gone)];

        if (!case_begin(torture, "the terminal goes, %s, %s, %zu", i % 2 ? "SIGHUP ignored" : "SIGHUP", moments[moment],
                        i))
            continue;
        case_hang_up(torture, moment, i % 2);
        case_end(torture);
    }
}
