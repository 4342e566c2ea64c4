/*
 * The editor has the article's file, and the terminal, as it was before the reader took it; then the file is read again, at the same place. What it
 * is called with is what the configuration or the environment says, without a shell.
 */
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "pty.h"

enum { ROWS = 24, COLUMNS = 90, LOG_BYTES = 4096 };

/* It says what it is called with, whether the terminal is one for lines, and adds the line that is typed to the file that is named last. */
#define SCRIPT                                                                                      \
    "#!/bin/sh\n"                                                                                   \
    "for word; do printf '[%s]' \"$word\"; last=$word; done >log\n"                                 \
    "case $(stty -a) in *-icanon*) echo RAW ;; *) echo EDITING ;; esac\n"                           \
    "read -r line || exit 7\n"                                                                      \
    "case $line in fail) exit 3 ;; break) printf 'title: [\\n' >\"$last\" ;; *) printf '\\n%s\\n' " \
    "\"$line\" >>\"$last\" ;; esac\n"

#define TEXT_FILE "A headline\n\nFirst paragraph.\n\n“We go,” said Ann Lee.\n\nLast paragraph.\n"
#define YAML_FILE \
    "# a comment\ntitle: A headline\nbody:\n  - >-\n    First paragraph.\n  - >-\n    “We go,” said Ann Lee.\n"

static const struct {
    const char *visual, *editor, *config; /* NULL: not set, none */
    const char *file, *text, *keys;       /* pressed before e */
    const char *called;                   /* with these words; NULL: nothing is */
    const char *typed, *shown;            /* to the editor; what the reader shows then */
} rows[] = {
    {NULL, "./nano -w", NULL, "a.txt", TEXT_FILE, ".", "[-w][+5][a.txt]", "It goes on.\n", "It goes on."},
    {NULL, "./nano", NULL, "a.txt", TEXT_FILE, "", "[+1][a.txt]", "It goes on.\n", "It goes on."},
    {NULL, "./nano", NULL, "a.yaml", YAML_FILE, ".", "[+7][a.yaml]", "# nothing\n", "read again"},
    {NULL, "./nano", NULL, "a.yaml", YAML_FILE, ".zv", "[+7][a.yaml]", "# nothing\n", "read again"},
    {"./nano", "./nothing", NULL, "a.txt", TEXT_FILE, ".", "[+5][a.txt]", "It goes on.\n", "It goes on."},
    {NULL, "./other -a", NULL, "a.txt", TEXT_FILE, ".", "[-a][a.txt]", "It goes on.\n", "It goes on."},
    {NULL, "./other $(touch x) 'y' 100%", NULL, "a.txt", TEXT_FILE, ".", "[$(touch][x)]['y'][100%][a.txt]",
     "It goes on.\n", "It goes on."},
    {NULL, "  ./other   -a  ", NULL, "-o b.txt", TEXT_FILE, ".", "[-a][./-o b.txt]", "It goes on.\n", "It goes on."},
    {"./nothing", NULL, "[./other, \"-L%l\", \"%f\"]", "a.txt", TEXT_FILE, ".", "[-L5][a.txt]", "It goes on.\n",
     "It goes on."},
    {"./nothing", NULL, "[./nano, -x, \"%f\", -y]", "a.txt", TEXT_FILE, ".", "[-x][+5][a.txt][-y]", "fail\n",
     "./nano ended with exit status 3"},
    {"./nothing", NULL, "[./nano]", "a.txt", TEXT_FILE, ".", "[+5][a.txt]", "It goes on.\n", "It goes on."},
    {NULL, "./nano", NULL, "a.yaml", YAML_FILE, ".", "[+7][a.yaml]", "break\n", "This article cannot be opened."},
    {NULL, "./nano", NULL, "a.yaml", "title: x\nbody:\n  - [\n", "", "[+3][a.yaml]", "# nothing\n",
     "This article cannot be opened."},
    {NULL, "no-such-editor -x", NULL, "a.txt", TEXT_FILE, ".", NULL, NULL,
     "there is no program \"no-such-editor\"; editor: in"},
    {NULL, "/", NULL, "a.txt", TEXT_FILE, ".", NULL, NULL, "\"/\" cannot be started: "},
};

static void write_file(const char *name, const char *text, mode_t mode)
{
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, mode);

    if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text))
        tap_bail_out("a file cannot be written");
    (void)close(file);
}

static void set(const char *name, const char *value)
{
    if (value)
        (void)setenv(name, value, 1);
    else
        (void)unsetenv(name);
}

/* What the editor was called with. */
static const char *called(void)
{
    static char log[LOG_BYTES];
    int file = open("log", O_RDONLY);
    ssize_t size = file < 0 ? 0 : read(file, log, sizeof log - 1);

    if (file >= 0)
        (void)close(file);
    log[size > 0 ? size : 0] = '\0';
    return log;
}

static void test_row(Pty *pty, size_t row)
{
    char quoin[PATH_MAX], config[LOG_BYTES];
    char *const arguments[] = {quoin, (char[]){"--config=config.yaml"}, (char[]){"--"}, (char[PATH_MAX]){0}, NULL};

    (void)snprintf(quoin, sizeof quoin, "%s/quoin", getenv("BUILDDIR"));
    (void)snprintf(arguments[3], PATH_MAX, "%s", rows[row].file);
    (void)snprintf(config, sizeof config, rows[row].config ? "editor: %s\n" : "mouse: yes\n", rows[row].config);
    write_file("config.yaml", config, 0600);
    write_file(rows[row].file, rows[row].text, 0600);
    (void)unlink("log");
    set("VISUAL", rows[row].visual);
    set("EDITOR", rows[row].editor);
    pty_start(pty, "xterm-256color", ROWS, COLUMNS, NULL, arguments);
    ok(pty_expect(pty, "?") && pty_expect(pty, "help"), "row %zu: the reader", row);
    pty_send(pty, rows[row].keys);
    pty_send(pty, "e");
    if (rows[row].called) {
        ok(pty_expect(pty, "EDITING"), "… the editor has a terminal for lines");
        ok(strcmp(called(), rows[row].called) == 0, "… and was called with %s, wanted %s", called(), rows[row].called);
        pty_send(pty, rows[row].typed);
    }
    ok(pty_expect(pty, rows[row].shown), "… then the reader shows \"%s\"", rows[row].shown);
    pty_send(pty, "Q");
    ok(pty_wait_end(pty) && pty_is_restored(pty) && !pty_mode_left(pty), "… and leaves the terminal as it was");
    pty_release(pty);
    (void)unlink(rows[row].file);
}

/* A ^C there is the editor's; who sends a signal to the reader means it. */
static void test_signal(Pty *pty)
{
    char quoin[PATH_MAX];
    char *const arguments[] = {quoin, (char[]){"--no-config"}, (char[]){"a.txt"}, NULL};

    (void)snprintf(quoin, sizeof quoin, "%s/quoin", getenv("BUILDDIR"));
    write_file("a.txt", TEXT_FILE, 0600);
    set("EDITOR", "./nano");
    pty_start(pty, "xterm-256color", ROWS, COLUMNS, NULL, arguments);
    ok(pty_expect(pty, "said Ann Lee"), "a signal while the editor has the terminal");
    pty_send(pty, "e");
    ok(pty_expect(pty, "EDITING"), "… which is there");
    pty_signal(pty, SIGINT);
    pty_send(pty, "It goes on.\n");
    ok(pty_wait_end(pty) && WIFSIGNALED(pty->status) && WTERMSIG(pty->status) == SIGINT,
       "… ends the reader when it has it again");
    ok(pty_is_restored(pty) && !pty_mode_left(pty), "… and leaves it as it was");
    pty_release(pty);
    (void)unlink("a.txt");
}

static void test_stream(Pty *pty)
{
    char quoin[PATH_MAX];
    char *const arguments[] = {quoin, (char[]){"--no-config"}, (char[]){"-"}, NULL};

    (void)snprintf(quoin, sizeof quoin, "%s/quoin", getenv("BUILDDIR"));
    write_file("a.txt", TEXT_FILE, 0600);
    set("EDITOR", "./nano");
    pty_start(pty, "xterm-256color", ROWS, COLUMNS, "a.txt", arguments);
    ok(pty_expect(pty, "said Ann Lee"), "a stream");
    pty_send(pty, "e");
    ok(pty_expect(pty, "what came as a stream has no file here; save it to one first"), "… has no file");
    pty_send(pty, "Q");
    ok(pty_wait_end(pty), "… the end");
    pty_release(pty);
    (void)unlink("a.txt");
}

/* Standard input is a file, and the article another one: keys come from the terminal, for the editor too. */
static void test_other_input(Pty *pty)
{
    char quoin[PATH_MAX];
    char *const arguments[] = {quoin, (char[]){"--no-config"}, (char[]){"a.txt"}, NULL};

    (void)snprintf(quoin, sizeof quoin, "%s/quoin", getenv("BUILDDIR"));
    write_file("a.txt", TEXT_FILE, 0600);
    set("EDITOR", "./nano");
    pty_start(pty, "xterm-256color", ROWS, COLUMNS, "/dev/null", arguments);
    ok(pty_expect(pty, "said Ann Lee"), "standard input is no terminal");
    pty_send(pty, "e");
    ok(pty_expect(pty, "EDITING"), "… the editor reads from one");
    pty_send(pty, "It goes on.\n");
    ok(pty_expect(pty, "It goes on."), "… what is typed");
    pty_send(pty, "Q");
    ok(pty_wait_end(pty), "… the end");
    pty_release(pty);
    (void)unlink("a.txt");
}

int main(void)
{
    static const char *const left[] = {"nano", "other", "log", "config.yaml"};
    const char *missing = pty_missing(), *sources = getenv("SRCDIR");
    char scratch[PATH_MAX];
    static Pty pty;

    if (missing)
        return tap_skip_all(missing);
    (void)snprintf(scratch, sizeof scratch, "%s/tests/editor.tmp", getenv("BUILDDIR"));
    (void)mkdir(scratch, 0700);
    if (chdir(scratch) != 0)
        tap_bail_out("there is no folder to run in");
    (void)setenv("QUOIN_DATA", sources ? sources : ".", 1);
    write_file("nano", SCRIPT, 0700);
    write_file("other", SCRIPT, 0700);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        test_row(&pty, i);
    test_signal(&pty);
    test_stream(&pty);
    test_other_input(&pty);
    for (size_t i = 0; i < COUNT_OF(left); i++)
        (void)unlink(left[i]);
    ok(access("x)", F_OK) != 0 && access("x", F_OK) != 0, "no command was run but the editor");
    return tap_done();
}
