/* The whole program in a pseudo-terminal, while what it reads comes: through a pipe, from a FIFO that nobody writes to yet, typed, without an end. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "preload.h"
#include "pty.h"

static Pty pty;
static char program[1024], fifo[1024];

/* ---- what the program reads ---- */

static int reading = -1, writing = -1; /* -1: closed */

static void become_input(void *context)
{
    (void)context;
    if (reading < 0)
        (void)close(STDIN_FILENO);
    else
        (void)dup2(reading, STDIN_FILENO);
}

static void (*prepare)(void *context) = become_input;

static void close_ends(void)
{
    if (reading >= 0)
        (void)close(reading);
    if (writing >= 0)
        (void)close(writing);
    reading = writing = -1;
}

static void start(char *first, char *second)
{
    char *arguments[] = {program, (char[]){"--no-config"}, first, second, NULL};

    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
}

/* The reader, with a pipe as its standard input, and an option or none. */
static void start_fed_with(char *option, int flags)
{
    int ends[2];

    if (pipe(ends) != 0)
        tap_bail_out("no pipe can be made");
    reading = ends[0];
    writing = ends[1];
    (void)fcntl(reading, F_SETFD, FD_CLOEXEC);
    (void)fcntl(writing, F_SETFD, FD_CLOEXEC);
    (void)fcntl(reading, F_SETFL, flags);
    pty.prepare = prepare;
    start(option, NULL);
    pty.prepare = NULL;
    (void)close(reading);
    reading = -1;
}

static void start_fed(int flags)
{
    start_fed_with(NULL, flags);
}

static void feed(const char *text)
{
    if (write(writing, text, strlen(text)) < 0)
        tap_bail_out("nothing can be written to a pipe");
}

static void check_end(const char *what)
{
    ok(pty_wait_end(&pty), "%s: it ends", what);
    ok(pty_is_restored(&pty) && !pty_mode_left(&pty), "%s: the terminal is as before", what);
    pty_release(&pty);
    close_ends();
}

static bool ended_with(int status)
{
    return WIFEXITED(pty.status) && WEXITSTATUS(pty.status) == status;
}

/* ---- while it comes ---- */

static void test_coming(int flags, const char *what)
{
    start_fed(flags);
    ok(pty_expect(&pty, "Waiting for the text"), "%s: nothing has come yet", what);
    pty_send(&pty, "?");
    ok(pty_expect(&pty, "type to filter"), "%s: keys work", what);
    pty_send(&pty, "\007");
    feed("A headline of it\n\nThe first paragraph.\n");
    ok(pty_expect(&pty, "The first paragraph"), "%s: the first paragraph", what);
    ok(pty_expect(&pty, "reading"), "%s: there may be more", what);
    feed("\n“We will go,” said Ines Caldeira.\n");
    ok(pty_expect(&pty, "said Ines Caldeira") && pty_expect(&pty, "Ines Caldeira"), "%s: the second, and it is listed",
       what);
    pty_send(&pty, ".");
    ok(pty_expect(&pty, "quote 1/1"), "%s: and found in", what);
    feed("\n“It is late,” said Peter Holm.\n");
    (void)close(writing);
    writing = -1;
    ok(pty_expect(&pty, "said Peter Holm") && pty_expect(&pty, "Peter Holm"), "%s: the last, and it is listed", what);
    pty_send(&pty, ".");
    ok(pty_expect(&pty, "2/2"), "%s: and found in", what);
    ok(!pty_wrote(&pty, "^G") && !pty_wrote(&pty, "^M"), "%s: no key is echoed", what);
    pty_send(&pty, "Q");
    check_end(what);
    ok(ended_with(0), "%s: status 0", what);
}

static void feed_paragraphs(int first, int last)
{
    char text[64];

    for (; first <= last; first++) {
        (void)snprintf(text, sizeof text, "Paragraph no. %d of it.\n\n", first);
        feed(text);
    }
}

static void test_following(void)
{
    start_fed(0);
    feed_paragraphs(1, 40);
    ok(pty_expect(&pty, "no. 1 of"), "a text that grows");
    pty_send(&pty, "G");
    ok(pty_expect(&pty, "40 of it"), "its end");
    feed_paragraphs(41, 41);
    ok(pty_expect(&pty, "41 of it"), "is followed");
    pty_send(&pty, "/no such");
    ok(pty_expect(&pty, "no such"), "a search is typed");
    feed_paragraphs(51, 51);
    ok(pty_expect(&pty, "51 of it"), "and the end is followed meanwhile");
    pty_send(&pty, " word\r");
    ok(pty_expect(&pty, "is not in this text"), "it finds nothing");
    feed_paragraphs(52, 52);
    ok(pty_expect(&pty, "52 of it"), "and the end is followed behind it");
    pty_resize(&pty, 30, 100);
    ok(pty_expect(&pty, "NAMES"), "another size");
    feed_paragraphs(42, 42);
    ok(pty_expect(&pty, "42 of it"), "is followed too");
    pty_send(&pty, "\032");
    ok(pty_wait_stopped(&pty), "suspended");
    feed_paragraphs(43, 43);
    pty_signal(&pty, SIGCONT);
    ok(pty_expect(&pty, "43 of it"), "what came while it was stopped is there when it goes on");
    pty_send(&pty, "\003");
    ok(pty_expect(&pty, "read no further"), "Ctrl-C ends the reading");
    (void)signal(SIGPIPE, SIG_IGN);
    ok(write(writing, "x", 1) < 0 && errno == EPIPE, "and who writes is told");
    pty_send(&pty, "gg");
    ok(pty_expect(&pty, "no. 1 of"), "what came is kept");
    pty_send(&pty, "qq"); /* the first ends the search */
    check_end("after a text that grows");
}

/* A signal or a hang-up, while the reader waits for more. */
static void test_ends(void)
{
    static const int numbers[] = {SIGTERM, SIGHUP, SIGINT};

    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        start_fed(0);
        feed("A headline of it\n\nThe first");
        ok(pty_expect(&pty, "The first"), "half a paragraph");
        pty_signal(&pty, numbers[i]);
        check_end("a signal");
        ok(WIFSIGNALED(pty.status) && WTERMSIG(pty.status) == numbers[i], "signal %d is what ended it", numbers[i]);
    }
    start_fed(0);
    feed("A headline of it\n\nThe first");
    ok(pty_expect(&pty, "The first"), "half a paragraph");
    pty_close_master(&pty);
    ok(pty_wait_end(&pty), "a terminal that goes away ends it, though more could come");
    pty_release(&pty);
    close_ends();
}

/* ---- bad input ---- */

/* As fast as it is taken; false: the other end is closed. */
static bool flood(const char *bytes, size_t size)
{
    ssize_t written = write(writing, bytes, size);

    return written >= 0 || errno == EAGAIN;
}

/* For as long as a reader takes it, or until `until` shows. */
static bool flood_until(const char *until, const char *bytes, size_t size)
{
    struct pollfd room = {.fd = writing, .events = POLLOUT};

    (void)fcntl(writing, F_SETFL, O_NONBLOCK);
    for (int idle = 0; idle < PTY_DEADLINE_MS / 10;) {
        bool open = poll(&room, 1, 10) <= 0 || flood(bytes, size);

        idle += room.revents == 0;
        (void)pty_take(&pty, 0);
        if (until && pty_wrote(&pty, until))
            return true;
        if (!open)
            return until == NULL || pty_expect(&pty, until);
    }
    return false;
}

static void test_endless(void)
{
    static char line[64 * 1024];

    (void)signal(SIGPIPE, SIG_IGN);
    memset(line, 'a', sizeof line);
    start_fed(0);
    feed("“We will go,” said Ines Caldeira.\n\n");
    ok(pty_expect(&pty, "said Ines"), "the beginning of what has no end");
    ok(flood_until("more than 64 MiB", line, sizeof line), "that it is too much is told");
    pty_send(&pty, ".");
    ok(pty_expect(&pty, "quote 1/1"), "what came is kept, and keys work");
    ok(write(writing, line, 1) < 0 && errno == EPIPE, "no more is taken");
    pty_send(&pty, "Q");
    check_end("without an end");

    for (size_t i = 0; i < sizeof line; i++)
        line[i] = "A line of it.\n"[i % 14];
    start_fed(0);
    ok(flood_until("A line of it", line, sizeof line), "lines without an end");
    pty_send(&pty, "?");
    ok(flood_until("type to filter", line, sizeof line), "keys work meanwhile");
    pty_send(&pty, "\007Q");
    ok(flood_until(NULL, line, sizeof line), "quitting ends the writer");
    check_end("lines without an end");
}

static char library[1100];

static void become_failing_input(void *context)
{
    become_input(context);
    preload_set(library, "read@0:2:EIO", NULL);
}

static void test_failing(void)
{
    const char *missing = preload_missing(library);

    if (missing) {
        tap_skip(missing);
        return;
    }
    prepare = become_failing_input;
    start_fed(0);
    prepare = become_input;
    feed("It was late.\n\nThe office was closed.\n");
    ok(pty_expect(&pty, "It was late"), "the beginning of what cannot be read to its end");
    feed("And so was the bridge.\n");
    ok(pty_expect(&pty, "reading failed after 37 bytes"), "that is told");
    pty_send(&pty, "?");
    ok(pty_expect(&pty, "type to filter") && pty_wrote(&pty, "The office was closed"),
       "what came is kept, and keys work");
    pty_send(&pty, "\007Q");
    check_end("what cannot be read");
}

static void test_broken(void)
{
    start_fed(0);
    feed("It was late.\n\nThe caf\xC3");
    ok(pty_expect(&pty, "The caf"), "half a character at the end");
    feed("\xA9 was closed.\n");
    ok(pty_expect(&pty, "é was closed"), "waits for the other half");
    (void)close(writing);
    writing = -1;
    pty_send(&pty, "Q");
    check_end("half a character");

    start_fed(0);
    (void)close(writing);
    writing = -1;
    ok(pty_expect(&pty, "is empty; expected"), "a writer that dies before it has written anything");
    pty_send(&pty, "Q");
    check_end("nothing");

    pty.prepare = become_input;
    start((char[]){"-"}, NULL);
    pty.prepare = NULL;
    ok(pty_expect_or_end(&pty, "standard input: Bad file descriptor"), "standard input is closed");
    check_end("closed");
    ok(ended_with(2), "closed: status 2");
}

/* ---- others than standard input ---- */

static void test_fifo(void)
{
    start(fifo, NULL);
    ok(pty_expect(&pty, "Waiting for the text"), "a FIFO that nobody writes to");
    writing = open(fifo, O_WRONLY);
    ok(writing >= 0, "is open for whoever comes");
    feed("The first paragraph.\n");
    ok(pty_expect(&pty, "The first paragraph"), "and read");
    pty_send(&pty, "Q");
    check_end("a FIFO");
    start(fifo, NULL);
    ok(pty_expect(&pty, "Waiting for the text"), "a FIFO that nobody writes to");
    pty_send(&pty, "\003");
    check_end("Ctrl-C, where nothing has come");
    ok(ended_with(0), "Ctrl-C, where nothing has come: status 0");
}

/* From one to another and back: what has come is there, and what comes later too. */
static void test_two(void)
{
    char *arguments[] = {program, (char[]){"--no-config"}, (char[]){"-"}, fifo, NULL};
    int ends[2];

    if (pipe(ends) != 0)
        tap_bail_out("no pipe can be made");
    reading = ends[0];
    writing = ends[1];
    (void)fcntl(writing, F_SETFD, FD_CLOEXEC);
    pty.prepare = become_input;
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    pty.prepare = NULL;
    feed("The first paragraph.\n\n");
    ok(pty_expect(&pty, "The first paragraph"), "the first of two");
    pty_send(&pty, "J");
    ok(pty_expect(&pty, "Waiting for the text"), "the second");
    feed("The last paragraph.\n\n");
    pty_send(&pty, "K");
    ok(pty_expect(&pty, "The first paragraph") && pty_expect(&pty, "The last paragraph"),
       "the first again, and its rest");
    pty_send(&pty, "Q");
    check_end("two streams");
}

static void test_typed(void)
{
    start((char[]){"-"}, NULL);
    pty_send(&pty, "What was typed.\n\004");
    ok(pty_expect(&pty, "\033[?1049h") && pty_expect(&pty, "What was typed."),
       "a text that is typed is read to its end");
    pty_send(&pty, "Q");
    check_end("typed");
}

/* ---- how it is left ---- */

#define LEFT_SCREEN "\033[?1049l"

static void end_feed(void)
{
    (void)close(writing);
    writing = -1;
}

static void test_one_screen(void)
{
    start_fed_with((char[]){"--quit-if-one-screen"}, 0);
    feed("A headline of it\n\n“We will go,” said Ines Caldeira.\n");
    end_feed();
    ok(pty_expect_or_end(&pty, "A headline of it"), "what fits on the screen is printed");
    check_end("one screen");
    ok(!pty_wrote(&pty, "\033[?1049h") && ended_with(0), "one screen: the terminal is not taken");

    start_fed_with((char[]){"-F"}, 0);
    feed_paragraphs(1, 30);
    end_feed();
    ok(pty_expect(&pty, "\033[?1049h") && pty_expect(&pty, "no. 1 of"), "what does not is read");
    pty_send(&pty, "q");
    check_end("more than one screen");

    start_fed_with((char[]){"-F"}, 0);
    feed("A headline of it\n\n“We will go,” said Ines Caldeira.\n");
    ok(pty_expect(&pty, "\033[?1049h") && pty_expect(&pty, "said Ines"), "what comes slowly is shown");
    feed("\nThe end.\n");
    end_feed();
    ok(pty_expect(&pty, LEFT_SCREEN) && pty_expect(&pty, "The end."), "and printed when it has ended and fits");
    check_end("one screen, slowly");
    ok(ended_with(0), "one screen, slowly: status 0");

    start_fed_with((char[]){"-F"}, 0);
    feed("A headline of it\n\n“We will go,” said Ines Caldeira.\n");
    ok(pty_expect(&pty, "said Ines"), "once more");
    pty_send(&pty, "?");
    ok(pty_expect(&pty, "type to filter"), "a key is pressed");
    end_feed();
    pty_send(&pty, "\007.");
    ok(pty_expect(&pty, "1/1") && pty.process > 0, "who has pressed one stays");
    pty_send(&pty, "q");
    check_end("one screen, after a key");
}

static void test_keep_screen(void)
{
    char *options[] = {NULL, (char[]){"--keep-screen"}, (char[]){"-X"}};

    for (size_t i = 0; i < COUNT_OF(options); i++) {
        start_fed_with(options[i], 0);
        feed_paragraphs(1, 40);
        end_feed();
        ok(pty_expect(&pty, "no. 1 of"), "a text");
        pty_send(&pty, "G");
        ok(pty_expect(&pty, "40 of it"), "its end");
        pty_send(&pty, "q");
        ok(pty_expect(&pty, LEFT_SCREEN), "the screen is left");
        check_end("keep-screen");
        ok(pty_expect(&pty, "no. 40 of it") == (i > 0), "what was on it is %s", i ? "kept" : "gone");
    }
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *missing = pty_missing();

    if (missing)
        return tap_skip_all(missing);
    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build ? build : ".");
    (void)snprintf(fifo, sizeof fifo, "%s/tests/streams.tmp", build ? build : ".");
    (void)unlink(fifo);
    if (mkfifo(fifo, 0600) != 0)
        tap_bail_out("no FIFO can be made");
    test_coming(0, "a pipe");
    test_coming(O_NONBLOCK, "a pipe on which reading does not wait");
    test_following();
    test_ends();
    test_endless();
    test_broken();
    test_failing();
    test_fifo();
    test_two();
    test_typed();
    test_one_screen();
    test_keep_screen();
    (void)unlink(fifo);
    return tap_done();
}
