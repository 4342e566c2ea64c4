/*
 * Reads and writes that fail. First the table tests/vectors/io/failures.tsv: which call fails for which command, and what then comes out. Then
 * every call of every command, one after another: whatever fails, the command ends by itself; where it says that all is well, all was printed,
 * or it has said what is missing; and where it does not, it says why.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/system/file.h"
#include "preload.h"
#include "tap.h"
#include "ui/reader.h"

enum { PATH_BYTES = 1200, MOST_ARGUMENTS = 16, DEADLINE_SECONDS = 60, MOST_CALLS = 400, MOST_INHERITED = 64 };

static char work[PATH_BYTES - 100], program[PATH_BYTES], library[PATH_BYTES];

/* One run of the program. */
typedef struct Run {
    Text words;         /* words apart by blanks */
    Text input, output; /* a path, or "closed"; of the output also "pipe" */
    Text failing;       /* "-": nothing */
} Run;

typedef struct Outcome {
    Text printed, said;
    int status;  /* of waitpid */
    bool failed; /* did a call fail? */
} Outcome;

static const char *path_in_work(char path[PATH_BYTES], const char *name)
{
    (void)snprintf(path, PATH_BYTES, "%s/%s", work, name);
    return path;
}

static Text read_file(Arena *arena, const char *path)
{
    Report report;
    Text text = {0};

    report_init(&report, arena, text_from(path));
    (void)file_read_text(arena, path, LIMIT_STREAM_BYTES, &text, &report);
    return text;
}

/* ---- what the commands read ---- */

static void write_file(const char *name, const char *text, int times)
{
    char path[PATH_BYTES];
    FILE *file = fopen(path_in_work(path, name), "w");

    for (int i = 0; file && i < times; i++)
        (void)fprintf(file, "%s", text);
    if (file)
        (void)fclose(file);
}

static void write_inputs(void)
{
    static const char article[] = "Harbour reopens\n\nBy Ilse Brandt\n\nNORVANE — “It is open,” Ines Farrow said.\n\n";

    write_file("plain.txt", article, 1);
    write_file("long.txt", article, 1600);
    write_file("broken.yaml", "quoin: 1\ntitle: [\n", 1);
    write_file("lines.jsonl", "{\"id\": 7, \"text\": \"“Yes,” said Ines Farrow.\"}\n", 3);
    write_file("wrong.jsonl", "{\"id\": 7}\n", 2);
    write_file("config.yaml", "theme: mono\n", 1);
    write_file("mistakes.yaml", "thema: mono\n", 1);
    write_file("talks.yaml", "title: Talks\nbody:\n  - “Yes,” said Ines Farrow.\n", 1);
}

/* ---- running ---- */

static void put_on(int descriptor, const char *path, int flags)
{
    int file = open(path, flags, 0666);

    if (file < 0 || (file != descriptor && dup2(file, descriptor) < 0))
        _exit(126);
    if (file != descriptor)
        (void)close(file);
}

static void open_or_close(int descriptor, Text path, const char *otherwise, int flags)
{
    if (text_equal(path, TEXT("closed")))
        (void)close(descriptor);
    else
        put_on(descriptor, text_equal(path, TEXT("pipe")) ? otherwise : path.bytes, flags);
}

static void set_surroundings(const char *source)
{
    char log[PATH_BYTES];

    (void)setenv("QUOIN_DATA", source, 1);
    (void)setenv("HOME", work, 1);
    (void)unsetenv("XDG_CONFIG_HOME");
    (void)unsetenv("XDG_DATA_HOME");
    (void)unsetenv("XDG_STATE_HOME");
    (void)unsetenv("NO_COLOR");
    (void)setenv("TERM", "xterm-256color", 1);
    (void)setenv("TEST_LOG", path_in_work(log, "failed.log"), 1);
}

static _Noreturn void become(const Run *run)
{
    char out[PATH_BYTES], said[PATH_BYTES], *arguments[MOST_ARGUMENTS + 2] = {program};
    Arena arena = {0};
    size_t count = 1;
    Text word;

    for (size_t at = 0; count <= MOST_ARGUMENTS && text_next_part(run->words, ' ', &at, &word);)
        arguments[count++] = (char *)(uintptr_t)arena_terminated(&arena, word);
    if (chdir(work) != 0)
        _exit(126);
    for (int descriptor = STDERR_FILENO + 1; descriptor < MOST_INHERITED; descriptor++)
        (void)close(descriptor); /* so that the first file of the program gets the number of the table */
    (void)signal(SIGPIPE, SIG_IGN);
    put_on(STDERR_FILENO, path_in_work(said, "said"), O_WRONLY | O_CREAT | O_TRUNC);
    open_or_close(STDIN_FILENO, run->input, "/dev/null", O_RDONLY);
    open_or_close(STDOUT_FILENO, run->output, path_in_work(out, "printed"), O_WRONLY | O_CREAT | O_TRUNC);
    if (!text_equal(run->failing, TEXT("-")))
        preload_set(library, run->failing.bytes, getenv("TEST_LOG"));
    (void)alarm(DEADLINE_SECONDS);
    (void)execv(program, arguments);
    _exit(127);
}

static Outcome run_program(Arena *arena, const Run *run)
{
    Outcome outcome = {.status = -1};
    char path[PATH_BYTES];
    pid_t process;

    (void)remove(path_in_work(path, "failed.log"));
    (void)remove(path_in_work(path, "printed"));
    (void)fflush(stdout);
    process = fork();
    if (process == 0)
        become(run);
    if (process > 0)
        (void)waitpid(process, &outcome.status, 0);
    outcome.printed = read_file(arena, path_in_work(path, "printed"));
    outcome.said = read_file(arena, path_in_work(path, "said"));
    outcome.failed = read_file(arena, path_in_work(path, "failed.log")).size > 0;
    return outcome;
}

static Outcome run_undisturbed(Arena *arena, Run run)
{
    run.output = TEXT("pipe");
    run.failing = TEXT("-");
    return run_program(arena, &run);
}

static void show_outcome(const Outcome *outcome)
{
    Text said = outcome->said;

    if (WIFSIGNALED(outcome->status))
        printf("# ended by signal %d\n", WTERMSIG(outcome->status));
    else
        printf("# exit status %d\n", WEXITSTATUS(outcome->status));
    printf("# %zu bytes were printed; said: ", outcome->printed.size);
    for (size_t i = 0; i < said.size && i < 2000; i++)
        printf("%c%s", said.bytes[i], said.bytes[i] == '\n' ? "# " : "");
    printf("\n");
}

/* ---- the table ---- */

enum {
    COLUMN_COMMAND,
    COLUMN_INPUT,
    COLUMN_OUTPUT,
    COLUMN_FAILING,
    COLUMN_STATUS,
    COLUMN_SAYS,
    COLUMN_PRINTS,
    COLUMN_COUNT
};

static bool prints(Text wanted, Text found, Text all)
{
    if (text_equal(wanted, TEXT("all")))
        return text_equal(found, all) && all.size;
    if (text_equal(wanted, TEXT("part")))
        return found.size && found.size < all.size && text_starts_with(all, found);
    return text_equal(wanted, TEXT("any")) || (text_equal(wanted, TEXT("none")) && found.size == 0);
}

static void check_row(Text row)
{
    Text columns[COLUMN_COUNT] = {{0}}, part;
    Outcome outcome, undisturbed;
    Arena arena = {0};
    size_t at = 0, status = 999;
    Run run;
    bool good;

    for (size_t i = 0; i < COLUMN_COUNT && text_next_part(row, '\t', &at, &part); i++)
        columns[i] = arena_copy(&arena, part);
    run = (Run){columns[COLUMN_COMMAND], columns[COLUMN_INPUT], columns[COLUMN_OUTPUT], columns[COLUMN_FAILING]};
    undisturbed = run_undisturbed(&arena, run);
    outcome = run_program(&arena, &run);
    good = text_to_number(columns[COLUMN_STATUS], 255, &status) && WIFEXITED(outcome.status) &&
           WEXITSTATUS(outcome.status) == (int)status;
    good = good && (text_equal(columns[COLUMN_SAYS], TEXT("-"))
                        ? outcome.said.size == 0
                        : text_find(outcome.said, columns[COLUMN_SAYS], 0) != TEXT_NOT_FOUND);
    good = good && prints(columns[COLUMN_PRINTS], outcome.printed, undisturbed.printed);
    good = good && (outcome.failed || text_equal(run.failing, TEXT("-")));
    if (!ok(good, "%s", arena_terminated(&arena, row)))
        show_outcome(&outcome);
    arena_release(&arena);
}

static void check_table(Text table)
{
    Text row;

    for (size_t at = 0; text_next_part(table, '\n', &at, &row);) {
        if (row.size && row.bytes[0] != '#')
            check_row(row);
    }
}

/* ---- every call of every command ---- */

typedef struct Command {
    Text words, input;
    bool tells_in_print; /* what is wrong stands among what it prints */
} Command;

static const Command commands[] = {
    {LITERAL("show long.txt plain.txt"), LITERAL("/dev/null"), false},
    {LITERAL("quotes --config=config.yaml plain.txt"), LITERAL("/dev/null"), false},
    {LITERAL("quotes --format=json ."), LITERAL("/dev/null"), false},
    {LITERAL("quotes --from=jsonl"), LITERAL("lines.jsonl"), false},
    {LITERAL("entities --from=text -"), LITERAL("plain.txt"), false},
    {LITERAL("import --format=json long.txt plain.txt"), LITERAL("/dev/null"), false},
    {LITERAL("export --format=html plain.txt long.txt"), LITERAL("/dev/null"), false},
    {LITERAL("cite --format=csl-json plain.txt"), LITERAL("/dev/null"), false},
    {LITERAL("check plain.txt mistakes.yaml"), LITERAL("/dev/null"), true},
    {LITERAL("review talks.yaml"), LITERAL("/dev/null"), false},
    {LITERAL("list ."), LITERAL("/dev/null"), true},
    {LITERAL("keys --config=mistakes.yaml"), LITERAL("/dev/null"), false},
    {LITERAL("themes show mono"), LITERAL("/dev/null"), false},
    {LITERAL("themes preview --html=- mono"), LITERAL("/dev/null"), false},
    {LITERAL("themes"), LITERAL("/dev/null"), true},
    {LITERAL("--help"), LITERAL("/dev/null"), false},
    {LITERAL("--version"), LITERAL("/dev/null"), false},
    {LITERAL("plain.txt"), LITERAL("/dev/null"), false},
};

/* The call, its error, and whether it must make no difference at all. */
static const struct {
    const char *call, *error;
    bool harmless;
} failures[] = {
    {"read", "EIO", false},     {"read", "EINTR", true},     {"read", "short", true},    {"open", "EACCES", false},
    {"mmap", "ENOMEM", false},  {"close", "EINTR", true},    {"write@1", "EIO", false},  {"write@1", "ENOSPC", false},
    {"write@1", "EINTR", true}, {"write@1", "EAGAIN", true}, {"write@1", "short", true}, {"write@2", "EIO", false},
    {"write@2", "short", true}, {"close@1", "EIO", false},
};

static bool same(const Outcome *a, const Outcome *b)
{
    return a->status == b->status && text_equal(a->printed, b->printed) && text_equal(a->said, b->said);
}

/* Is what came out honest? `silent`: the messages themselves were what failed. */
static bool is_honest(const Command *command, const Outcome *outcome, const Outcome *undisturbed, bool silent)
{
    bool well = WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 0;
    bool complete = text_equal(outcome->printed, undisturbed->printed);
    bool says = outcome->said.size > 0 || silent ||
                (command->tells_in_print && !text_starts_with(undisturbed->printed, outcome->printed));

    if (!WIFEXITED(outcome->status))
        return false;
    return says || (well ? complete : same(outcome, undisturbed));
}

/* One call after another fails, until the program makes no more of them. How many did. */
static size_t sweep(const Command *command, const Outcome *undisturbed, size_t which)
{
    bool silent = strncmp(failures[which].call, "write@2", 7) == 0, more = true;
    size_t number = 0;

    while (more && number < MOST_CALLS) {
        Arena arena = {0};
        Text failing = arena_printf(&arena, "%s:%zu:%s", failures[which].call, ++number, failures[which].error);
        Outcome outcome = run_program(&arena, &(Run){command->words, command->input, TEXT("pipe"), failing});

        more = outcome.failed;
        if (failures[which].harmless ? !same(&outcome, undisturbed)
                                     : !is_honest(command, &outcome, undisturbed, silent)) {
            ok(false, "%s, %s: %s", command->words.bytes, failing.bytes,
               failures[which].harmless ? "nothing is lost" : "what is lost is told");
            show_outcome(&outcome);
        }
        arena_release(&arena);
    }
    return number - 1;
}

static void sweep_all(void)
{
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        Arena arena = {0};
        Outcome undisturbed = run_program(&arena, &(Run){commands[i].words, commands[i].input, TEXT("pipe"), TEXT("-")});
        size_t calls = 0;

        for (size_t which = 0; which < COUNT_OF(failures); which++)
            calls += sweep(&commands[i], &undisturbed, which);
        ok(calls >= 5, "quoin %s: %zu calls failed one by one", commands[i].words.bytes, calls);
        arena_release(&arena);
    }
}

/* ---- the reader ---- */

enum { HUGE_TIMES = 200000 }; /* over what is read at once when a text is opened */

static bool no_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    (void)context;
    (void)arena;
    (void)id;
    (void)source;
    (void)path;
    *why = (Text){0};
    return false;
}

/* A text that cannot be read to its end says so when the reader comes there. */
static void test_reader(void)
{
    static App app;
    AppOptions options = {.themes = {no_theme, NULL}};
    char path[PATH_BYTES];
    Arena arena = {0};
    Library articles;
    Report report;
    Config config;
    bool changed = false, told;
    int folder = open(work, O_RDONLY);

    write_file(
        "huge.txt",
        "A paragraph of a text that is too large to be read at once.\n\nMore of it to come, and more after that.\n\n",
        HUGE_TIMES);
    report_init(&report, &arena, TEXT("library"));
    config_init(&config, &arena);
    library_init(&articles, &arena);
    (void)library_add(&articles, text_from(path_in_work(path, "huge.txt")), &report);
    options.config = &config;
    options.library = &articles;
    app_init(&app, &options);
    app_resize(&app, 24, 80);
    (void)app_work(&app, &changed);
    told = app.failure.problems.count > 0;
    (void)dup2(folder, app.document.file.descriptor); /* reading it fails from here on */
    (void)app_key(&app, (Key){.code = 'G'}, 0);
    (void)app_work(&app, &changed);
    ok(!told && app.failure.unreadable && strstr(app.message.bytes, "reading failed after") && changed,
       "the reader: %s", app.message.bytes);
    app_release(&app);
    arena_release(&arena);
    (void)close(folder);
    (void)remove(path);
}

/* The checks can fail: a program that is silent about an error is found out. */
static void check_the_checks(void)
{
    const Command command = {.tells_in_print = false}, teller = {.tells_in_print = true};
    Outcome all = {.printed = LITERAL("all")}, part = {.printed = LITERAL("al")},
            other = {.printed = LITERAL("unreadable")};

    ok(is_honest(&command, &all, &all, false), "all was printed");
    ok(!is_honest(&command, &part, &all, false) && !is_honest(&teller, &part, &all, false),
       "a part without a word is found out");
    ok(!is_honest(&command, &other, &all, false) && is_honest(&teller, &other, &all, false), "what is told in print");
    ok(!prints(TEXT("all"), part.printed, all.printed) && !prints(TEXT("part"), all.printed, all.printed),
       "also in the table");
    part.said = TEXT("not all");
    ok(is_honest(&command, &part, &all, false), "a part with a word is honest");
    part.status = SIGSEGV;
    ok(!is_honest(&command, &part, &all, false), "a crash is found out");
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR"), *missing;
    Arena arena = {0};
    char path[PATH_BYTES];

    (void)snprintf(work, sizeof work, "%s/tests/io-errors.tmp", build ? build : ".");
    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build ? build : ".");
    (void)snprintf(path, sizeof path, "%s/tests/vectors/io/failures.tsv", source ? source : ".");
    (void)mkdir(work, 0777);
    check_the_checks();
    test_reader();
    missing = preload_missing(library);
    if (missing) {
        tap_skip(missing);
        return tap_done();
    }
    set_surroundings(source ? source : ".");
    write_inputs();
    check_table(read_file(&arena, path));
    sweep_all();
    arena_release(&arena);
    return tap_done();
}
