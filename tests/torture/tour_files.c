/*
 * Each hostile file through each command that takes it, and through the reader. A command has to end, write nothing but text, take no more memory
 * than its input allows, and say so when it could not do what it was asked for.
 */
#include "torture/cases.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "torture/hostile.h"

enum { BASE_KB = 20 * 1024, LINE_TIMES = 12, SAMPLE = 12 };

/* A page is read by a program of its own, whose parser keeps a tree of it: it is promised PAGE_MOST_BYTES (src/html/quoin_html.c), and PAGE_TIMES is
 * what was reached, by headings in one another. */
enum { PAGE_TIMES = 170, PAGE_MOST_BYTES = 1024 * 1024 * 1024 };

/* Arguments with "\1" for the file; the class of file that it is for. */
static const struct {
    const char *name;
    const char *arguments[RUN_ARGUMENTS];
    unsigned classes;
    bool from_input;    /* the file is standard input */
    bool looks_at_head; /* what is wrong further down is not its business */
} commands[] = {
#define CLASS(kind) (1u << HOSTILE_##kind)
#define ARTICLES \
    (CLASS(YAML) | CLASS(TEXT) | CLASS(INJECTION) | CLASS(ENCODING) | CLASS(SPECIAL) | CLASS(NAME) | CLASS(PAGE))
    {"show", {"show", "--no-config", "--", "\1"}, ARTICLES, false, false},
    {"quotes", {"quotes", "--format=json", "--", "\1"}, ARTICLES, false, false},
    {"entities", {"entities", "--format=json", "--", "\1"}, ARTICLES, false, false},
    {"quotes as a table", {"quotes", "--", "\1"}, CLASS(INJECTION) | CLASS(NAME), false, false},
    {"entities as a table", {"entities", "--format=csv", "--", "\1"}, CLASS(INJECTION) | CLASS(NAME), false, false},
    {"check", {"check", "--", "\1"}, ARTICLES, false, false},
    {"list", {"list", "--", "\1"}, ARTICLES, false, true},
    {"quotes of lines", {"quotes", "--from=jsonl", "--format=jsonl"}, CLASS(LINES), true, false},
    {"entities of lines", {"entities", "--from=jsonl", "--format=jsonl"}, CLASS(LINES), true, false},
    {"show of a theme", {"themes", "show", "\1"}, CLASS(THEME), false, false},
    {"check of a theme", {"themes", "check", "\1"}, CLASS(THEME), false, false},
    {"keys of a configuration", {"keys", "--config", "\1"}, CLASS(CONFIG), false, false},
};
enum { COMMANDS = COUNT_OF(commands) };

/* ---- printed ---- */

const Printed *case_print(Torture *torture, const RunOptions *options, size_t size, unsigned times, bool is_refused)
{
    const Printed *printed = printed_run(torture, options);
    bool good = WIFEXITED(printed->status) && WEXITSTATUS(printed->status) == 0;

    if (is_refused && good && printed->errors.total == 0 && !grammar_wrote(&printed->output, "unreadable"))
        case_fail(torture, VERDICT_SILENT, "exit status 0 without a word, though nothing can be read");
    printed_judge_memory(torture, printed, size, times, BASE_KB);
    return printed;
}

/* Lines that want an answer, and the longest. */
static size_t count_lines(const char *path, size_t *longest)
{
    FILE *file = fopen(path, "rb");
    size_t count = 0, size = 0;
    bool blank = true;
    int byte;

    *longest = 0;
    while (file && (byte = fgetc(file)) != EOF) {
        size++;
        blank = blank && (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r');
        if (byte != '\n')
            continue;
        count += !blank;
        *longest = size > *longest ? size : *longest;
        size = 0;
        blank = true;
    }
    if (file)
        (void)fclose(file);
    *longest = size > *longest ? size : *longest;
    return count + !blank;
}

/* An answer for each line, whatever it is. */
static void print_lines(Torture *torture, const RunOptions *options, const char *path)
{
    size_t longest, count = count_lines(path, &longest);
    const Printed *printed = printed_run(torture, options);

    if (printed->ended && WIFEXITED(printed->status) && printed->output.line_feeds != count)
        case_fail(torture, VERDICT_SILENT, "%zu answers to %zu lines", printed->output.line_feeds, count);
    printed_judge_memory(torture, printed, longest, LINE_TIMES, BASE_KB);
}

static void print_file(Torture *torture, size_t command, const HostileFile *file)
{
    RunOptions options = {.input = commands[command].from_input ? file->path : NULL};
    bool is_page = file->kind == HOSTILE_PAGE;
    size_t size = is_page && file->size > PAGE_MOST_BYTES / PAGE_TIMES ? PAGE_MOST_BYTES / PAGE_TIMES : file->size;

    for (size_t i = 0; i < RUN_ARGUMENTS && commands[command].arguments[i]; i++)
        options.arguments[i] =
            strcmp(commands[command].arguments[i], "\1") == 0 ? file->path : commands[command].arguments[i];
    if (commands[command].from_input && file->kind == HOSTILE_LINES)
        print_lines(torture, &options, file->path);
    else
        (void)case_print(torture, &options, size, is_page ? PAGE_TIMES : CASE_TIMES,
                         file->refused && !commands[command].looks_at_head);
}

/* ---- read ---- */

static void look_around(Run *run)
{
    static const struct {
        const char *keys;
        int rows, columns;
    } steps[] = {{" ", 10, 30}, {"G.", 1, 1}, {"?", 200, 500}, {"\033n", 24, 80}, {"ggJ", 24, 80}};

    for (size_t i = 0; i < COUNT_OF(steps) && !run->ended; i++) {
        run_keys(run, steps[i].keys);
        (void)run_settle(run, run->torture->hang_ms);
        pty_resize(&run->pty, steps[i].rows, steps[i].columns);
        (void)run_settle(run, run->torture->hang_ms);
    }
}

void case_read(Torture *torture, const RunOptions *options)
{
    Run *run = run_start(torture, options);

    (void)run_settle(run, torture->hang_ms);
    look_around(run);
    run_quit(run);
    if (!run->ended && options->arguments[0] && strcmp(options->arguments[0], "--config") == 0)
        run_signal(run, SIGTERM); /* keys of its own: perhaps none quits */
    run_finish(run, 0);
}

/* A theme is chosen by its name: it has to stand in a folder of themes. */
static void read_theme(Torture *torture, const HostileFile *file)
{
    char folder[TORTURE_PATH], inner[TORTURE_PATH], change[TORTURE_PATH + 32];

    case_path(torture, "themed", folder);
    (void)mkdir(folder, 0700);
    case_path(torture, "themed/quoin", inner);
    (void)mkdir(inner, 0700);
    case_path(torture, "themed/quoin/themes", inner);
    (void)mkdir(inner, 0700);
    case_path(torture, "themed/quoin/themes/hostile.yaml", inner);
    if (link(file->path, inner) == 0) {
        (void)snprintf(change, sizeof change, "XDG_CONFIG_HOME=%s", folder);
        case_read(torture, &(RunOptions){.arguments = {"--theme=hostile", torture->article}, .changes = {change}});
    }
    folder_remove(folder);
}

static void read_file(Torture *torture, const HostileFile *file)
{
    if (file->kind == HOSTILE_THEME)
        read_theme(torture, file);
    else if (file->kind == HOSTILE_CONFIG)
        case_read(torture, &(RunOptions){.arguments = {"--config", file->path, torture->article}});
    else
        case_read(torture, &(RunOptions){.arguments = {"--no-config", "--", file->path}});
}

/* ---- all of them ---- */

static bool is_in_sample(const Torture *torture, const HostileFile *file)
{
    Dice dice = dice_for(torture->seed, file->name);

    return torture->is_long || !file->single || dice_below(&dice, SAMPLE) == 0;
}

void tour_files(Torture *torture)
{
    char folder[TORTURE_PATH];

    for (size_t i = 0; i < hostile_count(); i++) {
        HostileFile file;

        hostile_describe(i, &file);
        if (!is_in_sample(torture, &file) || !case_begin(torture, "%s %s", hostile_class_name(file.kind), file.name))
            continue;
        case_path(torture, "hostile", folder);
        folder_remove(folder);
        (void)mkdir(folder, 0700);
        if (hostile_make(i, folder, torture->seed, torture->scale, &file)) {
            char name[TORTURE_NAME];

            (void)snprintf(name, sizeof name, "%s", torture->name);
            for (size_t command = 0; command < COMMANDS; command++) {
                (void)snprintf(torture->name, sizeof torture->name, "%.150s, %s", name, commands[command].name);
                if (commands[command].classes >> file.kind & 1)
                    print_file(torture, command, &file);
            }
            (void)snprintf(torture->name, sizeof torture->name, "%.150s, read", name);
            if (file.kind != HOSTILE_LINES)
                read_file(torture, &file);
        }
        folder_remove(folder);
        case_end(torture);
    }
}
