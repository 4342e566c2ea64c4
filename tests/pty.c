/* A pseudo-terminal by POSIX alone: posix_openpt, a session of its own, the slave as its controlling terminal. */
#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "process.h"

/* A change of the program's state: its process, what waitpid says, and whether the terminal that it shares with the leader was left non-blocking. */
typedef struct Change {
    pid_t process;
    int status;
    bool unblocked;
} Change;

static void run_program(const Pty *pty, int terminal, const char *term, const char *input, char *const arguments[])
{
    int standard_input = input ? open(input, O_RDONLY) : terminal;

    for (int number = 1; number < NSIG; number++)
        (void)signal(number, SIG_DFL); /* a shell lets what it starts with "&" ignore INT and QUIT */
    (void)setpgid(0, 0);
    (void)signal(SIGTTOU, SIG_IGN);
    (void)tcsetpgrp(terminal, getpid());
    (void)signal(SIGTTOU, SIG_DFL);
    (void)dup2(standard_input, STDIN_FILENO);
    (void)dup2(terminal, STDOUT_FILENO);
    (void)dup2(terminal, STDERR_FILENO);
    (void)setenv("TERM", term, 1);
    (void)unsetenv("NO_COLOR");
    (void)unsetenv("HOME"); /* no configuration, nothing remembered */
    (void)unsetenv("XDG_CONFIG_HOME");
    (void)unsetenv("XDG_DATA_HOME");
    (void)unsetenv("XDG_STATE_HOME");
    if (pty->prepare)
        pty->prepare(pty->context);
    (void)execvp(arguments[0], arguments);
    _exit(127);
}

/* An end of a pipe that a test holds would stay open as long as the leader lives. */
static void close_others(int terminal, int reports)
{
    enum { FIRST = 3, LAST = 64 };

    for (int i = FIRST; i < LAST; i++) {
        if (i != terminal && i != reports)
            (void)close(i);
    }
}

/* The leader tells each stop and the end, and ends with it. */
static void run_leader(const Pty *pty, const char *slave, int reports, const char *term, const char *input,
                       char *const arguments[])
{
    Change change = {0};
    int terminal, runs[2];
    char byte;
    ssize_t written;

    (void)setsid();
    terminal = open(slave, O_RDWR);
    if (terminal < 0)
        _exit(126);
#ifdef TIOCSCTTY
    (void)ioctl(terminal, TIOCSCTTY, 0);
#endif
    (void)signal(SIGHUP, SIG_IGN);
    if (pipe(runs) != 0)
        _exit(126);
    (void)fcntl(runs[1], F_SETFD, FD_CLOEXEC);
    change.process = fork();
    if (change.process == 0)
        run_program(pty, terminal, term, input, arguments);
    (void)close(runs[1]);
    while (read(runs[0], &byte, 1) > 0) /* until it is that program */
        continue;
    close_others(terminal, reports);
    written = write(reports, &change, sizeof change); /* first: who it is; -1: nobody */
    while (change.process > 0 && waitpid(change.process, &change.status, WUNTRACED) == change.process) {
        change.unblocked = fcntl(terminal, F_GETFL) & O_NONBLOCK;
        written = write(reports, &change, sizeof change);
        if (!WIFSTOPPED(change.status))
            break;
    }
    (void)written;
    (void)close(terminal);
    _exit(0);
}

/* The master of a new pseudo-terminal, and in `slave` the path of the terminal. False: `errno` says why. */
static bool open_terminal(int *master, const char **slave)
{
    *master = posix_openpt(O_RDWR | O_NOCTTY);
    *slave = *master >= 0 && grantpt(*master) == 0 && unlockpt(*master) == 0 ? ptsname(*master) : NULL;
    return *slave != NULL;
}

static void type(Pty *pty, const char *keys)
{
    ssize_t written = write(pty->master, keys, strlen(keys));

    (void)written; /* it may have ended, which the test will see */
}

static void set_size(Pty *pty, int rows, int columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

    (void)ioctl(pty->master, TIOCSWINSZ, &size);
}

const char *pty_missing(void)
{
    static char why[128];
    const char *slave;
    bool made;
    int master;

    made = open_terminal(&master, &slave);
    if (!made)
        (void)snprintf(why, sizeof why, "no pseudo-terminal can be made: %s", strerror(errno));
    if (master >= 0)
        (void)close(master);
    return made ? NULL : why;
}

static void set_environment(const Pty *pty)
{
    (void)unsetenv("TMUX");
    (void)unsetenv("STY");
    (void)unsetenv("COLORTERM");
    if (pty->colorterm)
        (void)setenv("COLORTERM", pty->colorterm, 1);
}

/* ---- inputs that are left out: tests/check-inputs.sh ---- */

static int input_count;
static bool input_was_left_out;
static Pty *running; /* what is to be ended when the test ends at its first failure */

static void end_running(void)
{
    if (running)
        pty_release(running);
}

/* Is the next input (keys, a size, a signal) the one that INPUT_LEFT_OUT names by its number, from 1? It tells so, in C's spelling. */
static bool leave_out(const char *what)
{
    const char *number = getenv("INPUT_LEFT_OUT");

    if (!number || strtol(number, NULL, 10) != ++input_count)
        return false;
    printf("# left out: ");
    for (; *what; what++)
        printf((unsigned char)*what < ' ' ? "\\%03o" : "%c", (unsigned char)*what);
    printf("\n");
    input_was_left_out = true;
    return true;
}

static long deadline_ms(void)
{
    return input_was_left_out ? PTY_DEADLINE_MS / 5 : PTY_DEADLINE_MS;
}

static bool be_mute(Pty *pty)
{
    pty->before.c_lflag &= ~(tcflag_t)ECHO;
    pty->before.c_lflag |= NOFLSH;
    return tcsetattr(pty->master, TCSANOW, &pty->before) == 0;
}

void pty_start(Pty *pty, const char *term, int rows, int columns, const char *input, char *const arguments[])
{
    Change change = {0};
    const char *slave;
    int reports[2];

    pty->size = pty->seen = pty->asked = 0;
    pty->status = -1;
    pty->unblocked = false;
    if (!open_terminal(&pty->master, &slave))
        tap_bail_out("no pseudo-terminal can be made");
    set_size(pty, rows, columns);
    if (tcgetattr(pty->master, &pty->before) != 0 || (pty->mute && !be_mute(pty)) || pipe(reports) != 0)
        tap_bail_out("the pseudo-terminal cannot be used");
    pty->leader = fork();
    if (pty->leader == 0) {
        (void)close(pty->master);
        (void)close(reports[0]);
        set_environment(pty);
        run_leader(pty, slave, reports[1], term, input, arguments);
    }
    (void)close(reports[1]);
    if (pty->leader < 0)
        tap_bail_out("no process can be started");
    pty->reports = reports[0];
    if (read(pty->reports, &change, sizeof change) != (ssize_t)sizeof change || change.process < 0)
        tap_bail_out("the program cannot be started on a pseudo-terminal");
    pty->process = change.process;
    if (getenv("INPUT_LEFT_OUT")) {
        if (!running)
            (void)atexit(end_running);
        running = pty;
    }
}

static bool find(const Pty *pty, size_t from, const char *bytes, size_t *end)
{
    size_t size = strlen(bytes);

    for (size_t at = from; at + size <= pty->size; at++) {
        if (memcmp(pty->bytes + at, bytes, size) == 0) {
            *end = at + size;
            return true;
        }
    }
    return false;
}

static void send_flood(Pty *pty)
{
    int flags = fcntl(pty->master, F_GETFL);

    (void)fcntl(pty->master, F_SETFL, flags | O_NONBLOCK);
    for (int i = 0; i < 50; i++)
        type(pty, pty->flood);
    (void)fcntl(pty->master, F_SETFL, flags);
}

/* Read once what is there, and hand it over or collect it. False: nothing came. */
static bool take_bytes(Pty *pty)
{
    char bytes[16384];
    size_t room = pty->received ? sizeof bytes : PTY_BYTES - 1 - pty->size;
    ssize_t got = room ? read(pty->master, pty->received ? bytes : pty->bytes + pty->size, room) : 0;

    if (got <= 0)
        return false;
    if (pty->received) {
        pty->received(pty->context, bytes, (size_t)got);
        return true;
    }
    pty->size += (size_t)got;
    if (find(pty, pty->asked, "\033[c", &pty->asked))
        type(pty, pty->answers ? pty->answers : "\033[?6c");
    return true;
}

/* Take in what is there, waiting at most `wait_ms` for it. */
static bool take(Pty *pty, int wait_ms)
{
    struct pollfd ready = {.fd = pty->master, .events = (short)((pty->deaf ? 0 : POLLIN) | (pty->flood ? POLLOUT : 0))};

    if (pty->master < 0 || poll(&ready, 1, wait_ms) <= 0)
        return false;
    if (pty->flood && ready.revents & POLLOUT)
        send_flood(pty);
    return ready.revents & POLLIN && take_bytes(pty);
}

bool pty_expect(Pty *pty, const char *bytes)
{
    long deadline = now_ms() + deadline_ms();

    while (!find(pty, pty->seen, bytes, &pty->seen)) {
        if (now_ms() > deadline)
            return false;
        take(pty, 50);
    }
    return true;
}

/* What it wrote before it stopped or ended. */
static void drain(Pty *pty)
{
    while (take(pty, 0))
        continue;
}

/* A change that the leader has told, waiting at most `wait_ms` for it. */
static bool take_change(Pty *pty, int wait_ms, Change *change)
{
    struct pollfd told = {.fd = pty->reports, .events = POLLIN};

    if (poll(&told, 1, wait_ms) <= 0 || read(pty->reports, change, sizeof *change) != (ssize_t)sizeof *change)
        return false;
    pty->unblocked = change->unblocked;
    return true;
}

static bool is_end(Pty *pty, const Change *change)
{
    if (WIFSTOPPED(change->status))
        return false;
    pty->status = change->status;
    pty->process = -1;
    drain(pty);
    return true;
}

bool pty_expect_or_end(Pty *pty, const char *bytes)
{
    long deadline = now_ms() + deadline_ms();
    Change change;

    while (!find(pty, pty->seen, bytes, &pty->seen)) {
        if (now_ms() > deadline)
            return false;
        if (take_change(pty, 0, &change) && is_end(pty, &change))
            return find(pty, pty->seen, bytes, &pty->seen);
        take(pty, 2);
    }
    return true;
}

bool pty_wrote(const Pty *pty, const char *bytes)
{
    size_t end;

    return find(pty, 0, bytes, &end);
}

void pty_send(Pty *pty, const char *keys)
{
    if (!leave_out(keys))
        type(pty, keys);
}

void pty_forget(Pty *pty)
{
    pty->size = pty->seen = pty->asked = 0;
}

bool pty_stop_output(Pty *pty, const char *keys)
{
    long deadline = now_ms() + deadline_ms();
    struct pollfd ready = {.fd = pty->master, .events = POLLOUT};

    pty->deaf = true;
    pty->flood = keys;
    while (now_ms() < deadline && poll(&ready, 1, 100) > 0)
        take(pty, 0);
    pty->flood = NULL;
    return now_ms() < deadline;
}

bool pty_expect_nothing(Pty *pty, int while_ms)
{
    long end = now_ms() + while_ms;
    size_t before = pty->size;

    while (now_ms() < end)
        take(pty, (int)(end - now_ms()));
    return pty->size == before;
}

void pty_resize(Pty *pty, int rows, int columns)
{
    if (!leave_out("a size"))
        set_size(pty, rows, columns);
}

/* The next change that the leader tells. */
static bool next_change(Pty *pty, Change *change)
{
    long deadline = now_ms() + deadline_ms();

    while (now_ms() < deadline) {
        take(pty, 1);
        if (take_change(pty, 1, change))
            return true;
    }
    return false;
}

PtyChange pty_take(Pty *pty, int wait_ms)
{
    struct pollfd ready[] = {{.fd = pty->reports, .events = POLLIN},
                             {.fd = pty->deaf ? -1 : pty->master, .events = POLLIN}};
    Change change;

    if (pty->process < 0)
        return PTY_ENDED;
    if (poll(ready, 2, wait_ms) <= 0)
        return PTY_NOTHING;
    if (ready[1].revents && take_bytes(pty))
        return PTY_BYTES_CAME;
    if (!ready[0].revents || !take_change(pty, 0, &change))
        return PTY_NOTHING;
    if (is_end(pty, &change))
        return PTY_ENDED;
    drain(pty);
    return PTY_STOPPED;
}

void pty_signal(Pty *pty, int number)
{
    if (!leave_out("a signal"))
        process_signal(pty->process, number);
}

bool pty_wait_stopped(Pty *pty)
{
    long start = now_ms();
    Change change;
    bool stopped = next_change(pty, &change) && WIFSTOPPED(change.status);

    pty->waited_ms = now_ms() - start;
    pty->flood = NULL;
    pty->deaf = false;
    drain(pty);
    return stopped;
}

bool pty_wait_end(Pty *pty)
{
    long start = now_ms();
    bool ended = pty->process < 0; /* pty_expect_or_end has seen it */
    Change change;

    if (!ended)
        ended = next_change(pty, &change) && is_end(pty, &change);
    pty->waited_ms = now_ms() - start;
    pty->flood = NULL;
    pty->deaf = false;
    if (ended)
        drain(pty);
    return ended;
}

bool pty_is_restored(const Pty *pty)
{
    struct termios now;

    return !pty->unblocked && tcgetattr(pty->master, &now) == 0 && now.c_iflag == pty->before.c_iflag &&
           now.c_oflag == pty->before.c_oflag && now.c_lflag == pty->before.c_lflag &&
           memcmp(now.c_cc, pty->before.c_cc, sizeof now.c_cc) == 0;
}

/* ---- what control sequences have left ---- */

enum { MODES_MOST = 4000, PARAMETERS_MOST = 8 };

/* What stands different from a terminal's beginning, where that is off; the cursor and the wrapping of lines begin on, and for 12, the blinking
 * of the cursor, each entry's normal cursor has its own. */
typedef struct Modes {
    bool changed[MODES_MOST];
    bool keypad, insert, line_drawing, in_sequence;
    int key_reports; /* on the stack of the screen that is shown */
} Modes;

static bool is_free_mode(int mode)
{
    return mode == 12;
}

static void change_modes(Modes *modes, bool private, bool on, const int *numbers, int count)
{
    for (int i = 0; i < count; i++) {
        if (private && numbers[i] < MODES_MOST)
            modes->changed[numbers[i]] = on == (numbers[i] != 25 && numbers[i] != 7);
        else if (!private && numbers[i] == 4)
            modes->insert = on;
    }
}

/* After "ESC [", as of "ESC [ ? 1006 ; 1000 h": up to its final byte; where an ESC breaks it off, that is left. */
static size_t take_control(Modes *modes, const char *bytes, size_t size)
{
    int numbers[PARAMETERS_MOST] = {0}, count = 1;
    bool private = size > 0 && bytes[0] == '?';
    size_t at = private || (size > 0 && (bytes[0] == '>' || bytes[0] == '<'));

    for (; at < size && bytes[at] != '\033' && (unsigned char)bytes[at] < 0x40; at++) {
        if (bytes[at] == ';' && count < PARAMETERS_MOST)
            count++;
        else if (bytes[at] >= '0' && bytes[at] <= '9' && numbers[count - 1] < MODES_MOST)
            numbers[count - 1] = numbers[count - 1] * 10 + bytes[at] - '0';
    }
    modes->in_sequence = at == size;
    if (modes->in_sequence || bytes[at] == '\033')
        return at;
    if (bytes[at] == 'u' && bytes[0] != '?')
        modes->key_reports = bytes[0] == '>'          ? modes->key_reports + 1
                             : modes->key_reports > 0 ? modes->key_reports - 1
                                                      : 0;
    if (bytes[at] == 'h' || bytes[at] == 'l')
        change_modes(modes, private, bytes[at] == 'h', numbers, count);
    return at + 1;
}

/* After an ESC: how much belongs to it. Strings, of which the program writes only questions, count as text. */
static size_t take_escape(Modes *modes, const char *bytes, size_t size)
{
    modes->in_sequence = size == 0 || (bytes[0] == '(' && size == 1);
    if (modes->in_sequence)
        return size;
    switch (bytes[0]) {
    case '[':
        return 1 + take_control(modes, bytes + 1, size - 1);
    case '=':
    case '>':
        modes->keypad = bytes[0] == '=';
        return 1;
    case '(':
        modes->line_drawing = bytes[1] == '0';
        return 2;
    default:
        return 1;
    }
}

static void take_modes(Modes *modes, const char *bytes, size_t size)
{
    for (size_t at = 0; at < size; at++) {
        if (bytes[at] == '\016' || bytes[at] == '\017')
            modes->line_drawing = bytes[at] == '\016';
        if (bytes[at] == '\033')
            at += take_escape(modes, bytes + at + 1, size - at - 1);
    }
}

const char *pty_mode_left(const Pty *pty)
{
    static char what[32];
    static Modes modes;

    memset(&modes, 0, sizeof modes);
    take_modes(&modes, pty->bytes, pty->size);
    for (int mode = 0; mode < MODES_MOST; mode++) {
        if (modes.changed[mode] && !is_free_mode(mode)) {
            (void)snprintf(what, sizeof what, "mode %d", mode);
            return what;
        }
    }
    return modes.key_reports    ? "reports of keys"
           : modes.keypad       ? "keypad"
           : modes.insert       ? "insertion"
           : modes.line_drawing ? "line drawing"
           : modes.in_sequence  ? "half a sequence"
                                : NULL;
}

void pty_close_master(Pty *pty)
{
    if (pty->master >= 0)
        (void)close(pty->master);
    pty->master = -1;
}

void pty_release(Pty *pty)
{
    if (pty->process > 0)
        process_signal(pty->process, SIGKILL);
    pty->process = -1;
    pty_close_master(pty);
    (void)waitpid(pty->leader, NULL, 0);
    (void)close(pty->reports);
    if (running == pty)
        running = NULL;
}
