/*
 * Files in which something lasts: whole, whatever happens. A store that cannot be written is told with its reason, and nothing else happens; what is
 * changed by several at once loses nothing; a kill at any moment leaves what was there, or what was to be.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* nftw */
#endif
#include "cli/session/keeping.h"

#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "process.h"
#include "random.h"
#include "vectors.h"

static Arena arena;
static Path folders[KEEPER_STORE_COUNT];
static char root[PATH_MAX / 2];
static const Text name = LITERAL("3f/3fa9.yaml");

static const char *in_root(const char *path)
{
    return arena_printf(&arena, "%s/%s", root, path).bytes;
}

static void put_file(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "w");

    if (!file || fputs(bytes, file) < 0 || fclose(file) != 0)
        tap_bail_out("a file cannot be made");
}

static Keeper begin(void)
{
    folders[KEEPER_PLACES] = path_copy(&arena, text_from(in_root("state/quoin")));
    folders[KEEPER_NOTES] = (Path){0};
    return keeping_in(folders);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    (void)kind;
    return at->level > 0 ? remove(path) : 0;
}

static void empty_root(void)
{
    (void)chmod(in_root("state"), 0700);
    (void)nftw(root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* ---- changers ---- */

static KeeperChange append(void *what, Arena *scratch, Text before, Text *after, Report *report)
{
    (void)report;
    *after = arena_join(scratch, (const Text[]){before, text_from(what)}, 2);
    return KEEPER_CHANGED;
}

static KeeperChange leave(void *what, Arena *scratch, Text before, Text *after, Report *report)
{
    (void)what, (void)scratch, (void)before, (void)after, (void)report;
    return KEEPER_UNCHANGED;
}

static KeeperChange drop(void *what, Arena *scratch, Text before, Text *after, Report *report)
{
    (void)what, (void)scratch, (void)before, (void)after, (void)report;
    return KEEPER_REMOVED;
}

static KeeperChange refuse(void *what, Arena *scratch, Text before, Text *after, Report *report)
{
    (void)what, (void)scratch, (void)before, (void)after;
    report_add(report, SEVERITY_ERROR, 3, 1, "no");
    return KEEPER_NOT_SO;
}

/* An editor that saves while it is changed, so many times. */
static KeeperChange append_late(void *what, Arena *scratch, Text before, Text *after, Report *report)
{
    int *times = what;

    if ((*times)-- > 0)
        put_file(in_root("state/quoin/3f/3fa9.yaml"), arena_printf(scratch, "edited %d\n", *times).bytes);
    *after = arena_join(scratch, (const Text[]){before, TEXT("more\n")}, 2);
    (void)report;
    return KEEPER_CHANGED;
}

static char one[] = "one\n", two[] = "two\n", x[] = "x";

static bool change(const Keeper *keeper, KeeperChanger *changer, void *what, Report *report)
{
    report_init(report, &arena, TEXT("kept"));
    return keeper_change(keeper, KEEPER_PLACES, name, changer, what, report);
}

static Text kept(const Keeper *keeper)
{
    Report report;
    Text bytes;

    report_init(&report, &arena, TEXT("kept"));
    return keeper_read(keeper, KEEPER_PLACES, name, &arena, &bytes, &report) ? bytes : TEXT("cannot be read");
}

/* ---- what it does ---- */

static void count_one(void *what, Text listed)
{
    (void)listed;
    ++*(size_t *)what;
}

static void test_files(void)
{
    Keeper keeper = begin();
    struct stat status;
    size_t count = 0;
    Report report;
    int times;

    ok(kept(&keeper).size == 0, "nothing is there at first");
    ok(access(in_root("state"), F_OK) != 0, "and nothing is made by looking");
    ok(change(&keeper, append, one, &report) && text_equal(kept(&keeper), TEXT("one\n")), "a file is made");
    ok(stat(in_root("state/quoin"), &status) == 0 && (status.st_mode & 0777) == 0700, "its folder is the user's alone");
    ok(change(&keeper, append, two, &report) && text_equal(kept(&keeper), TEXT("one\ntwo\n")), "and changed");
    ok(change(&keeper, leave, NULL, &report) && text_equal(kept(&keeper), TEXT("one\ntwo\n")), "or left");
    ok(!change(&keeper, refuse, NULL, &report) && report.error_count == 1 &&
           text_equal(kept(&keeper), TEXT("one\ntwo\n")),
       "or refused, with a reason");
    times = 2;
    ok(change(&keeper, append_late, &times, &report) && text_equal(kept(&keeper), TEXT("edited 0\nmore\n")),
       "what an editor saves meanwhile is taken");
    times = INT_MAX;
    ok(!change(&keeper, append_late, &times, &report) && report.error_count == 1, "one that never rests is told once");
    keeper_list(&keeper, KEEPER_PLACES, TEXT("3f"), count_one, &count);
    ok(count == 1, "the folder has one file");
    ok(change(&keeper, drop, NULL, &report) && kept(&keeper).size == 0, "and it can be removed");
    ok(keeper_remove(&keeper, KEEPER_PLACES, name, &report), "once more is no failure");
    empty_root();
}

static void test_none(void)
{
    Keeper none = {0}, keeper = begin();
    size_t count = 0;
    Report report;

    ok(change(&none, append, one, &report) && kept(&none).size == 0 && keeper_now(&none) == 0, "none keeps nothing");
    keeper_list(&none, KEEPER_PLACES, (Text){0}, count_one, &count);
    report_init(&report, &arena, TEXT("kept"));
    ok(!keeper_keeps(&keeper, KEEPER_NOTES) && keeper_change(&keeper, KEEPER_NOTES, name, append, one, &report) &&
           keeper_remove(&keeper, KEEPER_NOTES, name, &report) && count == 0 && access(in_root("state"), F_OK) != 0,
       "nor does a store without a folder");
}

/* ---- what hinders it ---- */

static bool says(const Report *report, const char *words)
{
    bool said = false;

    for (size_t i = 0; i < report->problems.count; i++)
        said = said || text_find(report->problems.items[i].message, text_from(words), 0) != TEXT_NOT_FOUND;
    if (!said && report->problems.count)
        printf("# %.*s\n", TEXT_ARGS(report->problems.items[0].message));
    return said;
}

static void test_hindered(void)
{
    Keeper keeper = begin();
    Report report;

    put_file(in_root("state"), "");
    ok(!change(&keeper, append, one, &report) && says(&report, "Not a directory"), "a file in place of a folder");
    empty_root();
    if (mkdir(in_root("state"), 0700) != 0 || chmod(in_root("state"), 0500) != 0)
        tap_bail_out("a folder cannot be made");
    if (geteuid() == 0)
        tap_skip("root may write anywhere");
    else
        ok(!change(&keeper, append, one, &report) && says(&report, "Permission denied"),
           "a folder that is not to be written");
    empty_root();
    folders[KEEPER_PLACES] = path_copy(&arena, TEXT("/proc/self/quoin"));
    ok(!change(&keeper, append, one, &report) && says(&report, "folder cannot be made"), "where nothing can be made");
    ok(kept(&keeper).size == 0, "there is nothing");
}

static void test_moments(void)
{
    static const struct {
        int64_t seconds;
        const char *moment;
    } moments[] = {
        {0, "1970-01-01T00:00:00Z"},
        {-5, "1970-01-01T00:00:00Z"},
        {951782399, "2000-02-28T23:59:59Z"},
        {951782400, "2000-02-29T00:00:00Z"},
        {1709971510, "2024-03-09T08:05:10Z"},
        {4107542400, "2100-03-01T00:00:00Z"},
        {253402300799, "9999-12-31T23:59:59Z"},
        {INT64_MAX, "9999-12-31T23:59:59Z"},
    };

    for (size_t i = 0; i < COUNT_OF(moments); i++) {
        Text found = keeper_moment(&arena, moments[i].seconds);

        ok(text_equal(found, text_from(moments[i].moment)), "%s: %.*s", moments[i].moment, TEXT_ARGS(found));
    }
}

/* ---- several at once ---- */

enum { WRITERS = 4, ROUNDS = 25 };

static int add_lines(const Keeper *keeper)
{
    int added = 0;

    for (int round = 0; round < ROUNDS; round++) {
        Report report;

        added += change(keeper, append, x, &report);
    }
    return added;
}

static void test_several(void)
{
    Keeper keeper = begin();
    pid_t children[WRITERS];
    size_t added = 0;
    int status;

    (void)fflush(stdout);
    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        if (children[i] == 0)
            _exit(add_lines(&keeper));
    }
    for (int i = 0; i < WRITERS; i++) {
        if (children[i] > 1 && waitpid(children[i], &status, 0) == children[i] && WIFEXITED(status))
            added += (size_t)WEXITSTATUS(status);
    }
    ok(added > 0 && kept(&keeper).size == added, "%d readers at once lose nothing: %zu written, %zu there", WRITERS,
       added, kept(&keeper).size);
    empty_root();
}

/* ---- kills ---- */

enum { LINE = 80, MOST_LINES = 200, SPAN = 3 };

/* A line more, numbered; at MOST_LINES it begins anew. */
static KeeperChange add_line(void *what, Arena *scratch, Text before, Text *after, Report *report)
{
    size_t lines = before.size / LINE % MOST_LINES;

    (void)what, (void)report;
    *after = arena_join(
        scratch,
        (const Text[]){text_slice(before, (Range){0, lines * LINE}), arena_printf(scratch, "%0*zu\n", LINE - 1, lines)},
        2);
    return KEEPER_CHANGED;
}

/* Without end; after each change the lines that there are then go to `told`. */
static void write_on(const Keeper *keeper, int told)
{
    for (;;) {
        Arena scratch = {0};
        Report report;
        size_t lines;
        Text bytes;

        report_init(&report, &scratch, name);
        if (!keeper_change(keeper, KEEPER_PLACES, name, add_line, NULL, &report) ||
            !keeper_read(keeper, KEEPER_PLACES, name, &scratch, &bytes, &report))
            _exit(1);
        lines = bytes.size / LINE;
        if (write(told, &lines, sizeof lines) < 0)
            _exit(1);
        arena_release(&scratch);
    }
}

static bool is_whole(Text bytes)
{
    for (size_t line = 0; line < bytes.size / LINE; line++) {
        size_t number;

        if (!text_to_number(text_slice(bytes, (Range){line * LINE, line * LINE + LINE - 1}), MOST_LINES, &number) ||
            number != line)
            return false;
    }
    return bytes.size % LINE == 0;
}

/* Lines that there were after the last change of which it was told; `lines` before the first. */
static size_t last_told(int told, size_t lines)
{
    size_t next;

    while (read(told, &next, sizeof next) == sizeof next)
        lines = next;
    return lines;
}

/* A writer that is killed after a moment; lines of which it told. */
static size_t killed_writer(const Keeper *keeper, size_t microseconds, size_t lines)
{
    struct timespec moment = {0, (long)microseconds * 1000};
    int ends[2], status;
    pid_t child;

    if (pipe(ends) != 0)
        return SIZE_MAX;
    child = fork();
    if (child == 0)
        write_on(keeper, ends[1]);
    (void)close(ends[1]);
    if (child < 2)
        return SIZE_MAX;
    (void)nanosleep(&moment, NULL);
    process_signal(child, SIGKILL);
    (void)waitpid(child, &status, 0);
    lines = WIFSIGNALED(status) ? last_told(ends[0], lines) : SIZE_MAX;
    (void)close(ends[0]);
    return lines;
}

/* Is the file whole afterwards, and has all of which it was told, and at most one line more? */
static bool survives(const Keeper *keeper, size_t microseconds)
{
    size_t lines = killed_writer(keeper, microseconds, kept(keeper).size / LINE);
    Text bytes = kept(keeper);

    return is_whole(bytes) && (bytes.size / LINE == lines || bytes.size / LINE == lines % MOST_LINES + 1);
}

static size_t time_of_one(const Keeper *keeper)
{
    struct timespec begun, ended;
    Report report;
    long taken;

    (void)clock_gettime(CLOCK_MONOTONIC, &begun);
    (void)change(keeper, add_line, NULL, &report);
    (void)clock_gettime(CLOCK_MONOTONIC, &ended);
    taken = (ended.tv_sec - begun.tv_sec) * 1000000 + (ended.tv_nsec - begun.tv_nsec) / 1000;
    return taken < 500 ? 500 : taken > 100000 ? 100000 : (size_t)taken;
}

static void test_kills(void)
{
    Path beside = path_copy(&arena, text_from(in_root("state/quoin/3f/.3fa9.yaml.quoin-new")));
    Keeper keeper = begin();
    size_t kills = torture_is_long() ? 10000 : 50, wrong = 0, left = 0, taken;
    unsigned long seed = random_begin(23);

    (void)time_of_one(&keeper);
    taken = time_of_one(&keeper);
    (void)fflush(stdout);
    for (size_t i = 0; i < kills; i++) {
        wrong += !survives(&keeper, random_below(SPAN * taken));
        left += path_exists(beside);
    }
    ok(wrong == 0, "%zu kills, %zu of them while a file was written (seed %lu): %zu files not whole, or something lost",
       kills, left, seed, wrong);
    empty_root();
}

int main(void)
{
    const char *build = getenv("BUILDDIR");

    (void)snprintf(root, sizeof root, "%s/tests/keeping.XXXXXX", build ? build : ".");
    if (!mkdtemp(root))
        tap_bail_out("no folder to write in");
    test_files();
    test_none();
    test_hindered();
    test_moments();
    test_several();
    test_kills();
    (void)rmdir(root);
    arena_release(&arena);
    return tap_done();
}
