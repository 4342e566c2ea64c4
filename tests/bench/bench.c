/*
 * make bench: what a reader waits for. Each case runs quoin and, beside it and in the same rounds, less and a program that does nothing but
 * start curses: what counts are the ratios, since a machine's speed is not ours to decide. Instructions are counted by callgrind.
 * Inputs are made in the folder bench.tmp of the build. What is not there (less, valgrind) is left out, with a word.
 *
 * usage: tests/bench/bench QUOIN BARE_CURSES [WORDS]      WORDS: only the rows that have them in their names; of make: BENCH_ROWS="twice the text"
 */
#include "config.h"

#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "bench/timed.h"
#include "text_kinds.h"

enum { ROUNDS = 5, PATH_BYTES = 512 };

extern char **environ;

/* The baseline: instructions a byte. When a change lowers them, lower these. */
#define BUDGET_QUOTES 1370
#define BUDGET_NAMES 1410
#define BUDGET_TEXT_OF(number) #number
#define BUDGET_TEXT(number) BUDGET_TEXT_OF(number)

#define FOLDER "bench.tmp"
#define SMALL FOLDER "/article-3kb.txt"
#define LARGE FOLDER "/text-100mb.txt"
#define PARAGRAPH FOLDER "/paragraph-10mb.txt"
#define NEWS FOLDER "/news.jsonl"
#define KIND FOLDER "/kind.txt"
#define TEXTS "bench.tmp/texts"
#define KEPT "bench.tmp/kept"
#define MARKER "marker"

typedef struct Subject {
    const char *name;
    const char *program; /* NULL: not there */
    bool takes_file;
    const char *quit;
} Subject;

enum { QUOIN, LESS, CURSES, SUBJECT_COUNT };

static Subject subjects[SUBJECT_COUNT] = {
    [QUOIN] = {"quoin", NULL, true, "Q"},
    [LESS] = {"less", "less", true, "q"},
    [CURSES] = {"curses", NULL, false, "q"},
};

/* ---- inputs ---- */

static FILE *create(const char *path)
{
    FILE *file = fopen(path, "w");

    if (!file) {
        (void)fprintf(stderr, "bench: %s cannot be written\n", path);
        exit(EXIT_FAILURE);
    }
    return file;
}

/* About 3 KB of news: the work of a real article is in its names and quotations. */
static void make_article(void)
{
    static const char *const people[] = {"Agnes Torvald", "Piet Harmsen", "Lourdes Abenoja", "Denholm Fray",
                                         "Ines Caldeira"};
    FILE *file = create(SMALL);

    (void)fputs("Harbor council puts off its vote on the bridge again\n\nBy Ilse Brandt\n\n"
                "PORT HALLAM, March 9 (Northern Wire) — The " MARKER " council put off its vote on Friday.\n\n",
                file);
    for (size_t i = 0; i < 8; i++) {
        const char *person = people[i % 5], *last = strchr(person, ' ') + 1;

        (void)fprintf(
            file,
            "“We have seen the plans for the bridge,” said %s, who sits on the Harbor Board. “Nobody has seen the "
            "money.” In Port Hallam and on the islands, %s added, people had stopped asking. He called the delay “a "
            "small "
            "mercy” and told the Hallam Courier that it would not be the last.\n\n",
            person, last);
    }
    (void)fclose(file);
}

/* One short paragraph after the other, so that both programs show the marker on their first screen. */
static void make_large(void)
{
    const size_t wanted = 100u << 20;
    struct stat status;
    size_t written = 0;
    FILE *file;

    if (stat(LARGE, &status) == 0 && (size_t)status.st_size >= wanted)
        return;
    file = create(LARGE);
    for (size_t i = 1; written < wanted; i++) {
        int size = fprintf(file, "Paragraph %s%zu of a long text, and it says nothing.\n\n", i == 8 ? MARKER : "", i);

        if (size <= 0)
            break;
        written += (size_t)size;
    }
    (void)fclose(file);
}

static void make_paragraph(void)
{
    const size_t wanted = 10u << 20;
    size_t written = 0;
    FILE *file = create(PARAGRAPH);

    for (size_t i = 1; written < wanted; i++) {
        int size = fprintf(file, "word%zu %s", i, i == 40 ? MARKER " " : "");

        if (size <= 0)
            break;
        written += (size_t)size;
    }
    (void)fputc('\n', file);
    (void)fclose(file);
}

static unsigned draw(unsigned *state, unsigned below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

#define PICK(words) words[draw(state, COUNT_OF(words))]

/* One paragraph of news: half of its words are of the kinds that have to be looked at. */
static void write_paragraph(FILE *file, unsigned *state, const char *end)
{
    /* clang-format off */
    static const char *const first[] = {"Agnes", "Piet", "Lourdes", "Denholm", "Ines", "Tom", "Khalid", "Marta", "Olav", "Grace"};
    /* clang-format on */
    static const char *const last[] = {"Torvald", "Harmsen", "Abenoja",  "Fray",   "Caldeira",
                                       "Brekke",  "Rashidi", "Lindgren", "Okonjo", "Chan"};
    static const char *const places[] = {"Norway",      "Port Hallam", "Leeds", "Nairobi",
                                         "the islands", "Lisbon",      "Ohio",  "Jakarta"};
    static const char *const groups[] = {
        "Harbor Board", "Northern Wire",      "Ember Holdings Inc.", "Ministry of Tides",
        "NATO",         "University of Oslo", "Bergen Gulls",        "Bank of Portugal"};
    static const char *const verbs[] = {"said", "told reporters", "wrote", "warned", "added", "asked"};
    static const char *const clauses[] = {"the plans had been seen by nobody who has to pay for them",
                                          "people had stopped asking when the ferry would come back",
                                          "the delay was a small mercy for a town that has seen worse",
                                          "most of the money went to a road that leads nowhere in winter"};
    const char *name = PICK(last);

    (void)fprintf(file, "“We have seen what %s did in %s,” %s %s, who runs the %s. ", name, PICK(places), PICK(verbs),
                  PICK(first), PICK(groups));
    (void)fprintf(file, "In %s, %s %s %s that %s. ", PICK(places), PICK(first), name, PICK(verbs), PICK(clauses));
    (void)fprintf(file, "Ms. %s and the %s had met on Tuesday in %s; %s. ", name, PICK(groups), PICK(places),
                  PICK(clauses));
    (void)fprintf(file, "“Nobody,” %s %s, “%s.”%s", name, PICK(verbs), PICK(clauses), end);
}

/* Articles of a pipeline; how many bytes of text, as they stand in the lines. */
static size_t make_news(void)
{
    enum { ARTICLES = 60, PARAGRAPHS = 8 };
    FILE *file = create(NEWS);
    unsigned state = 7;
    long size;

    for (unsigned i = 0; i < ARTICLES; i++) {
        (void)fprintf(file, "{\"id\": %u, \"text\": \"", i);
        for (int k = 0; k < PARAGRAPHS; k++)
            write_paragraph(file, &state, "\\n\\n");
        (void)fputs("\"}\n", file);
    }
    size = ftell(file);
    (void)fclose(file);
    return size > 0 ? (size_t)size : 1;
}

static void empty_folder(const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry;

    while (folder && (entry = readdir(folder)) != NULL)
        (void)unlinkat(dirfd(folder), entry->d_name, 0);
    if (folder)
        (void)closedir(folder);
}

/* Articles of about 3 KB, each a file. */
static void make_texts(unsigned count)
{
    enum { PARAGRAPHS = 8 };
    unsigned state = 7;

    (void)mkdir(TEXTS, 0777);
    empty_folder(TEXTS);
    empty_folder(KEPT);
    for (unsigned i = 0; i < count; i++) {
        char path[PATH_BYTES];
        FILE *file;

        (void)snprintf(path, sizeof path, TEXTS "/%u.txt", i);
        file = create(path);
        (void)fprintf(file, "The ferry is late again, for the %u. time\n\nBy Ilse Brandt\n\n", i);
        for (int k = 0; k < PARAGRAPHS; k++)
            write_paragraph(file, &state, "\n\n");
        (void)fclose(file);
    }
}

/* ---- measuring ---- */

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare_doubles);
    return values[count / 2];
}

/* argv is not changed by exec; its type is older than const. */
static Timed *start(const Subject *subject, const char *file, const char *count_log)
{
    const char *arguments[8];
    size_t count = 0;
    char log[PATH_BYTES];

    if (count_log) {
        (void)snprintf(log, sizeof log, "--log-file=%s", count_log);
        arguments[count++] = "valgrind";
        arguments[count++] = "--tool=callgrind";
        arguments[count++] = "--callgrind-out-file=/dev/null";
        arguments[count++] = log;
    }
    arguments[count++] = subject->program;
    if (subject->takes_file)
        arguments[count++] = file;
    arguments[count] = NULL;
    return timed_start((char *const *)(void *)arguments);
}

#define COUNT_LOG FOLDER "/callgrind.log"

/* What callgrind has counted; negative: nothing. */
static double read_count(void)
{
    FILE *file = fopen(COUNT_LOG, "r");
    double collected = -1;
    char line[256];

    while (file && fgets(line, sizeof line, file)) {
        const char *figure = strstr(line, "Collected :");

        if (figure)
            collected = strtod(figure + strlen("Collected :"), NULL);
    }
    if (file)
        (void)fclose(file);
    return collected;
}

/* Instructions from exec to quit, everything done that is to be done; negative: could not be counted. */
static double count_instructions(const Subject *subject)
{
    Timed *timed;

    (void)unlink(COUNT_LOG);
    if (!(timed = start(subject, SMALL, COUNT_LOG)))
        return -1;
    (void)timed_wait_for(timed, MARKER, 60e3);
    (void)timed_settle(timed, 700, 60e3);
    timed_send(timed, subject->quit);
    timed_end(timed, 60e3);
    return read_count();
}

/* Instructions of a command with an operand, and with `input` as standard input. */
static double count_command(const char *program, const char *command, const char *operand, const char *input)
{
    const char *log = "--log-file=" COUNT_LOG;
    const char *arguments[] = {
        "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", log, program, command, operand, NULL};
    posix_spawn_file_actions_t actions;
    pid_t process;
    int status = -1;
    bool started;

    (void)unlink(COUNT_LOG);
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0);
    (void)posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    started = posix_spawnp(&process, arguments[0], &actions, NULL, (char *const *)(void *)arguments, environ) == 0;
    (void)posix_spawn_file_actions_destroy(&actions);
    return started && waitpid(process, &status, 0) == process && status == 0 ? read_count() : -1;
}

static double count_pipeline(const char *program, const char *command, const char *input)
{
    return count_command(program, command, "--from=jsonl", input);
}

/* Milliseconds from exec until the marker is on the screen, medians of interleaved rounds. */
static void time_first_frame(const char *file, double result[SUBJECT_COUNT])
{
    double times[SUBJECT_COUNT][ROUNDS];

    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < SUBJECT_COUNT; i++) {
            Timed *timed = subjects[i].program ? start(&subjects[i], file, NULL) : NULL;

            times[i][round] = -1;
            if (!timed)
                continue;
            times[i][round] = timed_wait_for(timed, MARKER, 10e3);
            timed_send(timed, subjects[i].quit);
            timed_end(timed, 5e3);
        }
    }
    for (int i = 0; i < SUBJECT_COUNT; i++)
        result[i] = median(times[i], ROUNDS);
}

typedef struct Keys {
    const char *keys;
    const char *name;
    bool for_less;
} Keys;

/* Milliseconds that the slowest of the keys takes, each from the key to the last byte of its answer. */
static double time_keys(const Subject *subject, const char *file, const Keys *list, size_t count, const char **slowest)
{
    Timed *timed = start(subject, file, NULL);
    double worst = 0;

    if (!timed)
        return -1;
    (void)timed_wait_for(timed, MARKER, 10e3);
    (void)timed_settle(timed, 100, 10e3);
    for (size_t i = 0; i < count && worst >= 0; i++) {
        double time;

        if (subject == &subjects[LESS] && !list[i].for_less)
            continue;
        timed_send(timed, list[i].keys);
        time = timed_settle(timed, 50, 5e3);
        if (time < 0 || time > worst) {
            worst = time < 0 ? -1 : time;
            *slowest = list[i].name;
        }
    }
    timed_send(timed, subject->quit);
    timed_end(timed, 2e3);
    return worst;
}

/* How often the program wakes in two seconds in which nothing happens; negative: not told by this system. */
static double count_wakeups(const Subject *subject)
{
    Timed *timed = start(subject, SMALL, NULL);
    long before, after;

    if (!timed)
        return -1;
    (void)timed_wait_for(timed, MARKER, 10e3);
    (void)timed_settle(timed, 1000, 10e3);
    before = timed_wakeups(timed);
    (void)sleep(2);
    after = timed_wakeups(timed);
    timed_send(timed, subject->quit);
    timed_end(timed, 5e3);
    return before < 0 ? -1 : (double)(after - before);
}

/* ---- the table ---- */

static const char *rows_wanted = "";

static bool is_wanted(const char *row)
{
    return strstr(row, rows_wanted) != NULL;
}

static void print_figure(double figure, const char *unit)
{
    if (figure < 0)
        (void)printf(" %11s", "-");
    else
        (void)printf(" %8.1f %-2s", figure, unit);
}

static void print_row(const char *what, const double figures[SUBJECT_COUNT], const char *unit, double limit,
                      const char *limit_text)
{
    (void)printf("%-42s", what);
    for (int i = 0; i < SUBJECT_COUNT; i++)
        print_figure(figures[i], unit);
    if (figures[QUOIN] >= 0 && figures[LESS] > 0)
        (void)printf(" %6.2fx", figures[QUOIN] / figures[LESS]);
    else
        (void)printf(" %7s", "-");
    (void)printf("  %-18s %s\n", limit_text,
                 figures[QUOIN] < 0        ? "not measured"
                 : figures[QUOIN] <= limit ? "kept"
                                           : "MISSED");
    (void)fflush(stdout);
}

static void bench_instructions(void)
{
    static const char what[] = "3 KB article, exec to quit, instructions";
    double figures[SUBJECT_COUNT];

    if (!is_wanted(what))
        return;
    for (int i = 0; i < SUBJECT_COUNT; i++) {
        double count = subjects[i].program ? count_instructions(&subjects[i]) : -1;

        figures[i] = count < 0 ? -1 : count / 1e6;
    }
    print_row(what, figures, "M", 12, "12 M");
}

/* Per byte of text, without what an empty pipeline takes; the budgets are what was reached, and a twentieth. */
static void bench_pipelines(void)
{
    static const struct {
        const char *command, *name;
        double budget;
        const char *budget_text;
    } rows[] = {
        {"quotes", "news to quotations, instructions a byte", BUDGET_QUOTES, BUDGET_TEXT(BUDGET_QUOTES)},
        {"entities", "news to names, instructions a byte", BUDGET_NAMES, BUDGET_TEXT(BUDGET_NAMES)},
    };
    size_t bytes = make_news();

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double figures[SUBJECT_COUNT] = {-1, -1, -1}, all, nothing;

        if (!is_wanted(rows[i].name))
            continue;
        all = count_pipeline(subjects[QUOIN].program, rows[i].command, NEWS);
        nothing = count_pipeline(subjects[QUOIN].program, rows[i].command, "/dev/null");
        if (all >= 0 && nothing >= 0)
            figures[QUOIN] = (all - nothing) / (double)bytes;
        print_row(rows[i].name, figures, "", rows[i].budget, rows[i].budget_text);
    }
}

/* Seconds of processor time that a command takes; negative: it failed. */
static double time_command(const char **arguments)
{
    posix_spawn_file_actions_t actions;
    struct rusage before, after;
    pid_t process;
    int status = -1;
    bool started;

    (void)getrusage(RUSAGE_CHILDREN, &before);
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    (void)posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    started = posix_spawnp(&process, arguments[0], &actions, NULL, (char *const *)(void *)arguments, environ) == 0;
    (void)posix_spawn_file_actions_destroy(&actions);
    if (!started || waitpid(process, &status, 0) != process || status != 0)
        return -1;
    (void)getrusage(RUSAGE_CHILDREN, &after);
    return (double)(after.ru_utime.tv_sec + after.ru_stime.tv_sec - before.ru_utime.tv_sec - before.ru_stime.tv_sec) +
           (double)(after.ru_utime.tv_usec + after.ru_stime.tv_usec - before.ru_utime.tv_usec - before.ru_stime.tv_usec) *
               1e-6;
}

/* Articles into files, and who said what in them: processor time, which the disk has no part in. */
static void bench_import(void)
{
    static const char what[] = "import and quotations, an article of 3 KB";
    enum { ARTICLES = 10000 };
    const char *import[] = {subjects[QUOIN].program, "import", "-o", KEPT, TEXTS, NULL};
    const char *quotes[] = {subjects[QUOIN].program, "quotes", "--format=jsonl", KEPT, NULL};
    double figures[SUBJECT_COUNT] = {-1, -1, -1}, imported, analysed;

    if (!is_wanted(what))
        return;
    make_texts(ARTICLES);
    imported = time_command(import);
    analysed = time_command(quotes);
    if (imported >= 0 && analysed >= 0)
        figures[QUOIN] = (imported + analysed) * 1e3 / ARTICLES;
    print_row(what, figures, "ms", 1, "1 ms");
    figures[QUOIN] = imported >= 0 ? imported * 1e3 / ARTICLES : -1;
    print_row("… of that the import", figures, "ms", 0.4, "0.4 ms");
}

/* What twice the text takes, in times of the text: 2 is linear. The start of the program makes it a little less. */
static void bench_doubling(void)
{
    enum { BYTES = 256 * 1024 };

    for (size_t i = 0; i < text_kind_count; i++) {
        double figures[SUBJECT_COUNT] = {-1, -1, -1}, counts[2];
        char what[80];

        (void)snprintf(what, sizeof what, "twice the text, %s", text_kinds[i].name);
        if (!is_wanted(what))
            continue;
        for (int k = 0; k < 2; k++)
            counts[k] = text_kind_write(&text_kinds[i], KIND, (size_t)BYTES << k)
                            ? count_command(subjects[QUOIN].program, "show", KIND, "/dev/null")
                            : -1;
        if (counts[0] > 0 && counts[1] > 0)
            figures[QUOIN] = counts[1] / counts[0];
        print_row(what, figures, "x", 2.3, "2.3 x");
    }
    (void)unlink(KIND);
}

static void bench_first_frames(void)
{
    static const struct {
        const char *name, *path;
        void (*make)(void);
        double times_less, limit; /* 0: that of the other */
        const char *limit_text;
    } rows[] = {{"3 KB article, first frame", SMALL, NULL, 5, 0, "5 x less"},
                {"100 MB of text, first frame", LARGE, make_large, 5, 0, "5 x less"},
                {"a paragraph of 10 MB, first frame", PARAGRAPH, make_paragraph, 0, 50, "50 ms"}};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double figures[SUBJECT_COUNT];

        if (!is_wanted(rows[i].name))
            continue;
        if (rows[i].make)
            rows[i].make();
        time_first_frame(rows[i].path, figures);
        print_row(rows[i].name, figures, "ms", rows[i].limit > 0 ? rows[i].limit : rows[i].times_less * figures[LESS],
                  rows[i].limit_text);
    }
}

static void bench_keys(void)
{
    static const Keys keys[] = {
        {"j", "j", true},       {" ", "Space", true},
        {"50%", "50%", false},  {"}", "}", false},
        {"k", "k", true},       {"gg", "gg", true},
        {"+", "+", false},      {".", ".", false},
        {"zn", "zn", false},    {"/word99", "/word99", false},
        {"\r", "Enter", false}, {"n", "n", false},
        {"N", "N", false},      {"G", "G", true},
    };
    double figures[SUBJECT_COUNT] = {-1, -1, -1};
    const char *slowest[SUBJECT_COUNT] = {"", "", ""};
    char what[80];

    if (!is_wanted("… its slowest key"))
        return;
    make_paragraph();
    for (int i = 0; i < CURSES; i++) {
        if (subjects[i].program)
            figures[i] = time_keys(&subjects[i], PARAGRAPH, keys, COUNT_OF(keys), &slowest[i]);
    }
    (void)snprintf(what, sizeof what, "… its slowest key (%s; less: %s)", slowest[QUOIN], slowest[LESS]);
    print_row(what, figures, "ms", 50, "50 ms");
    if (subjects[LESS].program && figures[LESS] < 0)
        (void)printf("%-42s less was still at work after 5 s\n", "");
}

/* From the key to the last byte of its frame: a page that is turned, another form of the theme, another theme in the picker. */
static void bench_themes(void)
{
    static const Keys page[] = {{" ", "Space", true}}, form[] = {{"gt", "gt", false}},
                      picked[] = {{"T", "T", false}, {"\033[B", "Down", false}};
    static const struct {
        const char *name;
        const Keys *keys;
        size_t count;
    } rows[] = {{"3 KB article, a page further", page, 1},
                {"… another form of the theme (gt)", form, 1},
                {"… the theme picker, another theme", picked, 2}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double figures[SUBJECT_COUNT] = {-1, -1, -1}, times[ROUNDS];
        const char *slowest = "";

        if (!is_wanted(rows[i].name))
            continue;
        for (int round = 0; round < ROUNDS; round++)
            times[round] = time_keys(&subjects[QUOIN], SMALL, rows[i].keys, rows[i].count, &slowest);
        figures[QUOIN] = median(times, ROUNDS);
        print_row(rows[i].name, figures, "ms", 16.7, "a frame, 16.7 ms");
    }
}

static void bench_wakeups(void)
{
    static const char what[] = "wakeups in 2 s of nothing";
    double figures[SUBJECT_COUNT];

    if (!is_wanted(what))
        return;
    for (int i = 0; i < SUBJECT_COUNT; i++)
        figures[i] = subjects[i].program ? count_wakeups(&subjects[i]) : -1;
    print_row(what, figures, "", 0, "0");
}

static bool is_in_path(const char *program)
{
    const char *path = getenv("PATH");
    char candidate[PATH_BYTES];

    while (path && *path) {
        size_t size = strcspn(path, ":");

        (void)snprintf(candidate, sizeof candidate, "%.*s/%s", (int)size, path, program);
        if (access(candidate, X_OK) == 0)
            return true;
        path += size + (path[size] == ':');
    }
    return false;
}

int main(int argc, char **argv)
{
    if (argc != 3 && argc != 4) {
        (void)fputs("usage: bench QUOIN BARE_CURSES [WORDS]\n", stderr);
        return EXIT_FAILURE;
    }
    if (argc == 4)
        rows_wanted = argv[3];
    subjects[QUOIN].program = argv[1];
    subjects[CURSES].program = argv[2];
    if (!is_in_path("less")) {
        (void)puts("less is not there: no ratios");
        subjects[LESS].program = NULL;
    }
    (void)mkdir(FOLDER, 0777);
    (void)setenv("XDG_CONFIG_HOME", FOLDER, 1);
    (void)setenv("LESS", "", 1);
    (void)setenv("LESSHISTFILE", "-", 1);
    make_article();
    (void)printf("%-42s %11s %11s %11s %7s  %s\n", "", "quoin", "less", "curses", "q:less", "budget");
    if (is_in_path("valgrind")) {
        bench_instructions();
        bench_pipelines();
        bench_doubling();
    } else {
        (void)puts("valgrind is not there: no instructions");
    }
    bench_import();
    bench_first_frames();
    bench_keys();
    bench_themes();
    bench_wakeups();
    return EXIT_SUCCESS;
}
