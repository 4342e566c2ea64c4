/*
 * Says in whose code a program crashed, preloaded beside failing.c: the first frame that is not the C library's names its file in CRASH_SITE. What
 * an own allocation that fails does inside another library cannot be helped by the program; what it does in its own frames can.
 *
 * The handlers of the program are kept, and put in place once the site is written: the instruction is executed again, and fails again, in front
 * of them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/count_of.h"
#include "frames.h"

static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
enum { FATAL = COUNT_OF(fatal) };

typedef int SigactionFunction(int number, const struct sigaction *action, struct sigaction *before);
static SigactionFunction *real_sigaction;
static struct sigaction wanted[FATAL]; /* by the program */
static bool told;

static int row_of(int number)
{
    for (int i = 0; i < FATAL; i++) {
        if (fatal[i] == number)
            return i;
    }
    return -1;
}

static void tell(const char *what)
{
    const char *path = getenv("CRASH_SITE");
    long file = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666) : -1;

    if (file < 0)
        return;
    (void)syscall(SYS_write, file, what, strlen(what));
    (void)syscall(SYS_write, file, "\n", (size_t)1);
    (void)syscall(SYS_close, file);
}

static void on_fatal_signal(int number)
{
    int row = row_of(number);

    if (!told) {
        told = true;
        tell(frames_owner());
    }
    (void)real_sigaction(number, &wanted[row], NULL);
    if (number == SIGABRT)
        (void)raise(number); /* abort() does not try again before the handlers */
}

static void find_real(void)
{
    void *found = real_sigaction ? NULL : dlsym(RTLD_NEXT, "sigaction");

    if (found)
        memcpy(&real_sigaction, &found, sizeof real_sigaction);
}

static void put_ours(int number)
{
    struct sigaction ours = {.sa_handler = on_fatal_signal, .sa_flags = SA_ONSTACK};

    (void)sigfillset(&ours.sa_mask);
    (void)real_sigaction(number, &ours, NULL);
}

__attribute__((constructor)) static void start(void)
{
    (void)frames_owner(); /* while there is memory */
    find_real();
    for (size_t i = 0; i < FATAL; i++)
        put_ours(fatal[i]);
}

int sigaction(int number, const struct sigaction *action, struct sigaction *before)
{
    int row = row_of(number);

    find_real();
    if (row < 0 || told)
        return real_sigaction(number, action, before);
    if (before)
        *before = wanted[row];
    if (action)
        wanted[row] = *action;
    return 0;
}
