/*
 * make bench: what a reader waits for. Each case runs quoin and, beside it and in the same rounds, less and a program that does nothing but
 * start curses: what counts are the ratios, since a machine's speed is not ours to decide. Instructions are counted by callgrind.
 * Inputs are made in the folder bench.tmp of the build. What is not there (less, valgrind) is left out, with a word.
 *
 * usage: tests/bench/bench QUOIN BARE_CURSES
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/pty.h"

enum { ROUNDS = 5, PATH_BYTES = 512 };

#define FOLDER "bench.tmp"
#define SMALL FOLDER "/article-3kb.txt"
#define LARGE FOLDER "/text-100mb.txt"
#define PARAGRAPH FOLDER "/paragraph-10mb.txt"
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
    static const char *const people[] = {"Agnes Torvald", "Piet Harmsen", "Lourdes Abenoja", "Denholm Fray", "Ines Caldeira"};
    FILE *file = create(SMALL);

    (void)fputs("Harbor council puts off its vote on the bridge again\n\nBy Ilse Brandt\n\n"
                "PORT HALLAM, March 9 (Northern Wire) — The " MARKER " council put off its vote on Friday.\n\n", file);
    for (size_t i = 0; i < 8; i++) {
        const char *person = people[i % 5], *last = strchr(person, ' ') + 1;

        (void)fprintf(file,
                      "“We have seen the plans for the bridge,” said %s, who sits on the Harbor Board. “Nobody has seen the "
                      "money.” In Port Hallam and on the islands, %s added, people had stopped asking. He called the delay “a small "
                      "mercy” and told the Hallam Courier that it would not be the last.\n\n", person, last);
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
static bool start(Pty *pty, const Subject *subject, const char *file, const char *count_log)
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
    return pty_start(pty, (char *const *)(void *)arguments);
}

/* Instructions from exec to quit, everything done that is to be done; negative: could not be counted. */
static double count_instructions(const Subject *subject)
{
    const char *log = FOLDER "/callgrind.log";
    char line[256];
    double collected = -1;
    FILE *file;
    Pty pty;

    (void)unlink(log);
    if (!start(&pty, subject, SMALL, log))
        return -1;
    (void)pty_wait_for(&pty, MARKER, 60e3);
    (void)pty_settle(&pty, 700, 60e3);
    pty_send(&pty, subject->quit);
    pty_end(&pty, 60e3);
    file = fopen(log, "r");
    while (file && fgets(line, sizeof line, file)) {
        const char *figure = strstr(line, "Collected :");

        if (figure)
            collected = strtod(figure + strlen("Collected :"), NULL);
    }
    if (file)
        (void)fclose(file);
    return collected;
}

/* Milliseconds from exec until the marker is on the screen, medians of interleaved rounds. */
static void time_first_frame(const char *file, double result[SUBJECT_COUNT])
{
    double times[SUBJECT_COUNT][ROUNDS];

    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < SUBJECT_COUNT; i++) {
            Pty pty;

            times[i][round] = -1;
            if (!subjects[i].program || !start(&pty, &subjects[i], file, NULL))
                continue;
            times[i][round] = pty_wait_for(&pty, MARKER, 10e3);
            pty_send(&pty, subjects[i].quit);
            pty_end(&pty, 5e3);
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
static double time_keys(const Subject *subject, const Keys *list, size_t count, const char **slowest)
{
    double worst = 0;
    Pty pty;

    if (!start(&pty, subject, PARAGRAPH, NULL))
        return -1;
    (void)pty_wait_for(&pty, MARKER, 10e3);
    (void)pty_settle(&pty, 100, 10e3);
    for (size_t i = 0; i < count && worst >= 0; i++) {
        double time;

        if (subject == &subjects[LESS] && !list[i].for_less)
            continue;
        pty_send(&pty, list[i].keys);
        time = pty_settle(&pty, 50, 5e3);
        if (time < 0 || time > worst) {
            worst = time < 0 ? -1 : time;
            *slowest = list[i].name;
        }
    }
    pty_send(&pty, subject->quit);
    pty_end(&pty, 2e3);
    return worst;
}

/* How often the program wakes in two seconds in which nothing happens; negative: not told by this system. */
static double count_wakeups(const Subject *subject)
{
    long before, after;
    Pty pty;

    if (!start(&pty, subject, SMALL, NULL))
        return -1;
    (void)pty_wait_for(&pty, MARKER, 10e3);
    (void)pty_settle(&pty, 1000, 10e3);
    before = pty_wakeups(&pty);
    (void)sleep(2);
    after = pty_wakeups(&pty);
    pty_send(&pty, subject->quit);
    pty_end(&pty, 5e3);
    return before < 0 ? -1 : (double)(after - before);
}

/* ---- the table ---- */

static void print_figure(double figure, const char *unit)
{
    if (figure < 0)
        (void)printf(" %11s", "-");
    else
        (void)printf(" %8.1f %-2s", figure, unit);
}

static void print_row(const char *what, const double figures[SUBJECT_COUNT], const char *unit, double limit, const char *limit_text)
{
    (void)printf("%-42s", what);
    for (int i = 0; i < SUBJECT_COUNT; i++)
        print_figure(figures[i], unit);
    if (figures[QUOIN] >= 0 && figures[LESS] > 0)
        (void)printf(" %6.2fx", figures[QUOIN] / figures[LESS]);
    else
        (void)printf(" %7s", "-");
    (void)printf("  %-18s %s\n", limit_text, figures[QUOIN] < 0 ? "not measured" : figures[QUOIN] <= limit ? "kept" : "MISSED");
    (void)fflush(stdout);
}

static void bench_instructions(void)
{
    double figures[SUBJECT_COUNT];

    for (int i = 0; i < SUBJECT_COUNT; i++) {
        double count = subjects[i].program ? count_instructions(&subjects[i]) : -1;

        figures[i] = count < 0 ? -1 : count / 1e6;
    }
    print_row("3 KB article, exec to quit, instructions", figures, "M", 12, "12 M");
}

static void bench_first_frames(void)
{
    double figures[SUBJECT_COUNT];

    time_first_frame(SMALL, figures);
    print_row("3 KB article, first frame", figures, "ms", 5 * figures[LESS], "5 x less");
    time_first_frame(LARGE, figures);
    print_row("100 MB of text, first frame", figures, "ms", 5 * figures[LESS], "5 x less");
    time_first_frame(PARAGRAPH, figures);
    print_row("a paragraph of 10 MB, first frame", figures, "ms", 50, "50 ms");
}

static void bench_keys(void)
{
    static const Keys keys[] = {
        {"j", "j", true},   {" ", "Space", true}, {"50%", "50%", false}, {"}", "}", false},     {"k", "k", true},
        {"gg", "gg", true}, {"+", "+", false},    {".", ".", false},     {"zn", "zn", false},   {"/word99", "/word99", false},
        {"\r", "Enter", false}, {"n", "n", false}, {"N", "N", false}, {"G", "G", true},
    };
    double figures[SUBJECT_COUNT] = {-1, -1, -1};
    const char *slowest[SUBJECT_COUNT] = {"", "", ""};
    char what[80];

    for (int i = 0; i < CURSES; i++) {
        if (subjects[i].program)
            figures[i] = time_keys(&subjects[i], keys, sizeof keys / sizeof *keys, &slowest[i]);
    }
    (void)snprintf(what, sizeof what, "… its slowest key (%s; less: %s)", slowest[QUOIN], slowest[LESS]);
    print_row(what, figures, "ms", 50, "50 ms");
    if (subjects[LESS].program && figures[LESS] < 0)
        (void)printf("%-42s less was still at work after 5 s\n", "");
}

static void bench_wakeups(void)
{
    double figures[SUBJECT_COUNT];

    for (int i = 0; i < SUBJECT_COUNT; i++)
        figures[i] = subjects[i].program ? count_wakeups(&subjects[i]) : -1;
    print_row("wakeups in 2 s of nothing", figures, "", 0, "0");
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
    if (argc != 3) {
        (void)fputs("usage: bench QUOIN BARE_CURSES\n", stderr);
        return EXIT_FAILURE;
    }
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
    make_large();
    make_paragraph();
    (void)printf("%-42s %11s %11s %11s %7s  %s\n", "", "quoin", "less", "curses", "q:less", "budget");
    if (is_in_path("valgrind"))
        bench_instructions();
    else
        (void)puts("valgrind is not there: no instructions");
    bench_first_frames();
    bench_keys();
    bench_wakeups();
    return EXIT_SUCCESS;
}
