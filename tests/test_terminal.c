/* The whole program in a pseudo-terminal: read, jump, resize, suspend, hang up, quit; and the terminal as it was. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

static Pty pty;
static char program[1024], article[1024];

static void start(const char *term, int rows, int columns)
{
    char *arguments[] = {program, (char[]){"--no-config"}, article, NULL};

    pty_start(&pty, term, rows, columns, NULL, arguments);
}

static bool left_screen(void)
{
    return pty_wrote(&pty, "\033[?1049l") && pty_wrote(&pty, "\033[?1006;1000l");
}

static void check_end(const char *what)
{
    ok(pty_wait_end(&pty), "%s: it ends", what);
    ok(pty_is_restored(&pty), "%s: line settings are as before", what);
    ok(left_screen(), "%s: alternate screen and mouse are left", what);
    pty_release(&pty);
}

static void test_read_and_quit(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "the headline is shown");
    pty_send(&pty, ".");
    ok(pty_expect(&pty, "1/"), "the first quotation is selected");
    pty_send(&pty, "/barometer");
    ok(pty_expect(&pty, "not found"), "a search as it is typed");
    pty_send(&pty, "\007?"); /* ^G gives up */
    ok(pty_expect(&pty, "type to filter"), "help");
    pty_send(&pty, "\007G");
    ok(pty_expect(&pty, "100"), "the end");
    pty_send(&pty, "q");
    check_end("quit");
    ok(WIFEXITED(pty.status) && WEXITSTATUS(pty.status) == 0, "exit status 0");
    ok(!pty_wrote(&pty, "\033]104") && !pty_wrote(&pty, "\033]4;"), "the palette was not touched");
}

static void test_resize(void)
{
    start("xterm-256color", 24, 80);
    pty_resize(&pty, 40, 120); /* during the start */
    ok(pty_expect(&pty, "ENTITIES"), "a resize during the start");
    pty_resize(&pty, 20, 60);
    ok(pty_expect(&pty, "[Body]"), "a resize while reading");
    pty_resize(&pty, 3, 10);
    ok(pty_expect(&pty, "too small"), "too small");
    pty_resize(&pty, 24, 80);
    ok(pty_expect(&pty, "QUOTES"), "and back");
    pty_send(&pty, "Q");
    check_end("after resizes");
}

static void test_suspend(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_send(&pty, "\032");
    ok(pty_wait_stopped(&pty), "suspended");
    ok(pty_is_restored(&pty), "suspended: line settings are as before");
    ok(left_screen(), "suspended: the screen is left");
    (void)kill(pty.process, SIGCONT);
    ok(pty_expect(&pty, "\033[?1049h"), "resumed");
    ok(pty_expect(&pty, "two-minute tour"), "drawn again");
    pty_send(&pty, "Q");
    check_end("after a suspend");
}

static void test_signal(int number, const char *name)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    (void)kill(pty.process, number);
    check_end(name);
}

static void test_crash(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    (void)kill(pty.process, SIGSEGV);
    check_end("a crash");
    ok(WIFSIGNALED(pty.status), "and is still seen as one");
}

static void test_hang_up(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_close_master(&pty);
    ok(pty_wait_end(&pty), "hang-up: it ends");
    pty_release(&pty);
}

static void test_plain_terminals(void)
{
    start("vt100", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "vt100");
    pty_send(&pty, "Q");
    ok(pty_wait_end(&pty) && pty_is_restored(&pty), "vt100: given back");
    pty_release(&pty);
    start("dumb", 24, 80);
    ok(pty_expect(&pty, "cannot place its cursor"), "a dumb terminal is told");
    ok(pty_expect(&pty, "two-minute tour"), "and the article printed");
    ok(pty_wait_end(&pty) && pty_is_restored(&pty), "dumb: ends by itself");
    pty_release(&pty);
}

static void test_standard_input(void)
{
    char *arguments[] = {program, (char[]){"--no-config"}, (char[]){"-"}, NULL};

    pty_start(&pty, "xterm-256color", 24, 80, article, arguments);
    ok(pty_expect(&pty, "two-minute tour"), "an article from standard input");
    pty_send(&pty, "j.");
    ok(pty_expect(&pty, "1/"), "keys come from the terminal");
    pty_send(&pty, "Q");
    check_end("standard input");
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR");

    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(article, sizeof article, "%s/articles/00-start-here.yaml", source ? source : ".");
    test_read_and_quit();
    test_resize();
    test_suspend();
    test_signal(SIGTERM, "SIGTERM");
    test_signal(SIGHUP, "SIGHUP");
    test_signal(SIGINT, "SIGINT");
    test_crash();
    test_hang_up();
    test_plain_terminals();
    test_standard_input();
    return tap_done();
}
