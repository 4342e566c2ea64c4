/*
 * Reads and writes that fail, or do a part of their work: for the reader on its terminal, for its one file that is written, and for the commands.
 * Nothing is lost without a word: success means that all was read and all was written.
 */
#include "torture/cases.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "preload.h"

/* ---- the reader ---- */

/* "\1" is the number of the call. What was not written cannot be seen by the terminal: `blind`. */
static const struct {
    const char *failing;
    size_t most;
    bool blind;
} reader_rows[] = {
    {"read@0:\1:EIO", 6, false},    {"read@0:\1+:EIO", 4, false},    {"read@0:\1:EINTR", 4, false},
    {"read@0:\1:EAGAIN", 4, false}, {"write@1:\1:EIO", 6, true},     {"write@1:\1+:EIO", 6, true},
    {"write@1:\1:EAGAIN", 6, true}, {"write@1:\1+:ENOSPC", 3, true}, {"write@1:1+:short", 1, false},
    {"open:\1", 14, false},         {"open:\1+:EMFILE", 10, false},  {"close:\1", 10, false},
    {"mmap:\1", 4, false},
};
enum { READER_ROWS = COUNT_OF(reader_rows) };

static void number_failing(char failing[64], const char *pattern, size_t number)
{
    const char *mark = strchr(pattern, '\1');

    if (mark)
        (void)snprintf(failing, 64, "%.*s%zu%s", (int)(mark - pattern), pattern, number, mark + 1);
    else
        (void)snprintf(failing, 64, "%s", pattern);
}

static void read_badly(Torture *torture, const char *failing, bool blind)
{
    Run *run = run_start(torture, &(RunOptions){.arguments = {"--no-config", torture->article}, .failing = failing});

    run->judges_terminal = !blind;
    (void)run_settle(run, 2000);
    run_keys(run, " G.");
    (void)run_settle(run, 2000);
    run_quit(run);
    if (!run->ended && run_is_busy(run))
        case_fail(torture, VERDICT_SPIN, "busy with a terminal that fails");
    if (!run->ended && blind)
        run_signal(run, SIGTERM);
    run_finish(run, 0);
}

static void fail_reader(Torture *torture)
{
    for (size_t row = 0; row < READER_ROWS; row++) {
        for (size_t number = 1; number <= reader_rows[row].most; number++) {
            char failing[64];

            number_failing(failing, reader_rows[row].failing, number);
            if (!case_begin(torture, "the reader, %s", failing))
                continue;
            read_badly(torture, failing, reader_rows[row].blind);
            case_end(torture);
        }
    }
}

/* ---- the configuration ---- */

static const struct {
    const char *failing;
    size_t most;
} save_rows[] = {
    {"mkstemp:1", 1},        {"fsync:1", 1},          {"rename:1", 1},          {"fchmod:1", 1},
    {"fchown:1", 1},         {"close:\1", 16},        {"open:\1+:EACCES", 24},  {"read:\1+:EIO", 8},
    {"write@3:1:ENOSPC", 1}, {"write@4:1:ENOSPC", 1}, {"write@5:1:ENOSPC", 1},  {"write@6:1:ENOSPC", 1},
    {"write@3:1+:short", 1}, {"write@4:1+:short", 1}, {"write@5:2+:EDQUOT", 1}, {"write@4:1:EINTR", 1},
};
enum { SAVE_ROWS = COUNT_OF(save_rows), FILE_LIMIT = 1000 };

static void save_badly(Torture *torture, const char *failing, bool limited)
{
    RunOptions options = {.arguments = {torture->article}, .changes = {config_make(torture)}, .failing = failing};
    Run *run;

    if (limited) {
        options.limits[0] = (Limit){RLIMIT_FSIZE, FILE_LIMIT};
        options.limit_count = 1;
        options.errors = STREAM_SHOWN; /* a file of errors would be limited too */
    }
    run = run_start(torture, &options);
    (void)run_settle(run, torture->hang_ms);
    run_keys(run, "T\033[B");
    (void)run_settle(run, torture->hang_ms);
    run_keys(run, "\r");
    (void)run_settle(run, torture->hang_ms);
    run_quit(run);
    run_finish(run, 0);
    if (config_judge(torture) == CONFIG_OLD && grammar_wrote(&run->grammar, "kept in"))
        case_fail(torture, VERDICT_SILENT, "it says that the theme is kept, and it is not");
    config_remove(torture);
}

static void fail_saving(Torture *torture)
{
    for (size_t row = 0; row < SAVE_ROWS; row++) {
        for (size_t number = 1; number <= save_rows[row].most; number++) {
            char failing[64];

            number_failing(failing, save_rows[row].failing, number);
            if (!case_begin(torture, "a theme is kept, %s", failing))
                continue;
            save_badly(torture, failing, false);
            case_end(torture);
        }
    }
}

static void limit_saving(Torture *torture)
{
    if (!case_begin(torture, "a theme is kept, with files of at most %d bytes", FILE_LIMIT))
        return;
    save_badly(torture, NULL, true);
    case_end(torture);
}

/* ---- the commands ---- */

static const char *const failing_commands[][RUN_ARGUMENTS] = {
    {"show", "--no-config", "\1"},
    {"quotes", "--format=json", "\1"},
    {"entities", "--format=json", "\1"},
    {"check", "\1"},
    {"list", "\1"},
};
static const struct {
    const char *failing;
    size_t most;
} command_rows[] = {
    {"read:\1:EIO", 6},     {"read:\1+:EIO", 3},    {"read:\1:EINTR", 3}, {"read:1+:short", 1},
    {"open:\1:EACCES", 10}, {"open:\1+:EMFILE", 6}, {"mmap:\1", 3},       {"close:1+", 1},
};
enum { FAILING_COMMANDS = COUNT_OF(failing_commands), COMMAND_ROWS = COUNT_OF(command_rows) };

static RunOptions command_options(Torture *torture, const char *const arguments[RUN_ARGUMENTS], const char *file)
{
    RunOptions options = {.input = NULL};

    (void)torture;
    for (size_t i = 0; i < RUN_ARGUMENTS && arguments[i]; i++)
        options.arguments[i] = strcmp(arguments[i], "\1") == 0 ? file : arguments[i];
    return options;
}

static void run_badly(Torture *torture, size_t command, const char *failing)
{
    static uint64_t whole[FAILING_COMMANDS];
    RunOptions options = command_options(torture, failing_commands[command], torture->article);
    const Printed *printed;

    if (!whole[command])
        whole[command] = printed_run(torture, &options)->hash;
    options.failing = failing;
    printed = printed_run(torture, &options);
    if (WIFEXITED(printed->status) && WEXITSTATUS(printed->status) == 0 && printed->hash != whole[command] &&
        printed->errors.total == 0 && !grammar_wrote(&printed->output, "unreadable"))
        case_fail(torture, VERDICT_SILENT, "exit status 0, and other output than without a failure");
}

static void fail_commands(Torture *torture)
{
    for (size_t command = 0; command < FAILING_COMMANDS; command++) {
        for (size_t row = 0; row < COMMAND_ROWS; row++) {
            for (size_t number = 1; number <= command_rows[row].most; number++) {
                char failing[64];

                number_failing(failing, command_rows[row].failing, number);
                if (!case_begin(torture, "%s, %s", failing_commands[command][0], failing))
                    continue;
                run_badly(torture, command, failing);
                case_end(torture);
            }
        }
    }
}

/* ---- streams that cannot be read or written ---- */

/* clang-format off */
static const char *const stream_commands[][RUN_ARGUMENTS] = {
    {"show", "--no-config", "-"},          {"quotes", "-"},   {"quotes", "--format=json", "-"}, {"entities", "-"}, {"entities", "--format=json", "-"},
    {"quotes", "--from=jsonl", "--format=jsonl"}, {"entities", "--from=jsonl", "--format=jsonl"}, {"show", "--no-config", "\1"}, {"quotes", "\1"},
    {"quotes", "--format=csv", "\1"},      {"entities", "\1"}, {"check", "-"},                  {"list", "\1"},    {"keys", "--no-config"},
    {"themes"},                            {"--help"},        {"--version"},                   {"themes", "show", "paper"},
};
/* clang-format on */
static const struct {
    const char *name, *input, *output;
} streams[] = {
    {"from a folder", "/", NULL},
    {"from nothing", STREAM_CLOSED, NULL},
    {"to a full disk", "article", "/dev/full"},
    {"to nothing", "article", STREAM_CLOSED},
};
enum { STREAM_COMMANDS = COUNT_OF(stream_commands), STREAMS = COUNT_OF(streams) };

static bool reads_input(const char *const arguments[RUN_ARGUMENTS])
{
    for (size_t i = 0; i < RUN_ARGUMENTS && arguments[i]; i++) {
        if (strcmp(arguments[i], "-") == 0 || strcmp(arguments[i], "--from=jsonl") == 0)
            return true;
    }
    return false;
}

static void run_stream(Torture *torture, size_t command, size_t stream)
{
    static const char line[] = "{\"id\": 1, \"text\": \"\\u201cNo,\\u201d said Ann Lee.\"}\n";
    RunOptions options = command_options(torture, stream_commands[command], torture->article);
    const Printed *printed;
    char path[TORTURE_PATH];

    case_path(torture, "line", path);
    case_write(path, line, sizeof line - 1);
    options.output = streams[stream].output;
    options.input = strcmp(streams[stream].input, "article") == 0 ? path : streams[stream].input;
    printed = printed_run(torture, &options);
    if (WIFEXITED(printed->status) && WEXITSTATUS(printed->status) == 0)
        case_fail(torture, VERDICT_SILENT, "exit status 0");
    else if (printed->errors.total == 0 && (streams[stream].output || printed->output.total == 0))
        case_fail(torture, VERDICT_SILENT, "it failed without a word");
    (void)unlink(path);
}

static void fail_streams(Torture *torture)
{
    for (size_t command = 0; command < STREAM_COMMANDS; command++) {
        for (size_t stream = 0; stream < STREAMS; stream++) {
            if (!streams[stream].output && !reads_input(stream_commands[command]))
                continue;
            if (!case_begin(torture, "%s %s %s, %s", stream_commands[command][0],
                            stream_commands[command][1] ? stream_commands[command][1] : "",
                            stream_commands[command][1] && stream_commands[command][2] ? stream_commands[command][2] : "",
                            streams[stream].name))
                continue;
            run_stream(torture, command, stream);
            case_end(torture);
        }
    }
}

void tour_io(Torture *torture)
{
    char library[TORTURE_PATH + 32];
    const char *missing;

    (void)snprintf(library, sizeof library, "%s/tests/failing.so", torture->build);
    missing = preload_missing(library);
    fail_streams(torture);
    limit_saving(torture);
    if (missing) {
        tour_skip(torture, missing);
        return;
    }
    fail_reader(torture);
    fail_saving(torture);
    fail_commands(torture);
}
