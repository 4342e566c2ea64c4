/*
 * Signals at whatever moment: the reader ends by that very signal, or stops and goes on, without waiting for anything, and the terminal is as it
 * was found. What is tested is a table: places where a signal may find the program, times what may come there.
 *
 * A signal acts within 100 ms. `make check` allows LOADED_MS, since a machine that builds other things too may let any program wait; with
 * TORTURE=long each pair is tried at MOMENTS moments, by a seed that is printed, and 100 ms is what counts. One that is late is tried again.
 *
 * Moments that time does not meet, between two steps of the program, are met by their number: a signal comes at the first write, at the second,
 * and so on (tests/preload/failing.c), as long as there is one.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/count_of.h"
#include "clock.h"
#include "preload.h"
#include "pty.h"

enum { LATE_MS = 100, LOADED_MS = 2000, TRIES = 3, MOMENTS = 10, BIG_BYTES = 15 * 1000 * 1000 };

static Pty pty;
static char program[1024], article[1024], big[1024], library[1024], met[1024];
static bool thorough;
static unsigned seed = 1;

#define SCREEN_TAKEN "\033[?1049h"

static void start_on(const char *term, char *file)
{
    char *arguments[] = {program, (char[]){"--no-config"}, file, NULL};

    pty_start(&pty, term, 24, 80, NULL, arguments);
}

/* ---- places ---- */

static bool be_idle(void)
{
    start_on("xterm-256color", article);
    return pty_expect(&pty, "two-minute tour");
}

static bool be_in_flood(void)
{
    bool shown = be_idle();

    pty.flood = "jk";
    (void)pty_expect_nothing(&pty, 20);
    return shown;
}

static bool be_parsing(void)
{
    start_on("xterm-256color", big);
    return pty_expect(&pty, SCREEN_TAKEN);
}

static bool be_blocked(void)
{
    return be_idle() && pty_stop_output(&pty, "\014");
}

static bool be_in_prompt(void)
{
    bool shown = be_idle();

    pty_send(&pty, "/barometer");
    return shown && pty_expect(&pty, "not found");
}

static bool be_in_popup(void)
{
    bool shown = be_idle();

    pty_send(&pty, "?");
    return shown && pty_expect(&pty, "type to filter");
}

/* The terminal was asked and has not answered yet. */
static bool be_asking(void)
{
    bool asked;

    pty.answers = "";
    start_on("xterm-256color", article);
    asked = pty_expect(&pty, "\033[c");
    pty.answers = NULL;
    return asked;
}

static bool be_starting(void)
{
    start_on("xterm-256color", article);
    return true;
}

/* clang-format off */
static const struct Place {
    const char *name;
    bool (*reach)(void);
    const char *shown; /* when it goes on after a stop; NULL: not tried */
} places[] = {
    {"idle", be_idle, "two-minute tour"},
    {"flood of keys", be_in_flood, "QUOTES"},
    {"slow parse", be_parsing, "QUOTES"},
    {"stopped output", be_blocked, "two-minute tour"},
    {"prompt", be_in_prompt, "not found"},
    {"pop-up", be_in_popup, "type to filter"},
    {"asking", be_asking, NULL},
    {"start", be_starting, NULL},
};
/* clang-format on */

enum { PLACE_COUNT = COUNT_OF(places) };

/* ---- signals ---- */

/* Whatever ends a process; with `often` in each place, the others in the first only. */
static const struct Ending {
    const char *name;
    int number;
    bool often;
} endings[] = {
    {"TERM", SIGTERM, true},      {"HUP", SIGHUP, true},    {"INT", SIGINT, false},       {"QUIT", SIGQUIT, false},
    {"SEGV", SIGSEGV, true},      {"BUS", SIGBUS, false},   {"FPE", SIGFPE, false},       {"ILL", SIGILL, false},
    {"ABRT", SIGABRT, false},     {"XFSZ", SIGXFSZ, false}, {"XCPU", SIGXCPU, false},     {"USR1", SIGUSR1, true},
    {"USR2", SIGUSR2, false},     {"ALRM", SIGALRM, false}, {"VTALRM", SIGVTALRM, false}, {"PROF", SIGPROF, false},
    {"TRAP", SIGTRAP, false},     {"SYS", SIGSYS, false},
#ifdef SIGSTKFLT
    {"STKFLT", SIGSTKFLT, false},
#endif
#ifdef SIGPWR
    {"PWR", SIGPWR, false},
#endif
#ifdef __linux__
    {"IO", SIGIO, false},
#endif
};

enum { ENDING_COUNT = COUNT_OF(endings) };

/* A little later, when all moments are tried. */
static void let_pass(void)
{
    seed = seed * 1103515245u + 12345u;
    if (thorough)
        (void)pty_expect_nothing(&pty, (int)(seed >> 16) % 40);
}

/* NULL, or what of the terminal is not as it was. */
static const char *difference(void)
{
    const char *mode = pty_mode_left(&pty);

    return mode ? mode : pty_is_restored(&pty) ? NULL : "line settings or flags";
}

/* One end or stop, and how it was. */
typedef struct Outcome {
    bool right; /* it came, and by that signal */
    bool late;
    long ms;
    const char *differs;
} Outcome;

static Outcome outcome_of(bool right)
{
    return (Outcome){right, right && pty.waited_ms > (thorough ? LATE_MS : LOADED_MS), pty.waited_ms, difference()};
}

static void report(const char *what, const struct Place *place, const char *name, Outcome outcome)
{
    ok(outcome.right && !outcome.late && !outcome.differs, "%s, %s: %s, in time (%ld ms), the terminal as it was (%s)",
       place->name, name, what, outcome.ms, outcome.differs ? outcome.differs : "yes");
}

static Outcome end(const struct Place *place, int number)
{
    bool reached = place->reach(), ended;
    Outcome outcome;

    let_pass();
    pty_signal(&pty, number);
    ended = pty_wait_end(&pty);
    outcome = outcome_of(reached && ended && WIFSIGNALED(pty.status) && WTERMSIG(pty.status) == number);
    pty_release(&pty);
    return outcome;
}

/* What is late by the machine's fault is not late again and again. */
static void test_end(const struct Place *place, const char *name, int number)
{
    Outcome outcome = end(place, number);

    for (int i = 1; i < TRIES && outcome.late; i++)
        outcome = end(place, number);
    report("ends by it", place, name, outcome);
}

static Outcome stop(const struct Place *place, int number)
{
    bool reached = place->reach(), stopped;

    let_pass();
    pty_signal(&pty, number);
    stopped = pty_wait_stopped(&pty);
    return outcome_of(reached && stopped);
}

/* It stops, the shell has the terminal as it was, and all is there again when it goes on. */
static void test_stop(const struct Place *place, const char *name, int number)
{
    Outcome outcome = stop(place, number);
    bool again;

    for (int i = 1; i < TRIES && outcome.late; i++) {
        pty_release(&pty);
        outcome = stop(place, number);
    }
    report("stops", place, name, outcome);
    pty_forget(&pty);
    pty_signal(&pty, SIGCONT);
    again = pty_expect(&pty, place->shown);
    pty_send(&pty, "\007\007Q");
    ok(again && pty_wait_end(&pty) && WIFEXITED(pty.status) && !difference(), "%s, %s: and goes on as if nothing were",
       place->name, name);
    pty_release(&pty);
}

static void test_places(void)
{
    for (int moment = 0; moment < (thorough ? MOMENTS : 1); moment++) {
        for (size_t i = 0; i < PLACE_COUNT; i++) {
            for (size_t k = 0; k < ENDING_COUNT; k++) {
                if (thorough || i == 0 || endings[k].often)
                    test_end(&places[i], endings[k].name, endings[k].number);
            }
            if (places[i].shown)
                test_stop(&places[i], "TSTP", SIGTSTP);
        }
    }
    test_stop(&places[0], "TTIN", SIGTTIN);
    test_stop(&places[0], "TTOU", SIGTTOU);
#ifdef SIGRTMIN
    test_end(&places[0], "the first real-time signal", SIGRTMIN);
    test_end(&places[0], "the last real-time signal", SIGRTMAX);
#endif
}

/* While the shell has the terminal nothing is written to it, and it is not waited for. */
static void test_end_while_stopped(int number)
{
    bool stopped = be_idle();

    pty_send(&pty, "\032");
    stopped = pty_wait_stopped(&pty) && stopped;
    pty_forget(&pty);
    pty_signal(&pty, number);
    pty_signal(&pty, SIGCONT);
    ok(stopped && pty_wait_end(&pty) && WIFSIGNALED(pty.status) && WTERMSIG(pty.status) == number,
       "suspended, signal %d: ends by it", number);
    ok(pty.size == 0 && pty_is_restored(&pty), "suspended, signal %d: the terminal is left alone", number);
    pty_release(&pty);
}

/* ---- at each call ---- */

/* Runs in the child: `context` is what comes at which call; when it comes, it is written to the file `met`. */
static void set_calls(void *context)
{
    preload_set(library, context, met);
}

/* Its output takes nothing: the handler of the first signal is about to wait for it, when the second one comes. */
static Outcome end_in_stop(void)
{
    Outcome outcome;
    bool reached, ended;

    pty.prepare = set_calls;
    pty.context = (char[]){"poll@1:1:TERM"};
    reached = be_blocked();
    pty.prepare = NULL;
    pty_signal(&pty, SIGTSTP);
    ended = pty_wait_end(&pty);
    outcome = outcome_of(reached && ended && WIFSIGNALED(pty.status) && WTERMSIG(pty.status) == SIGTERM);
    pty_release(&pty);
    return outcome;
}

static void test_end_in_stop(void)
{
    Outcome outcome = end_in_stop();

    for (int i = 1; i < TRIES && outcome.late; i++)
        outcome = end_in_stop();
    report("ends by it", &(const struct Place){.name = "being stopped"}, "TERM", outcome);
}

/* In the shell somebody changes what both halves of the settings say: they are what has to be there from now on. */
static void change_settings(void)
{
    pty.before.c_iflag ^= (tcflag_t)IXANY;
    pty.before.c_lflag ^= (tcflag_t)ECHOK;
    (void)tcsetattr(pty.master, TCSANOW, &pty.before);
}

/* One session: it starts, is stopped and goes on if it is to be, and is told to quit. */
typedef struct Session {
    bool is_to_stop, is_shown, is_told_to_quit;
    int stops;
    const char *differs; /* when it had stopped, or at the end */
} Session;

static void take_stop(Session *session)
{
    long end = now_ms() + LOADED_MS;

    while (difference() && now_ms() < end)
        (void)pty_expect_nothing(&pty, 10);
    if (!session->differs)
        session->differs = difference();
    session->stops++;
    session->is_shown = false;
    change_settings();
    pty_forget(&pty);
    pty_signal(&pty, SIGCONT);
}

static void take_text(Session *session)
{
    session->is_shown = true;
    if (session->is_to_stop)
        pty_signal(&pty, SIGTSTP);
    else if (!session->is_told_to_quit)
        pty_send(&pty, "Q");
    session->is_told_to_quit = !session->is_to_stop;
    session->is_to_stop = false;
}

/* False: it did not end. */
static bool play(char *calls, Session *session)
{
    long end = now_ms() + PTY_DEADLINE_MS;
    PtyChange change = PTY_NOTHING;

    pty.prepare = set_calls;
    pty.context = calls;
    start_on("xterm-256color", article);
    pty.prepare = NULL;
    while (change != PTY_ENDED && now_ms() < end) {
        change = pty_take(&pty, 50);
        if (change == PTY_STOPPED)
            take_stop(session);
        else if (!session->is_shown && pty_wrote(&pty, "two-minute tour"))
            take_text(session);
    }
    if (!session->differs)
        session->differs = difference();
    return change == PTY_ENDED;
}

static bool is_met(void)
{
    FILE *file = fopen(met, "r");
    bool any = file && getc(file) != EOF;

    if (file)
        (void)fclose(file);
    return any;
}

/* It ended by the signal, or stopped for it, went on and quit. */
static bool is_right(const Session *session, int number)
{
    if (session->differs)
        return false;
    if (number == SIGTSTP)
        return session->stops > 0 && WIFEXITED(pty.status) && WEXITSTATUS(pty.status) == EXIT_SUCCESS;
    return WIFSIGNALED(pty.status) && WTERMSIG(pty.status) == number;
}

/* The signal at the first such call, at the second, and so on, until a session makes fewer. */
static void test_each_call(const char *call, const char *name, int number, bool is_to_stop)
{
    bool more = true, right = true;
    int count = 0;

    while (more && right) {
        Session session = {.is_to_stop = is_to_stop};
        char calls[64];
        bool ended;

        (void)snprintf(calls, sizeof calls, "%s:%d:%s", call, count + 1, name);
        (void)remove(met);
        ended = play(calls, &session);
        more = is_met();
        right = ended && (!more || is_right(&session, number));
        if (!right)
            printf("# %s: %s, status %x, %d stops, the terminal as it was (%s)\n", calls, ended ? "ended" : "hangs",
                   (unsigned)pty.status, session.stops, session.differs ? session.differs : "yes");
        count += more;
        pty_release(&pty);
    }
    ok(right && count > 0, "%s at each %s%s: it acts, and the terminal is as it was", name, call,
       is_to_stop ? ", with a stop before the end" : "");
}

/* As the first process of a terminal: nobody is there who could go on with it, so nothing stops it. */
static void be_without_shell(void *context)
{
    (void)tcsetpgrp(STDIN_FILENO, getppid());
    (void)setpgid(0, getppid());
    set_calls(context);
}

/* It is to stop where nothing stops it: the terminal is given back, and taken again. Meanwhile comes a ^C. False: it does not go on. */
static bool goes_on_without_shell(char *calls)
{
    bool shown;

    pty.prepare = be_without_shell;
    pty.context = calls;
    start_on("xterm-256color", article);
    pty.prepare = NULL;
    shown = pty_expect_or_end(&pty, "two-minute tour");
    if (!shown)
        return is_met(); /* it came at the start already, and acts */
    pty_forget(&pty);
    pty_signal(&pty, SIGTSTP);
    shown = pty_expect_or_end(&pty, "two-minute tour");
    pty_send(&pty, "Q");
    return pty_wait_end(&pty) && shown;
}

static void test_late_key(const char *call)
{
    bool more = true, right = true;
    int count = 0;

    for (; more && right; count += more) {
        char calls[64];

        (void)snprintf(calls, sizeof calls, "%s:%d:^C", call, count + 1);
        (void)remove(met);
        right = goes_on_without_shell(calls);
        more = is_met();
        if (!right)
            printf("# %s: status %x\n", calls, (unsigned)pty.status);
        pty_release(&pty);
    }
    ok(right && count > 0, "^Z without a shell, and ^C at each %s of it: it goes on (%d)", call, count);
}

static void test_calls(void)
{
    static const char *const calls[] = {"write@1", "tcgetattr", "tcsetattr"};
    const char *missing = preload_missing(library);

    if (missing) {
        tap_skip(missing);
        return;
    }
    test_end_in_stop();
    test_late_key("tcsetattr");
    test_late_key("tcgetattr");
    for (size_t i = 0; i < COUNT_OF(calls); i++) {
        test_each_call(calls[i], "TERM", SIGTERM, false);
        test_each_call(calls[i], "TERM", SIGTERM, true);
        test_each_call(calls[i], "TSTP", SIGTSTP, false);
        test_each_call(calls[i], "TSTP", SIGTSTP, true);
    }
}

/* ---- what else ---- */

static void ignore_hang_up(void *context)
{
    (void)context;
    (void)signal(SIGHUP, SIG_IGN);
}

/* nohup quoin: what was ignored stays ignored. */
static void test_ignored(void)
{
    bool shown;

    pty.prepare = ignore_hang_up;
    shown = be_idle();
    pty.prepare = NULL;
    pty_signal(&pty, SIGHUP);
    pty_send(&pty, "?");
    ok(shown && pty_expect(&pty, "type to filter"), "HUP, ignored by whom started it: it goes on");
    pty_send(&pty, "\007Q");
    ok(pty_wait_end(&pty) && WIFEXITED(pty.status) && !difference(), "and ends as always");
    pty_release(&pty);
}

/* The bytes of a capability that are meant for time to pass are none of the terminal's. */
static void test_padding(void)
{
    start_on("vt100", article);
    (void)pty_expect(&pty, "two-minute tour");
    pty_signal(&pty, SIGSEGV);
    ok(pty_wait_end(&pty) && pty_is_restored(&pty) && !pty_wrote(&pty, "$<"), "vt100: a crash writes no padding");
    pty_release(&pty);
}

/* An overflow of the stack is a signal that cannot be handled on it. */
static void test_overflow(const char *build)
{
    char path[1100], *arguments[] = {path, NULL};
    bool ended;

    (void)snprintf(path, sizeof path, "%s/tests/overflow", build);
    if (access(path, X_OK) != 0)
        printf("# %s is not built: make tests/overflow\n", path);
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ended = pty_wait_end(&pty);
    ok(ended && pty_wrote(&pty, SCREEN_TAKEN) && !(WIFEXITED(pty.status) && WEXITSTATUS(pty.status) == 0),
       "the stack overflows: it ends by that");
    ok(!difference(), "the stack overflows: the terminal is as it was (%s)", difference() ? difference() : "yes");
    pty_release(&pty);
}

/* While keys never stop coming the screen is drawn all the same, and whole. */
static void test_frames_in_flood(void)
{
    bool shown = be_in_flood();

    pty_forget(&pty);
    pty.flood = "j";
    ok(shown && pty_expect(&pty, "100%"), "keys never stop coming: the end of the text is shown");
    pty.flood = NULL;
    pty_send(&pty, "Q");
    ok(pty_wait_end(&pty) && !difference(), "and the key after them ends it");
    pty_release(&pty);
}

static void write_big(void)
{
    FILE *file = fopen(big, "w");
    long size = 0;

    if (!file)
        tap_bail_out("the article cannot be written");
    size += fprintf(file, "quoin: 1\ntitle: Big\nbody:\n");
    while (size < BIG_BYTES)
        size += fprintf(file, "  - “We have seen the plans,” said Ann Brandt, who sits on the Harbor Board.\n");
    (void)fclose(file);
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR"), *torture = getenv("TORTURE"),
               *missing = pty_missing();

    if (missing) {
        tap_skip(missing);
        return tap_done();
    }
    thorough = torture && strcmp(torture, "long") == 0;
    seed = (unsigned)time(NULL);
    printf("# seed %u\n", seed);
    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(article, sizeof article, "%s/articles/00-start-here.yaml", source ? source : ".");
    (void)snprintf(big, sizeof big, "%s/tests/signals.tmp.yaml", build ? build : ".");
    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build ? build : ".");
    (void)snprintf(met, sizeof met, "%s/tests/signals.tmp.met", build ? build : ".");
    write_big();
    test_places();
    test_calls();
    test_end_while_stopped(SIGTERM);
    test_end_while_stopped(SIGSEGV);
    test_ignored();
    test_padding();
    test_overflow(build ? build : ".");
    test_frames_in_flood();
    (void)remove(big);
    (void)remove(met);
    return tap_done();
}
