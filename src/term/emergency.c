/*
 * What undoes our changes is made ready before the first of them: the bytes from the terminal's entry, without its padding, and the line settings.
 * So a signal at any moment, also in the midst of newterm, finds them whole.
 *
 *     ESC \                 ends a control string or a sequence that was cut off
 *     ESC [ ? 2026 l  …     modes that no entry names
 *     rmir rmacs sgr0 op    insertion, line drawing, attributes and colours
 *     cnorm rmkx rmcup      the cursor, the keypad, the screen that was there before
 *
 * The terminal may take no output: it is stopped, or nobody reads it. It is given EMERGENCY_MS; then what waits to be shown is thrown away, and
 * output that somebody has stopped goes on. Nothing here ever blocks. The flag for that (O_NONBLOCK) belongs to the open file, which the shell
 * has too, and is taken away again at once.
 *
 * Functions that a handler may call: POSIX.1-2008, 2.4.3.
 */
#include "term/emergency.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "term/reports/key_report.h"
#include "term/reports/mouse_report.h"

typedef struct Sequences {
    char bytes[512];
    size_t size;
} Sequences;

enum { NEITHER = -1 };

static struct {
    int input, output;
    struct termios before[2];      /* as it was found: `current` is the one that counts */
    volatile sig_atomic_t current; /* NEITHER: it could not be read */
    struct termios ours;           /* as it was when it was given back */
    bool has_ours;
    Sequences undo, redo;
    volatile sig_atomic_t hold, held; /* a Hold each: now; before it was given back */
    volatile sig_atomic_t putting;
    volatile int flags; /* of the output's open file, while something is put to it */
} emergency = {.input = -1, .output = -1, .current = NEITHER};

/* ---- made ready ---- */

/* A capability without its padding, "$<5>" or "$<2*" and "/>" (terminfo(5)): whole or not at all. */
static void add(Sequences *sequences, const char *capability)
{
    char bytes[sizeof sequences->bytes];
    size_t size = 0;

    if (!capability || capability == (const char *)-1)
        return;
    for (const char *at = capability; *at; at++) {
        const char *end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;

        if (size == sizeof bytes)
            return;
        if (end)
            at = end;
        else
            bytes[size++] = *at;
    }
    if (size > sizeof sequences->bytes - sequences->size)
        return;
    memcpy(sequences->bytes + sequences->size, bytes, size);
    sequences->size += size;
}

/* Without a second screen the prompt comes below what is shown, as curses has it. */
static void add_leave_screen(Sequences *sequences)
{
    if (exit_ca_mode)
        add(sequences, exit_ca_mode);
    else if (cursor_address && lines > 0)
        add(sequences, tiparm(cursor_address, lines - 1, 0));
}

void emergency_prepare(bool asked, bool keys, bool reports, bool mouse, bool hyperlinks)
{
    bool ecma = cursor_address && strncmp(cursor_address, "\033[", 2) == 0;

    emergency.undo.size = emergency.redo.size = 0;
    if (ecma)
        add(&emergency.undo, "\033\\");
    if (hyperlinks)
        add(&emergency.undo, "\033]8;;\033\\");
    if (asked)
        add(&emergency.undo, "\033[?2026l\033[?2031l");
    if (keys)
        add(&emergency.undo, KEY_REPORTS_NOT);
    if (ecma && reports)
        add(&emergency.undo, "\033[?2004l");
    if (ecma && reports && mouse)
        add(&emergency.undo, MOUSE_REPORTS_NOT);
    add(&emergency.undo, exit_insert_mode);
    add(&emergency.undo, exit_alt_charset_mode);
    add(&emergency.undo, exit_attribute_mode);
    add(&emergency.undo, orig_pair);
    add(&emergency.undo, cursor_normal);
    add(&emergency.undo, keypad_local);
    add_leave_screen(&emergency.undo);
    add(&emergency.redo, enter_ca_mode);
}

void emergency_begin(int input, int output)
{
    emergency.input = input;
    emergency.output = output;
}

/* A signal that comes while they are read finds those from before whole. */
static void remember_line(void)
{
    sig_atomic_t other = emergency.current == 0;

    emergency.current = tcgetattr(emergency.input, &emergency.before[other]) == 0 ? other : NEITHER;
}

void emergency_hold(Hold hold)
{
    if (emergency.hold == HOLD_NOTHING && hold != HOLD_NOTHING)
        remember_line();
    emergency.hold = (sig_atomic_t)hold;
}

/* ---- in a handler ---- */

typedef enum Attempt { ATTEMPT_WAIT, ATTEMPT_THROW_AWAY, ATTEMPT_GO_ON, ATTEMPT_NONE } Attempt;

/* False: there is none. */
static bool make_room(int output, Attempt attempt)
{
    struct pollfd room = {.fd = output, .events = POLLOUT};

    switch (attempt) {
    case ATTEMPT_WAIT:
        (void)poll(&room, 1, EMERGENCY_MS);
        return true;
    case ATTEMPT_THROW_AWAY:
        return tcflush(output, TCOFLUSH) == 0;
    case ATTEMPT_GO_ON:
        return tcflow(output, TCOON) == 0;
    case ATTEMPT_NONE:
        break;
    }
    return false;
}

static void put_unblocked(int output, const char *bytes, size_t size)
{
    Attempt attempt = ATTEMPT_WAIT;
    size_t at = 0;

    while (at < size) {
        ssize_t written = write(output, bytes + at, size - at);

        if (written > 0) {
            at += (size_t)written;
        } else if (written == 0 || errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!make_room(output, attempt))
                return;
            at = attempt == ATTEMPT_THROW_AWAY ? 0 : at; /* our own beginning with it */
            attempt++;
        } else if (errno != EINTR) {
            return;
        }
    }
}

/* A signal that ends the program may find one that stops it in here: the flags to go back to are those from before both. */
static void put(int output, const char *bytes, size_t size)
{
    int flags = emergency.putting ? emergency.flags : fcntl(output, F_GETFL);

    if (flags < 0)
        return;
    emergency.flags = flags;
    emergency.putting = 1;
    if (fcntl(output, F_SETFL, flags | O_NONBLOCK) == 0) {
        put_unblocked(output, bytes, size);
        (void)fcntl(output, F_SETFL, flags);
    }
    emergency.putting = 0;
}

bool emergency_in_background(void)
{
    pid_t group = tcgetpgrp(emergency.input);

    return group >= 0 && group != getpgrp(); /* negative: no terminal of ours, which has no jobs */
}

/* Something is held. */
static bool is_needed(void)
{
    return emergency.hold != HOLD_NOTHING;
}

void emergency_restore_line(void)
{
    if (is_needed() && emergency.current != NEITHER)
        (void)tcsetattr(emergency.input, TCSANOW, &emergency.before[emergency.current]);
}

bool emergency_give_back(void)
{
    if (!is_needed() || emergency_in_background())
        return false;
    emergency.has_ours = tcgetattr(emergency.input, &emergency.ours) == 0;
    if (emergency.hold == HOLD_SCREEN)
        put(emergency.output, emergency.undo.bytes, emergency.undo.size);
    emergency_restore_line();
    emergency.held = emergency.hold;
    emergency.hold = HOLD_NOTHING; /* last: a signal meanwhile gives back once more */
    return true;
}

void emergency_take_again(void)
{
    remember_line();
    emergency.hold = emergency.held; /* before the first change, and after what it is undone by */
    if (emergency.has_ours)
        (void)tcsetattr(emergency.input, TCSANOW, &emergency.ours);
    if (emergency.hold == HOLD_SCREEN)
        put(emergency.output, emergency.redo.bytes, emergency.redo.size);
}

_Noreturn void emergency_end(const char *why)
{
    (void)emergency_give_back();
    put(STDERR_FILENO, why, strlen(why));
    _exit(2);
}
