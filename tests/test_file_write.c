/*
 * Files of the user's that the program writes: whatever fails, the old file is whole, nothing is left beside it, and it is told why.
 *
 * The calls that a writer makes are this program's own: they fail when a row of a table says so, and else are the C library's. Kills come
 * at random moments: 50 of them, with TORTURE=long 1,000; SEED=number takes other moments.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* RTLD_NEXT, unshare */
#endif
#undef _FORTIFY_SOURCE

#include "cli/output/file_write.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sched.h>
#include <sys/mount.h>
#endif

#include "cli/session/config_write.h"
#include "process.h"
#include "random.h"
#include "vectors.h"

/* ---- calls that fail ---- */

typedef enum Call {
    CALL_NONE,
    CALL_WRITE,
    CALL_FSYNC,
    CALL_CLOSE,
    CALL_RENAME,
    CALL_LINK,
    CALL_CHMOD,
    CALL_FLOCK,
    CALL_DUP,
    CALL_READ
} Call;
enum { SHORT_WRITES = -1 }; /* in place of an error: a few bytes at a time, and EINTR every second time */

static struct {
    Call call;
    int error;
    int skipped; /* so many go well before */
    long calls;
} failing;

static bool fails(Call call)
{
    if (failing.call != call || failing.skipped-- > 0)
        return false;
    errno = failing.error;
    return true;
}

/* The C library's function of that name. */
#define REAL(result, name, ...)                \
    static result (*real_##name)(__VA_ARGS__); \
    if (!real_##name)                          \
    *(void **)(void *)&real_##name = dlsym(RTLD_NEXT, #name)

static int is_watched; /* descriptors of the C library's own streams are left alone */

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    REAL(ssize_t, write, int, const void *, size_t);
    if (!is_watched || descriptor < 3 || failing.call != CALL_WRITE || failing.skipped-- > 0)
        return real_write(descriptor, bytes, size);
    if (failing.error != SHORT_WRITES) {
        errno = failing.error;
        return failing.error ? -1 : 0;
    }
    if (++failing.calls % 2) {
        errno = EINTR;
        return -1;
    }
    return real_write(descriptor, bytes, size > 7 ? 7 : size);
}

static const char *grows; /* a file that somebody writes on while it is read */

ssize_t read(int descriptor, void *bytes, size_t size)
{
    ssize_t got;

    REAL(ssize_t, read, int, void *, size_t);
    if (is_watched && fails(CALL_READ))
        return -1;
    got = real_read(descriptor, bytes, size);
    if (is_watched && grows) {
        const char *path = grows;
        FILE *file;

        grows = NULL;
        file = fopen(path, "a");
        if (file && fputs("more\n", file) >= 0)
            (void)fclose(file);
    }
    return got;
}

int fsync(int descriptor)
{
    REAL(int, fsync, int);
    return is_watched && fails(CALL_FSYNC) ? -1 : real_fsync(descriptor);
}

int close(int descriptor)
{
    int status;

    REAL(int, close, int);
    status = real_close(descriptor);
    return is_watched && fails(CALL_CLOSE) ? -1 : status;
}

int rename(const char *from, const char *to)
{
    REAL(int, rename, const char *, const char *);
    return is_watched && fails(CALL_RENAME) ? -1 : real_rename(from, to);
}

int link(const char *from, const char *to)
{
    REAL(int, link, const char *, const char *);
    return is_watched && fails(CALL_LINK) ? -1 : real_link(from, to);
}

int fchmod(int descriptor, mode_t mode)
{
    REAL(int, fchmod, int, mode_t);
    return is_watched && fails(CALL_CHMOD) ? -1 : real_fchmod(descriptor, mode);
}

int flock(int descriptor, int operation)
{
    REAL(int, flock, int, int);
    return is_watched && fails(CALL_FLOCK) ? -1 : real_flock(descriptor, operation);
}

int dup(int descriptor)
{
    REAL(int, dup, int);
    return is_watched && fails(CALL_DUP) ? -1 : real_dup(descriptor);
}

/* ---- a folder to write in ---- */

enum { FOLDER_BYTES = PATH_MAX / 2 };

static char folder[FOLDER_BYTES];
static Arena paths;

static const char *in_folder(const char *name)
{
    return arena_printf(&paths, "%s/%s", folder, name).bytes;
}

/* The names in the folder but `name`, joined by blanks: what was left. */
static Text others(const char *name)
{
    TextBuffer buffer = {0};
    DIR *entries = opendir(folder);
    struct dirent *entry;

    while (entries && (entry = readdir(entries)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 || strcmp(entry->d_name, name) == 0)
            continue;
        text_buffer_add(&paths, &buffer, text_from(entry->d_name));
        text_buffer_add(&paths, &buffer, TEXT(" "));
    }
    if (entries)
        (void)closedir(entries);
    return (Text){buffer.items, buffer.count};
}

static void empty_folder(void)
{
    DIR *entries;
    struct dirent *entry;

    (void)chmod(folder, 0777);
    entries = opendir(folder);
    while (entries && (entry = readdir(entries)) != NULL) {
        if (unlink(in_folder(entry->d_name)) != 0)
            (void)rmdir(in_folder(entry->d_name));
    }
    if (entries)
        (void)closedir(entries);
    arena_reset(&paths);
}

static void put_file(const char *name, const char *bytes)
{
    FILE *file = fopen(in_folder(name), "w");

    if (!file || fputs(bytes, file) < 0 || fclose(file) != 0)
        ok(false, "%s can be made: %s", name, strerror(errno));
}

static bool holds(const char *name, const char *bytes)
{
    Text found = {0};

    return vector_read(&paths, in_folder(name), &found) && text_equal(found, text_from(bytes));
}

static unsigned mode_of(const char *name)
{
    struct stat status;

    return stat(in_folder(name), &status) == 0 ? (unsigned)status.st_mode & 07777u : 0;
}

static Text why; /* what was told last */

/* Replace a file by "new". */
static bool replace(const char *name)
{
    Report report;
    bool good;

    report_init(&report, &paths, text_from(name));
    is_watched = 1;
    good = file_replace(&paths, in_folder(name), TEXT("new"), &report);
    is_watched = 0;
    why = report.problems.count ? report.problems.items[0].message : TEXT("");
    return good && report.error_count == 0;
}

/* Evaluated last, so that it has what was told meanwhile. */
static void check(bool condition, const char *what)
{
    ok(condition, "%s: %.*s", what, TEXT_ARGS(why));
}

static bool says(const char *part)
{
    return text_find(why, text_from(part), 0) != TEXT_NOT_FOUND;
}

/* ---- what is in the place ---- */

static void test_modes(void)
{
    static const unsigned modes[] = {0600, 0640, 0644, 0755, 0604};
    mode_t mask = umask(027);

    ok(replace("new") && holds("new", "new") && mode_of("new") == 0640, "a new file, by the umask");
    (void)umask(mask);
    for (size_t i = 0; i < COUNT_OF(modes); i++) {
        put_file("old", "old");
        (void)chmod(in_folder("old"), (mode_t)modes[i]);
        ok(replace("old") && holds("old", "new") && mode_of("old") == modes[i], "mode %o is kept", modes[i]);
    }
    ok(others("old").size == strlen("new "), "nothing is left beside them");
    empty_folder();
}

static void test_links(void)
{
    struct stat status;

    put_file("target", "old");
    ok(symlink("target", in_folder("link")) == 0 && symlink("link", in_folder("chain")) == 0, "links can be made");
    ok(replace("chain") && holds("target", "new") && lstat(in_folder("chain"), &status) == 0 &&
           S_ISLNK(status.st_mode) && lstat(in_folder("link"), &status) == 0 && S_ISLNK(status.st_mode),
       "through a chain of links into the file, and they stay links");
    (void)unlink(in_folder("target"));
    ok(replace("chain") && holds("target", "new"), "a link that leads to nothing: the file is made there");
    (void)mkdir(in_folder("sub"), 0700);
    ok(symlink("../far", in_folder("sub/near")) == 0 && symlink(in_folder("sub/near"), in_folder("whole")) == 0,
       "links can be made");
    ok(replace("whole") && holds("far", "new"), "a link is read from its own folder on");
    (void)unlink(in_folder("sub/near"));
    (void)symlink("b", in_folder("a"));
    (void)symlink("a", in_folder("b"));
    check(!replace("a") && says("circle"), "links that lead round in a circle");
    (void)symlink("no-such/file", in_folder("lost"));
    check(!replace("lost") && says("no-such/file") && says(strerror(ENOENT)), "a link into no folder");
    empty_folder();
}

static void test_no_files(void)
{

    (void)mkdir(in_folder("sub"), 0700);
    check(!replace("sub") && says("folder"), "a folder");
    (void)mkfifo(in_folder("pipe"), 0600);
    check(!replace("pipe") && says("not a file"), "a pipe");
    ok(file_is_special(in_folder("pipe")) && !file_is_special(in_folder("sub")) && !file_is_special(in_folder("none")),
       "what is special");
    check(!replace("none/new") && says(strerror(ENOENT)), "no such folder");
    put_file("file", "old");
    check(!replace("file/new") && says(strerror(ENOTDIR)), "a file for a folder");
    empty_folder();
}

static void test_long_name(void)
{
    char name[256];

    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    ok(replace(name) && holds(name, "new") && others(name).size == 0, "a name of 255 bytes");
    empty_folder();
}

/* ---- other users ---- */

/* Run as a user who owns nothing; the status of `run`, or -1. */
static int as_stranger(int (*run)(void))
{
    pid_t child;
    int status;

    (void)fflush(stdout);
    child = fork();
    if (child == 0)
        _exit(setgid(54321) == 0 && setuid(54321) == 0 ? run() : 99);
    return child > 1 && waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int replace_denied(void)
{

    return !replace("old") && says(strerror(EACCES)) ? 0 : 1;
}

static int reach(void)
{
    return access(in_folder("old"), R_OK | W_OK);
}

static int replace_of_another(void)
{

    return !replace("old") && says("another user's") ? 0 : 1;
}

static int sweep_as_stranger(void)
{
    file_sweep(&paths, in_folder("old"));
    return 0;
}

static void test_users(void)
{
    struct stat status;

    if (geteuid() != 0) {
        tap_skip("owners are changed by root alone");
        return;
    }
    put_file("old", "old");
    ok(chown(in_folder("old"), 1234, 1235) == 0 && chmod(in_folder("old"), 04640) == 0, "a file of another user");
    ok(replace("old") && stat(in_folder("old"), &status) == 0 && status.st_uid == 1234 && status.st_gid == 1235 &&
           mode_of("old") == 04640,
       "root keeps its owner, group and mode");
    (void)chmod(in_folder("old"), 0666);
    if (as_stranger(reach) != 0) {
        tap_skip("another user cannot go to the build folder");
        empty_folder();
        return;
    }
    ok(as_stranger(replace_of_another) == 0 && holds("old", "new"), "a file that would change its owner is left");
    (void)chmod(in_folder("old"), 0644);
    ok(as_stranger(replace_denied) == 0 && holds("old", "new"), "a file that one may not write");
    ok(chown(in_folder("old"), 54321, 54321) == 0 && chmod(folder, 0755) == 0 && as_stranger(replace_denied) == 0 &&
           holds("old", "new"),
       "a folder that one may not write in");
    (void)chmod(folder, 0777);
    put_file(".old.quoin-new", "of somebody");
    ok(as_stranger(sweep_as_stranger) == 0 && holds(".old.quoin-new", "of somebody"),
       "what another user left is not removed");
    ok(others("old").size == strlen(".old.quoin-new "), "nothing is left");
    empty_folder();
}

/* ---- space ---- */

static int replace_over_limit(void)
{
    char *bytes = arena_alloc(&paths, 100000);
    struct rlimit limit = {.rlim_cur = 50000, .rlim_max = 50000};
    struct sigaction action;
    Report report;

    memset(bytes, 'x', 100000);
    report_init(&report, &paths, TEXT("old"));
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0 || file_replace(&paths, in_folder("old"), (Text){bytes, 100000}, &report))
        return 1;
    why = report.problems.items[0].message;
    if (!says(strerror(EFBIG)))
        return 2;
    return sigaction(SIGXFSZ, NULL, &action) == 0 && action.sa_handler == SIG_DFL ? 0 : 3;
}

static int in_child(int (*run)(void))
{
    pid_t child;
    int status;

    (void)fflush(stdout);
    child = fork();
    if (child == 0)
        _exit(run());
    return child > 1 && waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#if defined(__linux__)
enum { NO_MOUNT = 77 };

/* A file system of 64 KiB of our own, with room for the old file and a part of the new. */
static int replace_on_full_disk(void)
{
    char *bytes = arena_alloc(&paths, 40001);
    Report report;

    if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return NO_MOUNT;
    if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount("none", folder, "tmpfs", 0, "size=64k") != 0)
        return NO_MOUNT;
    memset(bytes, 'x', 40000);
    put_file("old", bytes);
    report_init(&report, &paths, TEXT("old"));
    if (file_replace(&paths, in_folder("old"), (Text){bytes, 40000}, &report))
        return 1;
    why = report.problems.items[0].message;
    if (!says(strerror(ENOSPC)))
        return 1;
    if (!holds("old", bytes) || others("old").size)
        return 2;
    put_file("small", "old");
    return replace("small") && holds("small", "new") ? 0 : 3;
}
#endif

static void test_space(void)
{
    int status;

    put_file("old", "old");
    status = in_child(replace_over_limit);
    ok(status == 0 && holds("old", "old") && others("old").size == 0,
       "a file over the limit (ulimit -f) is refused, and no more (%d)", status);
#if defined(__linux__)
    status = in_child(replace_on_full_disk);
    if (status == NO_MOUNT)
        tap_skip("no file system can be mounted");
    else
        ok(status == 0, "on a full disk the old file stays whole, and nothing is left (%d)", status);
#endif
    empty_folder();
}

/* ---- each call fails ---- */

static void test_failures(void)
{
    static const struct {
        Call call;
        int error, skipped;
        bool good;
        const char *what;
    } rows[] = {
        {CALL_WRITE, ENOSPC, 0, false, "write: no space"},
        {CALL_WRITE, EIO, 0, false, "write: the disk"},
        {CALL_WRITE, EDQUOT, 0, false, "write: the quota"},
        {CALL_WRITE, 0, 0, false, "write: nothing is written"},
        {CALL_WRITE, SHORT_WRITES, 0, true, "write: a few bytes at a time, and interrupted"},
        {CALL_FSYNC, ENOSPC, 0, false, "fsync: no space"},
        {CALL_FSYNC, EIO, 0, false, "fsync: the disk"},
        {CALL_FSYNC, EINVAL, 0, true, "fsync: a file system that has none"},
        {CALL_FSYNC, EIO, 1, true, "fsync of the folder: the file is there"},
        {CALL_CLOSE, ENOSPC, 0, false, "close: no space"},
        {CALL_CLOSE, EDQUOT, 0, false, "close: the quota"},
        {CALL_CLOSE, EIO, 0, false, "close: the disk"},
        {CALL_RENAME, EROFS, 0, false, "rename: read-only"},
        {CALL_RENAME, EBUSY, 0, false, "rename: a file that is mounted"},
        {CALL_CHMOD, EPERM, 0, false, "fchmod"},
        {CALL_DUP, EMFILE, 0, false, "dup"},
        {CALL_FLOCK, ENOLCK, 0, true, "flock: a file system without locks"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        bool good;

        put_file("old", "old");
        failing.call = rows[i].call;
        failing.error = rows[i].error;
        failing.skipped = rows[i].skipped;
        good = replace("old");
        failing.call = CALL_NONE;
        ok(good == rows[i].good && holds("old", good ? "new" : "old") && others("old").size == 0, "%s: %.*s",
           rows[i].what, TEXT_ARGS(why));
        ok(good || says(rows[i].error > 0 ? strerror(rows[i].error) : strerror(ENOSPC)), "%s: told", rows[i].what);
    }
    empty_folder();
}

static bool begin(FileEdit *edit, const char *name)
{
    Report report;
    bool good;

    report_init(&report, &paths, text_from(name));
    is_watched = 1;
    good = file_edit_begin(edit, &paths, in_folder(name), FILE_IS_READ, &report);
    is_watched = 0;
    why = report.problems.count ? report.problems.items[0].message : TEXT("");
    return good;
}

static bool commit(FileEdit *edit)
{
    Report report;
    bool good;

    report_init(&report, &paths, TEXT("file"));
    is_watched = 1;
    good = file_edit_commit(edit, TEXT("new"), &report);
    is_watched = 0;
    why = report.problems.count ? report.problems.items[0].message : TEXT("");
    return good;
}

static void test_reading(void)
{
    FileEdit edit;

    put_file("old", "old");
    ok(begin(&edit, "old") && text_equal(edit.before, TEXT("old")) && edit.exists && commit(&edit) && holds("old", "new"),
       "read, and written");
    put_file("old", "old");
    failing.call = CALL_READ;
    failing.error = EIO;
    failing.skipped = 0;
    check(!begin(&edit, "old") && says(strerror(EIO)), "it cannot be read");
    failing.call = CALL_NONE;
    grows = in_folder("old");
    check(!begin(&edit, "old") && says("being written"), "it grows while it is read");
    ok(holds("old", "oldmore\n") && others("old").size == 0, "it stays, and nothing is left");
    ok(begin(&edit, "none") && !edit.exists && edit.before.size == 0, "a file that is not there");
    file_edit_abandon(&edit);
    ok(others("old").size == 0, "given up, nothing is left");
    empty_folder();
}

static void test_changed_meanwhile(void)
{
    FileEdit edit;

    put_file("old", "old");
    ok(begin(&edit, "old"), "begun");
    put_file("old", "odd");
    check(!commit(&edit) && says("changed meanwhile") && holds("old", "odd"), "changed by another");
    ok(begin(&edit, "old"), "begun");
    (void)unlink(in_folder("old"));
    check(!commit(&edit) && says("removed meanwhile") && others("").size == 0, "removed by another");
    ok(begin(&edit, "old"), "begun");
    put_file("old", "mine");
    check(!commit(&edit) && says("made meanwhile") && holds("old", "mine"), "made by another");
    (void)unlink(in_folder("old"));
    failing.call = CALL_LINK;
    failing.error = EEXIST;
    failing.skipped = 0;
    check(begin(&edit, "old") && !commit(&edit) && others("").size == 0, "made in the last moment");
    failing.error = EPERM;
    ok(begin(&edit, "old") && commit(&edit) && holds("old", "new"), "a file system without hard links");
    failing.call = CALL_NONE;
    ok(others("old").size == 0, "nothing is left");
    empty_folder();
}

/* ---- what a killed writer left ---- */

static void test_left(void)
{
    FileEdit edit, second;
    int descriptor;

    put_file("old", "old");
    put_file(".old.quoin-new", "hal");
    ok(replace("old") && holds("old", "new") && others("old").size == 0, "the next writer takes it away");
    put_file(".old.quoin-new", "hal");
    file_sweep(&paths, in_folder("old"));
    ok(others("old").size == 0, "the next start does");
    put_file(".old.quoin-new", "hal");
    (void)symlink("old", in_folder("link"));
    file_sweep(&paths, in_folder("link"));
    ok(others("old").size == strlen("link "), "by a link too");
    put_file(".a.quoin-new", "hal");
    put_file(".b.yaml.quoin-new", "");
    put_file("c.quoin-new", "mine");
    file_sweep_folder(&paths, path_copy(&paths, text_from(folder)));
    ok(others("old").size == strlen("link c.quoin-new "), "all of a folder");
    (void)unlink(in_folder("c.quoin-new"));
    (void)unlink(in_folder("link"));
    ok(begin(&edit, "old"), "a writer at work");
    file_sweep(&paths, in_folder("old"));
    check(others("old").size > 0 && !begin(&second, "old") && says(".old.quoin-new"), "is not disturbed");
    ok(commit(&edit) && holds("old", "new") && others("old").size == 0, "and ends its work");
    (void)symlink("old", in_folder(".old.quoin-new"));
    check(!replace("old") && holds("old", "new"), "a link in its place is not followed");
    (void)unlink(in_folder(".old.quoin-new"));
    put_file(".old.quoin-new", "x");
    descriptor = open(in_folder(".old.quoin-new"), O_RDONLY);
    ok(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0 && !replace("old"), "one that is locked stays");
    (void)close(descriptor);
    empty_folder();
}

/* ---- several at once ---- */

enum { WRITERS = 4, ROUNDS = 25 };

/* Add a byte to the file ROUNDS times: the number of times that it went well. */
static int add_bytes(void)
{
    int added = 0;

    for (int round = 0; round < ROUNDS; round++) {
        FileEdit edit;
        Report report;
        Text more;

        report_init(&report, &paths, TEXT("shared"));
        if (!file_edit_begin(&edit, &paths, in_folder("shared"), FILE_IS_READ, &report))
            continue;
        more = arena_join(&paths, (const Text[]){edit.before, TEXT("x")}, 2);
        added += file_edit_commit(&edit, more, &report);
    }
    return added;
}

static void test_several(void)
{
    pid_t children[WRITERS];
    size_t added = 0;
    Text found = {0};
    int status;

    (void)fflush(stdout);
    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        if (children[i] == 0)
            _exit(add_bytes());
    }
    for (int i = 0; i < WRITERS; i++) {
        if (children[i] > 1 && waitpid(children[i], &status, 0) == children[i] && WIFEXITED(status))
            added += (size_t)WEXITSTATUS(status);
    }
    (void)vector_read(&paths, in_folder("shared"), &found);
    ok(added > 0 && found.size == added && others("shared").size == 0,
       "%d writers at once lose nothing: %zu written, %zu there", WRITERS, added, found.size);
    empty_folder();
}

/* ---- kills ---- */

enum { CONFIG_LINES = 500, SPAN = 6, LONGEST = 10 };

static Text config_naming(const char *theme)
{
    TextBuffer buffer = {0};

    text_buffer_add(&paths, &buffer, TEXT("# mine\r\ntheme: "));
    text_buffer_add(&paths, &buffer, text_from(theme));
    for (size_t i = 0; i < CONFIG_LINES; i++)
        text_buffer_add(
            &paths, &buffer,
            TEXT(" # a line that is long enough to be some 80 bytes, so that there is something to do\r\n"));
    return (Text){buffer.items, buffer.count};
}

/* Without end. The configuration is changed, or, where `is_new`, made anew each time. */
static void keep_themes(const char *path, bool is_new)
{
    static const Text themes[] = {LITERAL("nord"), LITERAL("gruvbox")};
    Report report;

    for (size_t i = 0;; i++) {
        if (is_new)
            (void)unlink(path);
        report_init(&report, &paths, text_from(path));
        (void)config_keep(path_copy(&paths, text_from(path)), TEXT("theme"), themes[i % 2], &report);
        arena_reset(&paths);
    }
}

/* Microseconds that keeping a theme takes here: kills come within some of that. */
static size_t time_of_one(const char *path)
{
    struct timespec begun, ended;
    Report report;
    long taken;

    report_init(&report, &paths, text_from(path));
    (void)clock_gettime(CLOCK_MONOTONIC, &begun);
    (void)config_keep(path_copy(&paths, text_from(path)), TEXT("theme"), TEXT("nord"), &report);
    (void)clock_gettime(CLOCK_MONOTONIC, &ended);
    taken = (ended.tv_sec - begun.tv_sec) * 1000000 + (ended.tv_nsec - begun.tv_nsec) / 1000;
    return taken < 500 ? 500 : (size_t)taken;
}

/* Kill a writer of the configuration after so many microseconds; false: there is no process. */
static bool kill_after(const char *path, bool is_new, size_t microseconds)
{
    struct timespec moment = {(time_t)(microseconds / 1000000), (long)(microseconds % 1000000) * 1000};
    pid_t child = fork();
    int status;

    if (child == 0)
        keep_themes(path, is_new);
    if (child < 2)
        return false;
    (void)nanosleep(&moment, NULL);
    process_signal(child, SIGKILL);
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

static bool is_one_of(Text found, Text first, Text second, Text third)
{
    return text_equal(found, first) || text_equal(found, second) || text_equal(found, third);
}

/* A configuration that is made: it is there and whole, or not there. */
static void test_kills_of_new(void)
{
    size_t kills = torture_is_long() ? 1000 : 50, wrong = 0, left = 0, made = 0;
    unsigned long seed = random_begin(17);
    char path[FOLDER_BYTES + 32];
    size_t taken;

    (void)snprintf(path, sizeof path, "%s/config.yaml", folder);
    taken = time_of_one(path);
    (void)fflush(stdout);
    for (size_t i = 0; i < kills || (i < LONGEST * kills && !(left && made)); i++) {
        Text found = {0};

        if (!kill_after(path, true, random_below(SPAN * taken))) {
            wrong++;
            break;
        }
        left += others("config.yaml").size > 0;
        made += vector_read(&paths, path, &found);
        wrong += !is_one_of(found, (Text){0}, TEXT("theme: nord\n"), TEXT("theme: gruvbox\n")) ||
                 (found.size == 0 && access(path, F_OK) == 0);
        file_sweep(&paths, path);
        wrong += others("config.yaml").size > 0;
        arena_reset(&paths);
    }
    ok(wrong == 0, "%zu kills: a new file is whole or not there, and after the next start nothing is beside it (%zu wrong; SEED=%lu)",
       kills, wrong, seed);
    ok(left > 0 && made > 0, "%zu of them while it was written, %zu when it was there", left, made);
    empty_folder();
}

static void test_kills(void)
{
    size_t kills = torture_is_long() ? 1000 : 50, wrong = 0, left = 0, changed = 0, taken;
    unsigned long seed = random_begin(13);
    const char *path;
    Text source, one, two, found = {0}, last;
    char name[FOLDER_BYTES + 32];
    Arena kept;

    (void)snprintf(name, sizeof name, "%s/config.yaml", folder);
    path = name;
    source = config_naming("paper");
    one = config_naming("nord");
    two = config_naming("gruvbox");
    put_file("config.yaml", source.bytes);
    taken = time_of_one(path);
    put_file("config.yaml", source.bytes);
    last = source;
    kept = paths; /* the texts above outlive what the loop asks for */
    paths = (Arena){0};
    (void)fflush(stdout);
    for (size_t i = 0; i < kills || (i < LONGEST * kills && !(left && changed)); i++) {
        if (!kill_after(path, false, random_below(SPAN * taken))) {
            wrong++;
            break;
        }
        left += others("config.yaml").size > 0;
        if (!vector_read(&paths, path, &found) || !is_one_of(found, source, one, two))
            wrong++;
        changed += !text_equal(found, last);
        last = text_equal(found, one) ? one : two;
        file_sweep(&paths, path);
        if (others("config.yaml").size > 0)
            wrong++;
        arena_reset(&paths);
    }
    ok(wrong == 0,
       "%zu kills: the file is whole, old or new, and after the next start nothing is beside it (%zu wrong; SEED=%lu)",
       kills, wrong, seed);
    ok(left > 0 && changed > 0, "%zu of them while it was written, %zu with another theme then", left, changed);
    arena_release(&kept);
    empty_folder();
}

int main(void)
{
    const char *build = getenv("BUILDDIR");
    char here[FOLDER_BYTES / 2];

    if (!build && !getcwd(here, sizeof here))
        return EXIT_FAILURE;
    (void)snprintf(folder, sizeof folder, "%s/tests/file-write.tmp", build ? build : here);
    (void)mkdir(folder, 0777);
    empty_folder();
    test_modes();
    test_links();
    test_no_files();
    test_long_name();
    test_users();
    test_space();
    test_failures();
    test_reading();
    test_changed_meanwhile();
    test_left();
    test_several();
    test_kills();
    test_kills_of_new();
    ok(rmdir(folder) == 0, "the folder is empty");
    arena_release(&paths);
    return tap_done();
}
