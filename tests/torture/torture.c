/*
 * make check-torture. First each verdict is tried on a program that earns it (trials.c): a harness that finds nothing is worth nothing. Then the
 * tours. Several processes go through the same list of cases, and each case is done by the one that marks it first, in memory that they share.
 *
 *     TORTURE=long              hours instead of a minute: whole sizes, more moments, a million keys
 *     TORTURE_SEED=n            the seed, which is printed; else it is 1
 *     TORTURE_TOURS=keys,io     some of them
 *     TORTURE_CASE=words        only cases with these words in their names
 *     TORTURE_JOBS=n            processes; else two
 *     TORTURE_PROGRAM=path      another quoin than that of the build
 */
#include "torture/torture.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "clock.h"
#include "pty.h"
#include "torture/proc.h"

enum { FOLDER_PATH = 4 * TORTURE_PATH, CASES_MOST = 1 << 20, ROWS_MOST = 8, SKIP_WORDS = 160, JOBS_MOST = 64 };

/* Of one tour; the processes share it. */
struct Counts {
    atomic_uint done, failed, skipped;
    atomic_uint verdicts[VERDICT_COUNT];
    atomic_size_t row_ends[ROWS_MOST]; /* of rows of cases whose number is not known before; 0: not known yet */
    char skip_words[SKIP_WORDS];
    atomic_long milliseconds; /* of all processes together */
    atomic_uchar taken[CASES_MOST / 8];
};

static const struct {
    const char *name;
    TourFunction *run;
    const char *what;
} tours[] = {
    {"files", tour_files, "hostile files, printed and read"},
    {"keys", tour_keys, "random keys, resizes, stops"},
    {"signals", tour_signals, "signals at each moment"},
    {"allocations", tour_allocations, "memory that is not there"},
    {"io", tour_io, "reads and writes that fail"},
    {"environment", tour_environment, "terminals, variables, limits, closed streams"},
    {"live", tour_live, "files that change while they are read"},
    {"memory", tour_memory, "memory for each byte of input"},
    {"writes", tour_writes, "a configuration, killed while it is written"},
};
enum { TOURS = COUNT_OF(tours) };

const char *verdict_name(Verdict verdict)
{
    static const char *const names[VERDICT_COUNT] = {
#define VERDICT(id, name, what) name,
#include "torture/verdicts.def"
#undef VERDICT
    };

    return names[verdict];
}

/* ---- folders ---- */

void case_path(const Torture *torture, const char *name, char path[TORTURE_PATH])
{
    if (snprintf(path, TORTURE_PATH, "%s/%s", torture->folder, name) >= TORTURE_PATH)
        tap_bail_out("the path of the build is too long");
}

void case_write(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        tap_bail_out("a file for the tests cannot be written");
}

static bool is_self(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Remove the files of a folder. A folder in it: its path is appended to `path`, and false. */
static bool remove_files(char path[FOLDER_PATH])
{
    DIR *folder = opendir(path);
    size_t size = strlen(path);
    struct dirent *entry;
    bool deeper = false;

    while (folder && !deeper && (entry = readdir(folder)) != NULL) {
        struct stat status;

        if (is_self(entry->d_name))
            continue;
        (void)snprintf(path + size, FOLDER_PATH - size, "/%s", entry->d_name);
        deeper = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
        if (!deeper) {
            (void)unlink(path);
            path[size] = '\0';
        }
    }
    if (folder)
        (void)closedir(folder);
    return !deeper;
}

/* The innermost folder first, again and again: no recursion, and links are not followed. */
void folder_remove(const char *path)
{
    char inner[FOLDER_PATH];

    do {
        (void)snprintf(inner, sizeof inner, "%s", path);
        while (!remove_files(inner))
            continue;
    } while (rmdir(inner) == 0 && strcmp(inner, path) != 0);
}

size_t folder_count(const char *path, char name[TORTURE_PATH])
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    size_t count = 0;

    while (folder && (entry = readdir(folder)) != NULL) {
        if (is_self(entry->d_name))
            continue;
        if (name && (count == 0 || strlen(entry->d_name) > strlen(name)))
            (void)snprintf(name, TORTURE_PATH, "%.255s", entry->d_name);
        count++;
    }
    if (folder)
        (void)closedir(folder);
    return count;
}

static void make_empty(const Torture *torture, const char *name)
{
    char path[TORTURE_PATH];

    case_path(torture, name, path);
    folder_remove(path);
    (void)mkdir(path, 0700);
}

/* ---- cases ---- */

static bool is_wanted(const char *name)
{
    const char *words = getenv("TORTURE_CASE");

    return !words || !*words || strstr(name, words) != NULL;
}

bool case_begin(Torture *torture, const char *format, ...)
{
    size_t number = torture->number++;
    unsigned char bit = (unsigned char)(1u << number % 8);
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(torture->name, sizeof torture->name, format, arguments);
    va_end(arguments);
    if (!torture->is_wrong) {
        if (!is_wanted(torture->name) || number >= CASES_MOST ||
            (atomic_fetch_or(&torture->counts->taken[number / 8], bit) & bit))
            return false;
    }
    torture->found = 0;
    torture->dice = dice_for(torture->seed, torture->name);
    make_empty(torture, "home");
    make_empty(torture, "tmp");
    return true;
}

void case_fail(Torture *torture, Verdict verdict, const char *format, ...)
{
    char line[TORTURE_NAME + 400];
    va_list arguments;
    int size;

    torture->found |= 1u << verdict;
    if (torture->is_wrong)
        return;
    size = snprintf(line, sizeof line, "not ok - %s: %s: %s: ", torture->tour, torture->name, verdict_name(verdict));
    va_start(arguments, format);
    (void)vsnprintf(line + size, sizeof line - (size_t)size, format, arguments);
    va_end(arguments);
    printf("%s\n", line);
    (void)fflush(stdout);
}

/* Where what was read is remembered, and what was noted. */
static bool is_kept(const char *path)
{
    static const char *const folders[] = {"/home/.local/state/quoin/", "/home/.local/share/quoin/"};
    const char *name = strrchr(path, '/') + 1, *ending = strrchr(name, '.');

    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        if (strstr(path, folders[i]))
            return *name != '.' && ending && (strcmp(ending, ".yaml") == 0 || strcmp(name, "copied.txt") == 0);
    }
    return false;
}

static char left[TORTURE_PATH];

static int find_left(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    if (kind == FTW_D ? at->level > 0 && !strstr(path, "/home/.local") : !is_kept(path))
        (void)snprintf(left, sizeof left, "%s", path + at->base);
    return 0;
}

const char *case_left(const Torture *torture, const char *folder)
{
    char path[TORTURE_PATH];

    case_path(torture, folder, path);
    left[0] = '\0';
    (void)nftw(path, find_left, 8, FTW_PHYS);
    return left[0] ? left : NULL;
}

void case_end(Torture *torture)
{
    static const char *const folders[] = {"home", "tmp"};

    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        if (case_left(torture, folders[i]))
            case_fail(torture, VERDICT_LEFT, "%s in %s", left, folders[i]);
    }
    if (torture->is_wrong)
        return;
    atomic_fetch_add(&torture->counts->done, 1);
    atomic_fetch_add(&torture->counts->failed, torture->found != 0);
    for (int i = 0; i < VERDICT_COUNT; i++)
        atomic_fetch_add(&torture->counts->verdicts[i], torture->found >> i & 1);
}

void tour_skip(Torture *torture, const char *why)
{
    if (torture->is_wrong || atomic_fetch_add(&torture->counts->skipped, 1))
        return;
    (void)snprintf(torture->counts->skip_words, SKIP_WORDS, "%s", why);
}

void tour_set_end(Torture *torture, size_t row, size_t number)
{
    atomic_size_t *end = &torture->counts->row_ends[row];
    size_t known = atomic_load(end);

    while ((known == 0 || number < known) && !atomic_compare_exchange_weak(end, &known, number))
        continue;
}

bool tour_is_over(const Torture *torture, size_t row, size_t number)
{
    size_t known = torture->counts ? atomic_load(&torture->counts->row_ends[row]) : 0;

    return known && number >= known;
}

/* ---- all of it ---- */

static const char *variable(const char *name, const char *otherwise)
{
    const char *value = getenv(name);

    return value && *value ? value : otherwise;
}

static bool in_list(const char *list, const char *name)
{
    size_t size = strlen(name);

    for (const char *at = list; *at; at += strcspn(at, ",") + (at[strcspn(at, ",")] == ',')) {
        if (strcspn(at, ",") == size && strncmp(at, name, size) == 0)
            return true;
    }
    return false;
}

static bool is_sanitized(const char *program)
{
    FILE *file = fopen(program, "rb");
    char bytes[1 << 16];
    size_t kept = 0, size;
    bool found = false;

    while (file && !found && (size = fread(bytes + kept, 1, sizeof bytes - kept, file)) > 0) {
        static const char *const marks[] = {"__asan_init", "__ubsan_handle", "__tsan_init", "__msan_init"};

        size += kept;
        for (size_t at = 0; at + 16 < size && !found; at++) {
            for (size_t i = 0; i < 4; i++)
                found |= memcmp(bytes + at, marks[i], strlen(marks[i])) == 0;
        }
        kept = size < 16 ? size : 16;
        memmove(bytes, bytes + size - kept, kept);
    }
    if (file)
        (void)fclose(file);
    return found;
}

static void set_up(Torture *torture, char program[TORTURE_PATH])
{
    torture->is_long = strcmp(variable("TORTURE", ""), "long") == 0;
    torture->seed = strtoull(variable("TORTURE_SEED", "1"), NULL, 10);
    (void)snprintf(torture->source, sizeof torture->source, "%.400s", variable("SRCDIR", "."));
    (void)snprintf(torture->build, sizeof torture->build, "%.400s", variable("BUILDDIR", "."));
    (void)snprintf(torture->article, sizeof torture->article, "%s/articles/00-start-here.yaml", torture->source);
    (void)snprintf(program, TORTURE_PATH, "%.480s/quoin", torture->build);
    torture->program = variable("TORTURE_PROGRAM", program);
    torture->sanitized = is_sanitized(torture->program);
    torture->scale = torture->is_long ? 1 : 0.02;
    torture->late_ms = (torture->is_long ? 100 : 400) * (torture->sanitized ? 4 : 1);
    torture->hang_ms = torture->sanitized || torture->is_long ? 60000 : 15000;
}

static void make_folder(Torture *torture, size_t job)
{
    (void)snprintf(torture->folder, sizeof torture->folder, "%.400s/torture.tmp", torture->build);
    (void)mkdir(torture->folder, 0700);
    (void)snprintf(torture->folder, sizeof torture->folder, "%.400s/torture.tmp/%zu-%ld", torture->build, job,
                   (long)getpid());
    if (mkdir(torture->folder, 0700) != 0)
        tap_bail_out("no folder can be made in the build");
}

static Counts *share_counts(void)
{
    Counts *counts = mmap(NULL, TOURS * sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (counts == MAP_FAILED)
        tap_bail_out("no memory can be shared");
    return counts;
}

static void run_tours(Torture *torture, Counts *counts, size_t job)
{
    const char *wanted = variable("TORTURE_TOURS", "");

    make_folder(torture, job);
    for (size_t i = 0; i < TOURS; i++) {
        long start = now_ms();

        if (*wanted && !in_list(wanted, tours[i].name))
            continue;
        torture->tour = tours[i].name;
        torture->number = 0;
        torture->counts = &counts[i];
        tours[i].run(torture);
        atomic_fetch_add(&counts[i].milliseconds, now_ms() - start);
    }
    folder_remove(torture->folder);
}

static bool try_wrong_programs(Torture torture)
{
    bool good;

    make_folder(&torture, 0);
    good = trials_pass(&torture);
    folder_remove(torture.folder);
    return good;
}

/* False: one of the processes did not come to its end. */
static bool run_jobs(Torture *torture, Counts *counts)
{
    size_t count = strtoul(variable("TORTURE_JOBS", "2"), NULL, 10);
    pid_t processes[JOBS_MOST];
    bool good = true;
    int status;

    count = count < 1 ? 1 : count > JOBS_MOST ? JOBS_MOST : count;
    for (size_t i = 0; i < count; i++) {
        processes[i] = fork();
        if (processes[i] < 0)
            tap_bail_out("no process can be started");
        if (processes[i] == 0) {
            run_tours(torture, counts, i + 1);
            exit(EXIT_SUCCESS);
        }
    }
    for (size_t i = 0; i < count; i++)
        good = waitpid(processes[i], &status, 0) == processes[i] && status == 0 && good;
    return good;
}

static void print_table(const Torture *torture, Counts *counts, bool complete)
{
    unsigned done = 0, failed = 0, skipped = 0;

    printf("\n%-12s %8s %8s %8s  seed %llu%s%s\n", "tour", "cases", "failed", "seconds",
           (unsigned long long)torture->seed, torture->is_long ? ", long" : "",
           torture->sanitized ? ", with a sanitizer" : "");
    for (size_t i = 0; i < TOURS; i++) {
        if (!counts[i].done && !counts[i].skipped)
            continue;
        printf("%-12s %8u %8u %8.1f ", tours[i].name, counts[i].done, counts[i].failed,
               (double)counts[i].milliseconds / 1000);
        for (int verdict = 0; verdict < VERDICT_COUNT; verdict++) {
            if (counts[i].verdicts[verdict])
                printf(" %s %u", verdict_name((Verdict)verdict), counts[i].verdicts[verdict]);
        }
        printf("%s%s\n", counts[i].skipped ? " skipped: " : "", counts[i].skip_words);
        done += counts[i].done;
        failed += counts[i].failed;
        skipped += counts[i].skipped > 0;
    }
    printf("# PASS:  %u\n# SKIP:  %u\n# FAIL:  %u\n# ERROR: %d\n", done - failed, skipped, failed, !complete);
}

int main(void)
{
    static Torture torture;
    static char program[TORTURE_PATH];
    const char *missing = pty_missing();
    Counts *counts = share_counts();
    unsigned done = 0, failed = 0;
    bool complete;

    (void)setvbuf(stdout, NULL, _IOLBF, 0);
    if (missing)
        return tap_skip_all(missing);
    set_up(&torture, program);
    (void)signal(SIGPIPE, SIG_IGN);
    printf("# torture: seed %llu%s\n", (unsigned long long)torture.seed, torture.is_long ? ", long" : "");
    if (!proc_is_there())
        printf("# there is no /proc: whether it is busy, its growth and what it leaves is not looked at\n");
    complete = try_wrong_programs(torture);
    complete = run_jobs(&torture, counts) && complete;
    for (size_t i = 0; i < TOURS; i++) {
        done += counts[i].done;
        failed += counts[i].failed;
    }
    print_table(&torture, counts, complete);
    return complete && failed == 0 && done > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
