/* Terminals that are not known, or nothing like one; variables that are missing, wrong or huge; limits; streams that are elsewhere. */
#include "torture/cases.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"

static char long_value[5000];

/* One change of the usual surroundings. "LONG" at the end of a variable is 5,000 letters. */
static const struct {
    const char *name;
    RunOptions options;
} surroundings[] = {
    {"TERM unset", {.changes = {"TERM"}}},
    {"TERM empty", {.changes = {"TERM="}}},
    {"TERM dumb", {.changes = {"TERM=dumb"}}},
    {"TERM unknown", {.changes = {"TERM=no-such-terminal"}}},
    {"TERM long", {.changes = {"TERM=LONG"}}},
    {"TERM a path", {.changes = {"TERM=../../etc/passwd"}}},
    {"TERM with controls", {.changes = {"TERM=\x1B]0;QCN\7"}}},
    {"TERM vt100", {.term = "vt100"}},
    {"TERM linux", {.term = "linux"}},
    {"TERM screen", {.term = "screen-256color"}},
    {"TERM tmux", {.term = "tmux-256color"}},
    {"TERM xterm-mono", {.term = "xterm-mono"}},
    {"TERM ansi", {.changes = {"TERM=ansi"}}},
    {"TERMINFO nowhere", {.changes = {"TERMINFO=/nonexistent/x"}}},
    {"TERMINFO hex", {.changes = {"TERMINFO=hex:1a01"}}},
    {"TERMINFO long", {.changes = {"TERMINFO=LONG"}}},
    {"TERMINFO a device", {.changes = {"TERMINFO=/dev"}}},
    {"COLORTERM odd", {.changes = {"COLORTERM=\x1B[31337m"}}},
    {"NO_COLOR", {.changes = {"NO_COLOR=1"}}},
    {"COLORFGBG odd", {.changes = {"COLORFGBG=99999999999999999999;;;-1"}}},
    {"LC_ALL C", {.changes = {"LC_ALL=C", "LANG=C"}}},
    {"LC_ALL unknown", {.changes = {"LC_ALL=xx_YY.GARBAGE"}}},
    {"LC_ALL Latin-1", {.changes = {"LC_ALL=en_US.ISO-8859-1"}}},
    {"LC_ALL empty", {.changes = {"LC_ALL=", "LANG"}}},
    {"LC_ALL long", {.changes = {"LC_ALL=LONG"}}},
    {"HOME unset", {.changes = {"HOME"}}},
    {"HOME empty", {.changes = {"HOME="}}},
    {"HOME nowhere", {.changes = {"HOME=/nonexistent/x"}}},
    {"HOME /proc", {.changes = {"HOME=/proc"}}},
    {"HOME a device", {.changes = {"HOME=/dev/null"}}},
    {"HOME long", {.changes = {"HOME=LONG"}}},
    {"XDG_CONFIG_HOME empty", {.changes = {"XDG_CONFIG_HOME="}}},
    {"XDG_CONFIG_HOME relative", {.changes = {"XDG_CONFIG_HOME=relative"}}},
    {"XDG_CONFIG_HOME long", {.changes = {"XDG_CONFIG_HOME=LONG"}}},
    {"XDG_CONFIG_HOME a device", {.changes = {"XDG_CONFIG_HOME=/dev/null"}}},
    {"QUOIN_DATA nowhere", {.changes = {"QUOIN_DATA=/nonexistent/x"}}},
    {"QUOIN_DATA long", {.changes = {"QUOIN_DATA=LONG"}}},
    {"LINES and COLUMNS 0", {.changes = {"LINES=0", "COLUMNS=0"}}},
    {"LINES and COLUMNS -1", {.changes = {"LINES=-1", "COLUMNS=-1"}}},
    {"LINES and COLUMNS huge", {.changes = {"LINES=99999999999999999999", "COLUMNS=99999999999999999999"}}},
    {"LINES and COLUMNS words", {.changes = {"LINES=abc", "COLUMNS=\x1B[31337m"}}},
    {"ESCDELAY odd", {.changes = {"ESCDELAY=-99999999999"}}},
    {"TMPDIR nowhere", {.changes = {"TMPDIR=/nonexistent/x"}}},
    {"PATH empty", {.changes = {"PATH="}}},
    {"no environment", {.bare = true}},
    {"no environment but TERM", {.bare = true, .changes = {"TERM=xterm-256color"}}},
    {"1 row, 1 column", {.rows = 1, .columns = 1}},
    {"1 row", {.rows = 1, .columns = 200}},
    {"1 column", {.rows = 100, .columns = 1}},
    {"500 rows, 1000 columns", {.rows = 500, .columns = 1000}},
    {"2 rows, 65535 columns", {.rows = 2, .columns = 65535}},
    {"2000 rows, 10 columns", {.rows = 2000, .columns = 10}},
    {"input /dev/null", {.input = "/dev/null"}},
    {"input closed", {.input = STREAM_CLOSED}},
    {"input a folder", {.input = "/"}},
    {"input a pipe", {.input = STREAM_PIPE, .arguments = {"--no-config", "-"}}},
    {"article closed", {.input = STREAM_CLOSED, .arguments = {"--no-config", "-"}}},
    {"article a folder", {.input = "/", .arguments = {"--no-config", "-"}}},
    {"output /dev/null", {.output = "/dev/null"}},
    {"output full", {.output = "/dev/full"}},
    {"output closed", {.output = STREAM_CLOSED}},
    {"output a pipe", {.output = STREAM_PIPE}},
    {"errors closed", {.errors = STREAM_CLOSED}},
    {"errors full", {.errors = "/dev/full"}},
    {"all closed", {.input = STREAM_CLOSED, .output = STREAM_CLOSED, .errors = STREAM_CLOSED}},
    {"3 descriptors", {.limits = {{RLIMIT_NOFILE, 3}}, .limit_count = 1}},
    {"4 descriptors", {.limits = {{RLIMIT_NOFILE, 4}}, .limit_count = 1}},
    {"5 descriptors", {.limits = {{RLIMIT_NOFILE, 5}}, .limit_count = 1}},
    {"7 descriptors", {.limits = {{RLIMIT_NOFILE, 7}}, .limit_count = 1}},
    {"files of 0 bytes", {.errors = STREAM_SHOWN, .limits = {{RLIMIT_FSIZE, 0}}, .limit_count = 1}},
    {"a stack of 128 KB", {.limits = {{RLIMIT_STACK, 128 * 1024}}, .limit_count = 1}},
    {"a stack of 256 KB", {.limits = {{RLIMIT_STACK, 256 * 1024}}, .limit_count = 1}},
    {"8 MB of memory", {.limits = {{RLIMIT_AS, 8 << 20}}, .limit_count = 1}},
    {"10 MB of memory", {.limits = {{RLIMIT_AS, 10 << 20}}, .limit_count = 1}},
    {"12 MB of memory", {.limits = {{RLIMIT_AS, 12 << 20}}, .limit_count = 1}},
    {"14 MB of memory", {.limits = {{RLIMIT_AS, 14 << 20}}, .limit_count = 1}},
    {"16 MB of memory", {.limits = {{RLIMIT_AS, 16 << 20}}, .limit_count = 1}},
    {"24 MB of memory", {.limits = {{RLIMIT_AS, 24 << 20}}, .limit_count = 1}},
    {"32 MB of memory", {.limits = {{RLIMIT_AS, 32 << 20}}, .limit_count = 1}},
    {"a second of the processor", {.limits = {{RLIMIT_CPU, 1}}, .limit_count = 1}},
};
enum { SURROUNDINGS = COUNT_OF(surroundings), CPU_FLOOD_MS = 8000 };

static bool is_limit(const RunOptions *options, int resource)
{
    return options->limit_count && options->limits[0].resource == resource;
}

/* "NAME=LONG" becomes a long value, which lives as long as the case. */
static const char *lengthened(const char *change, char *room)
{
    size_t size = change ? strlen(change) : 0;

    if (size < 5 || strcmp(change + size - 5, "=LONG") != 0)
        return change;
    if (!*long_value)
        memset(long_value, 'A', sizeof long_value - 1);
    (void)snprintf(room, sizeof long_value + 32, "%.*s%s", (int)size - 4, change, long_value);
    return room;
}

/* A second of work: keys until the signal comes. */
static void use_processor(Run *run)
{
    static const char keys[] = "Ggg/a\033TT\033zqzqzq";

    for (int i = 0; i < CPU_FLOOD_MS / 2 && !run->ended; i++) {
        run_keys(run, keys);
        (void)run_wait(run, 2);
    }
}

static void live_in(Torture *torture, size_t row)
{
    static char room[2][sizeof long_value + 32];
    RunOptions options = surroundings[row].options;
    bool cpu = is_limit(&options, RLIMIT_CPU);
    Run *run;

    for (size_t i = 0; i < 2; i++)
        options.changes[i] = lengthened(options.changes[i], room[i]);
    if (!options.arguments[0]) {
        options.arguments[0] = "--no-config";
        options.arguments[1] = torture->article;
    }
    run = run_start(torture, &options);
    if (cpu)
        run->sent |= 1ULL << SIGXCPU;
    if (run->feed >= 0 && options.arguments[1] && strcmp(options.arguments[1], "-") == 0) {
        if (write(run->feed, "A headline\n\nSome text on a pipe.\n", 33) < 0)
            tap_bail_out("nothing can be written to a pipe");
        (void)close(run->feed);
        run->feed = -1;
    }
    (void)run_settle(run, 2000);
    run_keys(run, " .G");
    (void)run_settle(run, 2000);
    if (cpu)
        use_processor(run);
    run_quit(run);
    run_finish(run, 0);
    if (run->ended && WIFEXITED(run->pty.status) && WEXITSTATUS(run->pty.status) == 0 && options.output &&
        (strcmp(options.output, "/dev/full") == 0 || strcmp(options.output, STREAM_CLOSED) == 0))
        case_fail(torture, VERDICT_SILENT, "exit status 0, and nothing could be written");
}

static bool means_something(const Torture *torture, const RunOptions *options)
{
    return !torture->sanitized || options->limit_count == 0 || is_limit(options, RLIMIT_FSIZE);
}

void tour_environment(Torture *torture)
{
    if (torture->sanitized)
        tour_skip(torture, "limits, with a sanitizer");
    for (size_t row = 0; row < SURROUNDINGS; row++) {
        if (!means_something(torture, &surroundings[row].options) || !case_begin(torture, "%s", surroundings[row].name))
            continue;
        live_in(torture, row);
        case_end(torture);
    }
}
