/*
 * A small program that is started as quoin is, and does one thing wrong, which the variable WRONG names; without it, it is right. What torture.c
 * has to find in each is in trials.c.
 *
 * As a reader it takes the terminal, draws a line, and waits for keys: Q quits, ^Z stops it, T… and Enter keep a theme. As a command (its first
 * argument is "show") it prints its last argument's text in plain ASCII.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/count_of.h"

enum { LATE_MS = 1500, EATEN_BYTES = 200 << 20, GROWN_BYTES = 64 * 1024, OTHER_STATUS = 77 };

static const char *wrong;
static struct termios before;
static sigset_t outside;
static volatile sig_atomic_t ending, stopping;

/* What a text must not become. */
/* clang-format off */
static const struct {
    const char *name, *bytes;
} written[] = {
    {"title", "\033]0;QCN\007"},       {"clipboard", "\033]52;c;UUNO\007"}, {"colors", "\033]11;rgb:00/00/00\033\\"}, {"reset", "\033c"},
    {"unknown-mode", "\033[?31337h"},  {"canary", "\033[31337;31m"},        {"position-asked", "\033[6n"},            {"window", "\033[8;1;1t"},
    {"link-to-script", "\033]8;id=q1;javascript:x\033\\x\033]8;;\033\\"}, {"link-named", "\033]8;id=x;https://a/\033\\x\033]8;;\033\\"},
    {"link-moves", "\033]8;id=q1;https://a/\033\\x\033[2;2H\033]8;;\033\\"},
    {"link-in-link", "\033]8;id=q1;https://a/\033\\\033]8;id=q2;https://a/\033\\x\033]8;;\033\\"},
    {"link-with-control", "\033]8;id=q1;https://a/\001\033\\x\033]8;;\033\\"},
    {"apc", "\033_QCN\033\\"},         {"setting", "\033P$qr\033\\"},       {"c1", "\xC2\x9B" "31m"},                 {"c1-byte", "\x9B" "31m"},
    {"bidi", "\xE2\x80\xAE"},          {"isolate", "\xE2\x81\xA6"},         {"tag", "\xF3\xA0\x81\x81"},              {"noncharacter",
        "\xEF\xBF\xBF"},
    {"interlinear", "\xEF\xBF\xB9"},   {"invisible", "\xE2\x80\x8B"},       {"separator", "\xE2\x80\xA8"},            {"bell", "\a"},
    {"delete", "\177"},                {"overlong", "\xC0\x9B"},            {"overlong-3", "\xE0\x80\x9B"},           {"cut", "\xE2\x80x"},
    {"surrogate", "\xED\xA0\x80"},     {"too-large", "\xF4\x90\x80\x80"},   {"broken-off", "\033[1\033[m"},           {"tmux", "\033Ptmux;QCN\033\\"},
};
/* clang-format on */

static bool is_wrong(const char *name)
{
    return strcmp(wrong, name) == 0;
}

static void put(const char *bytes)
{
    ssize_t written_bytes = write(STDOUT_FILENO, bytes, strlen(bytes));

    (void)written_bytes;
}

/* ---- signals and the terminal ---- */

static void on_signal(int number)
{
    if (number == SIGTSTP)
        stopping = 1;
    else
        ending = number;
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    sigset_t blocked;

    (void)sigemptyset(&action.sa_mask);
    (void)sigemptyset(&blocked);
    (void)sigaddset(&blocked, SIGTERM);
    (void)sigaddset(&blocked, SIGTSTP);
    (void)sigprocmask(SIG_BLOCK, &blocked, &outside);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGTSTP, &action, NULL);
}

static void take_terminal(void)
{
    struct termios raw = before;

    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
    raw.c_iflag &= ~(tcflag_t)(ICRNL | IXON);
    (void)tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    put(is_wrong("key-reports") ? "\033[>5u" : "");
    put("\033[?1049h\033[22;0;0t\033[?1h\033=\033[?25l\033[1m\033(0q\033(B\033[4h\033[Hwrong");
}

static void give_back(void)
{
    put(is_wrong("insert") ? "" : "\033[4l");
    put(is_wrong("graphics") ? "\033(0" : "");
    put(is_wrong("attributes") ? "" : "\033[m");
    put(is_wrong("cursor") ? "" : "\033[?25h");
    put(is_wrong("keypad") ? "\033[?1l" : "\033[?1l\033>");
    put(is_wrong("screen") ? "" : "\033[?1049l");
    put(is_wrong("title-stack") ? "" : "\033[23;0;0t");
    put(is_wrong("within-sequence") ? "\033[" : "");
    if (!is_wrong("settings"))
        (void)tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

static void stop(void)
{
    struct sigaction usual = {.sa_handler = SIG_DFL}, ours;
    sigset_t stops;

    if (!is_wrong("stops"))
        give_back();
    (void)sigemptyset(&usual.sa_mask);
    (void)sigaction(SIGTSTP, &usual, &ours);
    (void)raise(SIGTSTP);
    (void)sigemptyset(&stops);
    (void)sigaddset(&stops, SIGTSTP);
    (void)sigprocmask(SIG_UNBLOCK, &stops, NULL);
    (void)sigprocmask(SIG_BLOCK, &stops, NULL);
    (void)sigaction(SIGTSTP, &ours, NULL);
    stopping = 0;
    take_terminal();
}

static int end_as_told(void)
{
    struct timespec late = {LATE_MS / 1000, LATE_MS % 1000 * 1000000L};

    if (is_wrong("late")) {
        while (nanosleep(&late, &late) != 0 && errno == EINTR)
            continue;
    }
    give_back();
    if (is_wrong("signal"))
        return EXIT_SUCCESS;
    (void)signal(ending, SIG_DFL);
    (void)raise(ending);
    (void)sigprocmask(SIG_SETMASK, &outside, NULL);
    return EXIT_SUCCESS;
}

/* ---- what it does ---- */

/* Written in place, and slowly, a kill comes between. */
static void keep_theme(void)
{
    char path[1024], from[1100], beside[1100];
    const char *folder = getenv("XDG_CONFIG_HOME");
    static char bytes[1 << 18];
    size_t size;
    char *theme;
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/quoin/config.yaml", folder ? folder : "/nonexistent");
    (void)snprintf(from, sizeof from, "%s.new", path);
    (void)snprintf(beside, sizeof beside, "%s.left", path);
    file = fopen(path, "r");
    if (!file)
        return;
    size = fread(bytes, 1, sizeof bytes - 1, file);
    (void)fclose(file);
    theme = strstr(bytes, "theme: nord");
    if (theme)
        memcpy(theme, "theme: mono", 11);
    file = fopen(is_wrong("torn") ? path : from, "w");
    if (!file)
        return;
    if (is_wrong("torn")) {
        struct timespec wait = {0, 100 * 1000 * 1000};

        (void)fwrite(bytes, 1, size / 2, file);
        (void)fflush(file);
        (void)nanosleep(&wait, NULL);
        (void)fwrite(bytes + size / 2, 1, size - size / 2, file);
    } else {
        (void)fwrite(bytes, 1, size, file);
    }
    (void)fclose(file);
    if (is_wrong("temporary"))
        (void)!link(from, beside);
    if (!is_wrong("torn"))
        (void)rename(from, path);
}

static void leave_process(void)
{
    if (fork() != 0)
        return;
    (void)signal(SIGHUP, SIG_IGN);
    (void)sleep(60);
    _exit(0);
}

static void leave_file(void)
{
    char path[1024];
    const char *folder = getenv("TMPDIR");
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/wrong", folder ? folder : "/tmp");
    file = fopen(path, "w");
    if (file)
        (void)fclose(file);
}

static void do_wrong(void)
{
    for (size_t i = 0; i < COUNT_OF(written); i++) {
        if (is_wrong(written[i].name))
            put(written[i].bytes);
    }
    if (is_wrong("process"))
        leave_process();
    if (is_wrong("file"))
        leave_file();
    if (is_wrong("crash")) {
        give_back();
        (void)raise(SIGSEGV);
    }
}

/* False: the terminal is gone. */
static bool take_key(char *key)
{
    fd_set ready;

    *key = 0;
    FD_ZERO(&ready);
    FD_SET(STDIN_FILENO, &ready);
    if (pselect(STDIN_FILENO + 1, &ready, NULL, NULL, NULL, &outside) < 0)
        return true;
    return read(STDIN_FILENO, key, 1) == 1;
}

typedef struct Grown {
    struct Grown *earlier;
    char bytes[GROWN_BYTES];
} Grown;

static void grow(void)
{
    static Grown *volatile latest; /* or the compiler sees that nobody looks at it, and leaves it out */
    Grown *grown = malloc(sizeof *grown);

    if (!grown)
        return;
    memset(grown->bytes, 1, sizeof grown->bytes);
    grown->earlier = latest;
    latest = grown;
}

/* False: leave. */
static bool take_event(void)
{
    char key;

    if (!take_key(&key)) {
        for (volatile unsigned long turns = 0; is_wrong("spin"); turns++)
            continue;
        return false;
    }
    if (ending)
        return false;
    if (stopping || key == 26)
        stop();
    if (is_wrong("grows"))
        grow();
    if (key == '\r')
        keep_theme();
    put(key == 'j' ? "j" : "");
    return key != 'Q' || is_wrong("hang");
}

static int read_keys(void)
{
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return 2;
    catch_signals();
    take_terminal();
    do_wrong();
    while (take_event())
        continue;
    if (ending)
        return end_as_told();
    give_back();
    if (is_wrong("sanitizer"))
        (void)fputs("==1==ERROR: AddressSanitizer: heap-use-after-free\n", stderr);
    return is_wrong("status") ? OTHER_STATUS : EXIT_SUCCESS;
}

/* False: it cannot be read. */
static bool print_file(const char *path)
{
    FILE *file = fopen(path, "r");
    bool good;
    int byte;

    if (!file)
        return false;
    while ((byte = fgetc(file)) != EOF)
        (void)fputc(byte == '\n' || (byte >= ' ' && byte < 127) ? byte : '?', stdout);
    good = !ferror(file);
    (void)fclose(file);
    return good;
}

static void eat_memory(void)
{
    static char *volatile eaten; /* as in grow */

    eaten = malloc(EATEN_BYTES);
    if (eaten)
        memset(eaten, 1, EATEN_BYTES);
}

static int print(const char *path)
{
    if (is_wrong("memory"))
        eat_memory();
    if (is_wrong("crash"))
        abort();
    if (is_wrong("wordless"))
        return EXIT_FAILURE;
    for (size_t i = 0; i < COUNT_OF(written); i++) {
        if (is_wrong(written[i].name))
            (void)fputs(written[i].bytes, stdout);
    }
    while (is_wrong("hang"))
        (void)pause();
    if (is_wrong("process"))
        leave_process();
    if (is_wrong("file"))
        leave_file();
    if (!print_file(path) && !is_wrong("silent")) {
        (void)fputs("wrong: the file cannot be read\n", stderr);
        return 2;
    }
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    wrong = getenv("WRONG");
    wrong = wrong ? wrong : "";
    if (argc > 1 && strcmp(argv[1], "show") == 0)
        return print(argv[argc - 1]);
    return read_keys();
}
