/*
 * A response is over when nothing was written for a while and the program sleeps; the time that counts is that of its last byte, so
 * that the while itself is never part of a figure.
 */
#include "config.h"

#include "bench/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "process.h"

double now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* In the child: the other side becomes its terminal. */
static void become(const char *terminal, char *const *arguments)
{
    struct winsize size = {.ws_row = PTY_ROWS, .ws_col = PTY_COLUMNS};
    int descriptor;

    (void)setsid();
    descriptor = open(terminal, O_RDWR);
    if (descriptor < 0)
        _exit(126);
    (void)ioctl(descriptor, TIOCSCTTY, 0);
    (void)ioctl(descriptor, TIOCSWINSZ, &size);
    for (int target = STDIN_FILENO; target <= STDERR_FILENO; target++)
        (void)dup2(descriptor, target);
    if (descriptor > STDERR_FILENO)
        (void)close(descriptor);
    (void)setenv("TERM", "xterm-256color", 1);
    (void)execvp(arguments[0], arguments);
    _exit(127);
}

bool pty_start(Pty *pty, char *const *arguments)
{
    const char *terminal;

    memset(pty, 0, sizeof *pty);
    pty->master = posix_openpt(O_RDWR | O_NOCTTY);
    if (pty->master < 0 || grantpt(pty->master) != 0 || unlockpt(pty->master) != 0)
        return false;
    terminal = ptsname(pty->master);
    pty->started_ms = pty->last_ms = now_ms();
    pty->process = terminal ? fork() : -1;
    if (pty->process == 0)
        become(terminal, arguments);
    return pty->process > 0;
}

/* A terminal answers when it is asked for its attributes (DA1). */
static void answer(const Pty *pty, const char *bytes, size_t size)
{
    static const char question[] = "\033[c", attributes[] = "\033[?6c";
    ssize_t written = 0;

    for (size_t at = 0; at + sizeof question - 1 <= size && !written; at++) {
        if (memcmp(bytes + at, question, sizeof question - 1) == 0)
            written = write(pty->master, attributes, sizeof attributes - 1);
    }
}

/* Take what the program wrote, waiting at most `wait_ms`. False: nothing came. */
static bool take(Pty *pty, int wait_ms)
{
    struct pollfd descriptor = {.fd = pty->master, .events = POLLIN};
    char bytes[8192];
    ssize_t size;

    if (pty->ended || poll(&descriptor, 1, wait_ms) <= 0)
        return false;
    size = read(pty->master, bytes, sizeof bytes);
    if (size <= 0) {
        pty->ended = size == 0 || errno == EIO;
        return false;
    }
    pty->last_ms = now_ms();
    if (pty->seen_count + (size_t)size > sizeof pty->seen) {
        size_t kept = sizeof pty->seen / 2 < pty->seen_count ? sizeof pty->seen / 2 : pty->seen_count;

        memmove(pty->seen, pty->seen + pty->seen_count - kept, kept);
        pty->seen_count = kept;
    }
    memcpy(pty->seen + pty->seen_count, bytes, (size_t)size);
    pty->seen_count += (size_t)size;
    answer(pty, bytes, (size_t)size);
    return true;
}

static bool has_seen(const Pty *pty, const char *word)
{
    size_t size = strlen(word);

    for (size_t at = 0; at + size <= pty->seen_count; at++) {
        if (memcmp(pty->seen + at, word, size) == 0)
            return true;
    }
    return false;
}

void pty_send(Pty *pty, const char *keys)
{
    size_t size = strlen(keys);

    pty->seen_count = 0;
    pty->started_ms = pty->last_ms = now_ms();
    while (size) {
        ssize_t written = write(pty->master, keys, size);

        if (written <= 0)
            return;
        keys += written;
        size -= (size_t)written;
    }
}

double pty_wait_for(Pty *pty, const char *word, double deadline_ms)
{
    while (!pty->ended && now_ms() - pty->started_ms < deadline_ms) {
        if (take(pty, 50) && has_seen(pty, word))
            return pty->last_ms - pty->started_ms;
    }
    return -1;
}

static bool is_asleep(const Pty *pty)
{
    char path[64], line[512], state = 'S';
    const char *after_name;
    FILE *file;

    (void)snprintf(path, sizeof path, "/proc/%ld/stat", (long)pty->process);
    file = fopen(path, "r");
    if (!file)
        return true;
    if (fgets(line, sizeof line, file) && (after_name = strrchr(line, ')')) != NULL && strlen(after_name) > 2)
        state = after_name[2];
    (void)fclose(file);
    return state != 'R' && state != 'D';
}

double pty_settle(Pty *pty, double quiet_ms, double deadline_ms)
{
    double awake_ms = pty->started_ms;

    while (now_ms() - pty->started_ms < deadline_ms) {
        if (take(pty, 2))
            continue;
        if (pty->ended)
            return pty->last_ms - pty->started_ms;
        if (!is_asleep(pty))
            awake_ms = now_ms();
        else if (now_ms() - pty->last_ms >= quiet_ms && now_ms() - awake_ms >= quiet_ms)
            return pty->last_ms - pty->started_ms;
    }
    return -1;
}

long pty_wakeups(const Pty *pty)
{
    char path[64], line[256];
    long sum = -1, count;
    FILE *file;

    (void)snprintf(path, sizeof path, "/proc/%ld/status", (long)pty->process);
    file = fopen(path, "r");
    if (!file)
        return -1;
    while (fgets(line, sizeof line, file)) {
        const char *colon = strchr(line, ':');

        if (strncmp(line, "voluntary_ctxt_switches:", 24) == 0 && colon) {
            count = strtol(colon + 1, NULL, 10);
            sum = count;
        }
    }
    (void)fclose(file);
    return sum;
}

void pty_end(Pty *pty, double deadline_ms)
{
    double until_ms = now_ms() + deadline_ms;
    pid_t ended = 0;

    while (now_ms() < until_ms && (ended = waitpid(pty->process, NULL, WNOHANG)) == 0) {
        if (!take(pty, 10) && pty->ended)
            (void)poll(NULL, 0, 1);
    }
    if (ended == 0) {
        process_signal(pty->process, SIGKILL);
        (void)waitpid(pty->process, NULL, 0);
    }
    (void)close(pty->master);
}
