/*
 * A response is over when nothing was written for a while and the program sleeps; the time that counts is that of its last byte, so
 * that the while itself is never part of a figure.
 */
#include "bench/timed.h"

#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "torture/proc.h"

/* A terminal answers when it is asked for its attributes (DA1). */
static void answer(Timed *timed, const char *bytes, size_t size)
{
    static const char question[] = "\033[c";

    for (size_t at = 0; at + sizeof question - 1 <= size; at++) {
        if (memcmp(bytes + at, question, sizeof question - 1) == 0) {
            pty_send(&timed->pty, "\033[?6c");
            return;
        }
    }
}

/* The last half of what was seen is kept where there is no room for more. */
static void received(void *context, const char *bytes, size_t size)
{
    Timed *timed = context;

    timed->last_ms = exact_ms();
    if (timed->seen_count + size > sizeof timed->seen) {
        size_t kept = sizeof timed->seen / 2 < timed->seen_count ? sizeof timed->seen / 2 : timed->seen_count;

        memmove(timed->seen, timed->seen + timed->seen_count - kept, kept);
        timed->seen_count = kept;
    }
    memcpy(timed->seen + timed->seen_count, bytes, size);
    timed->seen_count += size;
    answer(timed, bytes, size);
}

Timed *timed_start(char *const *arguments)
{
    static Timed timed;

    if (pty_missing())
        return NULL;
    memset(&timed, 0, sizeof timed);
    timed.pty.received = received;
    timed.pty.context = &timed;
    timed.started_ms = timed.last_ms = exact_ms();
    pty_start(&timed.pty, "xterm-256color", TIMED_ROWS, TIMED_COLUMNS, NULL, arguments);
    return &timed;
}

static bool has_seen(const Timed *timed, const char *word)
{
    size_t size = strlen(word);

    for (size_t at = 0; at + size <= timed->seen_count; at++) {
        if (memcmp(timed->seen + at, word, size) == 0)
            return true;
    }
    return false;
}

void timed_send(Timed *timed, const char *keys)
{
    size_t size = strlen(keys);

    timed->seen_count = 0;
    timed->started_ms = timed->last_ms = exact_ms();
    while (size) {
        ssize_t written = write(timed->pty.master, keys, size);

        if (written <= 0)
            return;
        keys += written;
        size -= (size_t)written;
    }
}

double timed_wait_for(Timed *timed, const char *word, double deadline_ms)
{
    PtyChange change = PTY_NOTHING;

    while (change != PTY_ENDED && exact_ms() - timed->started_ms < deadline_ms) {
        change = pty_take(&timed->pty, 50);
        if (change != PTY_NOTHING && has_seen(timed, word))
            return timed->last_ms - timed->started_ms;
    }
    return -1;
}

double timed_settle(Timed *timed, double quiet_ms, double deadline_ms)
{
    double awake_ms = timed->started_ms;

    while (exact_ms() - timed->started_ms < deadline_ms) {
        PtyChange change = pty_take(&timed->pty, 2);
        double now = exact_ms();

        if (change == PTY_ENDED)
            return timed->last_ms - timed->started_ms;
        if (change != PTY_NOTHING)
            continue;
        if (!proc_is_asleep(timed->pty.process))
            awake_ms = now;
        else if (now - timed->last_ms >= quiet_ms && now - awake_ms >= quiet_ms)
            return timed->last_ms - timed->started_ms;
    }
    return -1;
}

long timed_wakeups(const Timed *timed)
{
    return proc_wakeups(timed->pty.process);
}

void timed_end(Timed *timed, double deadline_ms)
{
    double until_ms = exact_ms() + deadline_ms;

    while (exact_ms() < until_ms && pty_take(&timed->pty, 10) != PTY_ENDED)
        continue;
    pty_release(&timed->pty);
}
