/*
 * Calls of the system that fail when they are told to: a library that is loaded before the others (LD_PRELOAD), where a program asks for
 * them by name. What fails stands in FAILING, one or more of these, apart by commas:
 *
 *     malloc:37             the 37th allocation (malloc, calloc and realloc count together)
 *     malloc:37+            that and all after it
 *     read@0:2:EIO          the second read of descriptor 0
 *     write@1:1+:short      each write to descriptor 1 takes one byte
 *     posix_openpt:1+:ENOENT
 *     write@1:3:TERM        SIGTERM comes just before the third write to descriptor 1, which does not fail
 *     tcgetattr:2:TSTP      SIGTSTP comes when half of what the second tcgetattr returns is written
 *     tcsetattr:4:^C        SIGINT comes as from a key of the terminal, not as one that is sent
 *
 * Without an error's name a call fails with its usual one, in the table below. The first time that one fails, a line "CALL NUMBER" is added
 * to the file FAILING_LOG, if that is set (it is opened at the start, since the program may give up the right later): without a line, the
 * program made fewer calls than that. For an allocation it also names the program or library that asked for it ("malloc 37 libtinfo.so.6").
 * A line "kill PROCESS" is written for
 * each signal to a process id below 2, which would reach more than one process, and the signal is not sent: such a call always fails.
 *
 * What the C library calls inside itself (the write of a stdio stream, for one) does not pass here.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#include "base/count_of.h"

#ifdef WITHOUT_MEMORY /* a sanitizer has malloc already */
#define MEMORY(CALL)
#else
#define MEMORY(CALL) CALL(malloc, ENOMEM)
#endif

/* CALL(name, the error that it usually fails with) */
#define CALLS(CALL)            \
    MEMORY(CALL)               \
    CALL(open, EACCES)         \
    CALL(read, EIO)            \
    CALL(write, ENOSPC)        \
    CALL(close, EIO)           \
    CALL(fsync, EIO)           \
    CALL(rename, EACCES)       \
    CALL(mkstemp, EACCES)      \
    CALL(fchmod, EPERM)        \
    CALL(fchown, EPERM)        \
    CALL(mmap, ENOMEM)         \
    CALL(fork, EAGAIN)         \
    CALL(pipe, EMFILE)         \
    CALL(posix_openpt, ENOENT) \
    CALL(grantpt, EACCES)      \
    CALL(unlockpt, EINVAL)     \
    CALL(ptsname, ENOTTY)      \
    CALL(openpty, ENOENT)      \
    CALL(forkpty, ENOENT)      \
    CALL(poll, ENOMEM)         \
    CALL(tcgetattr, EIO)       \
    CALL(tcsetattr, EIO)       \
    CALL(prctl, EPERM)         \
    CALL(kill, EPERM)

typedef enum Call {
#define CALL(name, error) CALL_##name,
    CALLS(CALL) CALL_COUNT
#undef CALL
} Call;

static const struct {
    const char *name;
    int error;
} calls[CALL_COUNT] = {
#define CALL(name, error) {#name, error},
    CALLS(CALL)
#undef CALL
};

static const struct {
    const char *name;
    int error;
} errors[] = {
    {"EACCES", EACCES}, {"EAGAIN", EAGAIN}, {"EBADF", EBADF},   {"EDQUOT", EDQUOT}, {"EFBIG", EFBIG},
    {"EINTR", EINTR},   {"EINVAL", EINVAL}, {"EIO", EIO},       {"EISDIR", EISDIR}, {"EMFILE", EMFILE},
    {"ENOENT", ENOENT}, {"ENOMEM", ENOMEM}, {"ENOSPC", ENOSPC}, {"EPERM", EPERM},   {"EPIPE", EPIPE},
    {"EROFS", EROFS},   {"EXDEV", EXDEV},
};

static const struct {
    const char *name;
    int number;
    bool is_key;
} signals[] = {{"TERM", SIGTERM, false}, {"TSTP", SIGTSTP, false}, {"^C", SIGINT, true}};

enum { SHORT = -1, ANY_DESCRIPTOR = -1, MOST_RULES = 16, MOST_CALLERS = 16, LOG_DESCRIPTOR_LEAST = 200 };

typedef struct Rule {
    Call call;
    int descriptor; /* ANY_DESCRIPTOR, or the one that it is about */
    long from;      /* the number of the call, from 1 */
    int error;      /* SHORT: it does one byte of its work */
    int signal;     /* 0, or what comes then; and the call does not fail */
    long seen;
    bool on;     /* it fails from that call on, not at it alone */
    bool is_key; /* the signal is one of the terminal's */
    bool told;
} Rule;

static Rule rules[MOST_RULES];
static size_t rule_count;
static bool active;
static long log_descriptor = -1;

/* ---- what the real calls are ---- */

static void *find_real(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

/* A pointer to an object becomes one to a function, which ISO C has no cast for. */
#define REAL(name)                                        \
    static __typeof__(name) *real_##name;                 \
    if (!real_##name) {                                   \
        void *found = find_real(#name);                   \
        memcpy(&real_##name, &found, sizeof real_##name); \
    }

/* ---- the rules ---- */

static bool read_call(const char **at, Rule *rule)
{
    for (size_t i = 0; i < CALL_COUNT; i++) {
        size_t size = strlen(calls[i].name);

        if (strncmp(*at, calls[i].name, size) == 0 && ((*at)[size] == ':' || (*at)[size] == '@')) {
            *rule = (Rule){.call = (Call)i, .descriptor = ANY_DESCRIPTOR, .error = calls[i].error};
            *at += size;
            return true;
        }
    }
    return false;
}

static bool read_error(const char **at, Rule *rule)
{
    size_t size = strcspn(*at, ",");
    bool known = size == 5 && strncmp(*at, "short", 5) == 0;

    if (known)
        rule->error = SHORT;
    for (size_t i = 0; i < COUNT_OF(errors); i++) {
        if (strlen(errors[i].name) == size && strncmp(*at, errors[i].name, size) == 0) {
            rule->error = errors[i].error;
            known = true;
        }
    }
    for (size_t i = 0; i < COUNT_OF(signals); i++) {
        if (strlen(signals[i].name) == size && strncmp(*at, signals[i].name, size) == 0) {
            rule->signal = signals[i].number;
            rule->is_key = signals[i].is_key;
            known = true;
        }
    }
    *at += size;
    return known;
}

static bool read_rule(const char **at, Rule *rule)
{
    char *end;

    if (!read_call(at, rule))
        return false;
    if (**at == '@') {
        rule->descriptor = (int)strtol(*at + 1, &end, 10);
        *at = end;
    }
    if (**at != ':')
        return false;
    rule->from = strtol(*at + 1, &end, 10);
    *at = end;
    rule->on = **at == '+';
    *at += rule->on;
    if (**at == ':') {
        *at += 1;
        return read_error(at, rule);
    }
    return rule->from > 0;
}

static void say(const char *what)
{
    (void)syscall(SYS_write, STDERR_FILENO, what, strlen(what));
}

/* By a number that no test counts on. */
static void open_log(void)
{
    const char *path = getenv("FAILING_LOG");
    long file = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666) : -1;

    if (file < 0)
        return;
    log_descriptor = syscall(SYS_fcntl, file, F_DUPFD_CLOEXEC, LOG_DESCRIPTOR_LEAST);
    (void)syscall(SYS_close, file);
}

/* Programs that this one starts inherit it: they are its parts, as tmux is of a test. */
__attribute__((constructor)) static void start(void)
{
    const char *at = getenv("FAILING");

    open_log();
    while (at && *at) {
        if (rule_count == MOST_RULES || !read_rule(&at, &rules[rule_count]) || (*at && *at != ',')) {
            say("failing: FAILING is not understood\n");
            _exit(99);
        }
        rule_count++;
        at += *at == ',';
    }
    active = true;
}

/* The file that the code at an address comes from, without its folder; empty: not known. */
static const char *object_of(const void *address)
{
    const char *name, *last;
    Dl_info info;

    if (dladdr(address, &info) == 0 || !info.dli_fname)
        return "";
    name = info.dli_fname;
    last = strrchr(name, '/');
    return last ? last + 1 : name;
}

/* Who asked for what fails: the nearest caller that is neither this library nor the C library, whose strdup allocates for others. */
static const char *find_asker(void)
{
    void *callers[MOST_CALLERS];
    int count = backtrace(callers, MOST_CALLERS);
    const char *own = object_of(callers[0]), *name = "";

    for (int i = 1; i < count && (!*name || strcmp(name, own) == 0 || strncmp(name, "libc.", 5) == 0); i++)
        name = object_of(callers[i]);
    return name;
}

static void note(const char *name, long number)
{
    const char *object = log_descriptor >= 0 && strcmp(name, "malloc") == 0 ? find_asker() : "";
    char line[256];
    int size = snprintf(line, sizeof line, "%s %ld%s%.200s\n", name, number, *object ? " " : "", object);

    if (log_descriptor >= 0)
        (void)syscall(SYS_write, log_descriptor, line, (size_t)size);
}

/* A process may give itself signals that look as the kernel's own. */
static void send(const Rule *rule)
{
    siginfo_t key = {.si_signo = rule->signal, .si_code = SI_KERNEL};

    if (rule->is_key)
        (void)syscall(SYS_rt_sigqueueinfo, getpid(), rule->signal, &key);
    else
        (void)raise(rule->signal);
}

/* Does this call fail? Then errno says why; SHORT: it may do one byte. 0: it does not. */
static int fails(Call call, int descriptor)
{
    for (size_t i = 0; active && i < rule_count; i++) {
        Rule *rule = &rules[i];

        if (rule->call != call || (rule->descriptor != ANY_DESCRIPTOR && rule->descriptor != descriptor))
            continue;
        rule->seen++;
        if (rule->on ? rule->seen < rule->from : rule->seen != rule->from)
            continue;
        if (!rule->told) {
            rule->told = true;
            active = false; /* what the note needs does not fail */
            note(calls[call].name, rule->seen);
            active = true;
        }
        if (rule->signal) {
            send(rule);
            return 0;
        }
        if (rule->error != SHORT)
            errno = rule->error;
        return rule->error;
    }
    return 0;
}

/* ---- memory ---- */

#ifndef WITHOUT_MEMORY

/* dlsym allocates before there is a real malloc: from here, and it is never given back. */
static _Alignas(max_align_t) char early[1 << 14];
static size_t early_used;

static void *early_alloc(size_t size)
{
    size_t padded = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);

    if (padded > sizeof early - early_used)
        return NULL;
    early_used += padded;
    return early + early_used - padded;
}

static bool is_early(const void *block)
{
    const char *byte = block;

    return byte >= early && byte < early + sizeof early;
}

static bool looking;

void *malloc(size_t size)
{
    if (looking)
        return early_alloc(size);
    looking = true;
    REAL(malloc)
    looking = false;
    return fails(CALL_malloc, ANY_DESCRIPTOR) ? NULL : real_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    if (looking) /* these bytes are zeroes from the start */
        return early_alloc(count * size);
    looking = true;
    REAL(calloc)
    looking = false;
    return fails(CALL_malloc, ANY_DESCRIPTOR) ? NULL : real_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    void *moved;

    looking = true;
    REAL(realloc)
    looking = false;
    if (!is_early(block))
        return fails(CALL_malloc, ANY_DESCRIPTOR) ? NULL : real_realloc(block, size);
    moved = malloc(size);
    if (moved) {
        size_t room = (size_t)(early + sizeof early - (char *)block);

        memcpy(moved, block, size < room ? size : room);
    }
    return moved;
}

void free(void *block)
{
    if (is_early(block))
        return;
    looking = true;
    REAL(free)
    looking = false;
    real_free(block);
}

#endif

/* ---- files ---- */

static mode_t mode_of(int flags, va_list arguments)
{
    return flags & (O_CREAT | O_TMPFILE) ? (mode_t)va_arg(arguments, int) : 0;
}

#define OPEN(name)                                                                     \
    int name(const char *path, int flags, ...)                                         \
    {                                                                                  \
        va_list arguments;                                                             \
        mode_t mode;                                                                   \
        REAL(name)                                                                     \
        va_start(arguments, flags);                                                    \
        mode = mode_of(flags, arguments);                                              \
        va_end(arguments);                                                             \
        return fails(CALL_open, ANY_DESCRIPTOR) ? -1 : real_##name(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

ssize_t read(int descriptor, void *bytes, size_t size)
{
    int failure = fails(CALL_read, descriptor);
    REAL(read)

    return failure > 0 ? -1 : real_read(descriptor, bytes, failure && size ? 1 : size);
}

/* What read is where the library is built with _FORTIFY_SOURCE. */
ssize_t __read_chk(int descriptor, void *bytes, size_t size, size_t room);
ssize_t __read_chk(int descriptor, void *bytes, size_t size, size_t room)
{
    if (size > room)
        abort();
    return read(descriptor, bytes, size);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    int failure = fails(CALL_write, descriptor);
    REAL(write)

    return failure > 0 ? -1 : real_write(descriptor, bytes, failure && size ? 1 : size);
}

/* It is closed all the same, as Linux does it. */
int close(int descriptor)
{
    int failure = fails(CALL_close, descriptor), error = errno, status;
    REAL(close)

    status = real_close(descriptor);
    if (!failure)
        return status;
    errno = error;
    return -1;
}

/* SIMPLE(type, name, parameters, arguments, what it returns when it fails, the descriptor) */
#define SIMPLE(type, name, parameters, arguments, failed, descriptor)             \
    type name parameters                                                          \
    {                                                                             \
        REAL(name)                                                                \
        return fails(CALL_##name, descriptor) ? (failed) : real_##name arguments; \
    }
SIMPLE(void *, mmap, (void *where, size_t size, int protection, int flags, int descriptor, off_t offset),
       (where, size, protection, flags, descriptor, offset), MAP_FAILED, descriptor)
SIMPLE(int, fsync, (int descriptor), (descriptor), -1, descriptor)
SIMPLE(int, rename, (const char *from, const char *to), (from, to), -1, ANY_DESCRIPTOR)
SIMPLE(int, mkstemp, (char *path), (path), -1, ANY_DESCRIPTOR)
SIMPLE(int, fchmod, (int descriptor, mode_t mode), (descriptor, mode), -1, descriptor)
SIMPLE(int, fchown, (int descriptor, uid_t user, gid_t group), (descriptor, user, group), -1, descriptor)

/* ---- processes and terminals ---- */

SIMPLE(pid_t, fork, (void), (), -1, ANY_DESCRIPTOR)
SIMPLE(int, pipe, (int ends[2]), (ends), -1, ANY_DESCRIPTOR)
SIMPLE(int, posix_openpt, (int flags), (flags), -1, ANY_DESCRIPTOR)
SIMPLE(int, grantpt, (int master), (master), -1, master)
SIMPLE(int, unlockpt, (int master), (master), -1, master)
SIMPLE(char *, ptsname, (int master), (master), NULL, master)
SIMPLE(int, openpty, (int *master, int *slave, char *name, const struct termios *settings, const struct winsize *size),
       (master, slave, name, settings, size), -1, ANY_DESCRIPTOR)
SIMPLE(int, forkpty, (int *master, char *name, const struct termios *settings, const struct winsize *size),
       (master, name, settings, size), -1, ANY_DESCRIPTOR)

SIMPLE(int, poll, (struct pollfd * files, nfds_t count, int wait_ms), (files, count, wait_ms), -1,
       count ? files[0].fd : ANY_DESCRIPTOR)
SIMPLE(int, tcsetattr, (int terminal, int when, const struct termios *settings), (terminal, when, settings), -1,
       terminal)

/* The C library writes what the system tells member by member: a signal may come between two of them. */
int tcgetattr(int terminal, struct termios *settings)
{
    struct termios whole;
    int status;
    REAL(tcgetattr)

    status = real_tcgetattr(terminal, &whole);
    if (status == 0) {
        settings->c_iflag = whole.c_iflag;
        settings->c_oflag = whole.c_oflag;
    }
    if (fails(CALL_tcgetattr, terminal))
        return -1;
    if (status == 0)
        *settings = whole;
    return status;
}

int prctl(int option, ...)
{
    unsigned long values[4];
    va_list arguments;
    REAL(prctl)

    va_start(arguments, option);
    for (size_t i = 0; i < COUNT_OF(values); i++)
        values[i] = va_arg(arguments, unsigned long);
    va_end(arguments);
    return fails(CALL_prctl, ANY_DESCRIPTOR) ? -1 : real_prctl(option, values[0], values[1], values[2], values[3]);
}

int kill(pid_t process, int number)
{
    REAL(kill)
    if (process < 2) {
        note("kill", process);
        errno = EPERM;
        return -1;
    }
    return fails(CALL_kill, ANY_DESCRIPTOR) ? -1 : real_kill(process, number);
}
