/* The whole program in a pseudo-terminal: read, jump, resize, suspend, hang up, quit; and the terminal as it was. */
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
#include "term/entry.h"

static Pty pty;
static char program[1024], article[1024], config[1024];

#define LAST_ANSWER "\033[?62;22c"

enum { END_MS = 1000 }; /* the reader ends within a second after a hang-up */

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
    ok(pty_expect(&pty, "quote 1/"), "the first quotation is selected");
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
    ok(pty_expect(&pty, "NAMES"), "a resize during the start");
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
    pty_signal(&pty, SIGCONT);
    ok(pty_expect(&pty, "\033[?1049h"), "resumed");
    ok(pty_expect(&pty, "two-minute tour"), "drawn again");
    pty_send(&pty, "Q");
    check_end("after a suspend");
}

static void test_signal(int number, const char *name)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_signal(&pty, number);
    check_end(name);
    ok(WIFSIGNALED(pty.status) && WTERMSIG(pty.status) == number, "%s: and it is seen by whom it was sent from", name);
}

/* Answers of the terminal that nobody asked for, keys that its entry does not know: swallowed, not typed. */
static void test_stray_sequences(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    /* the later ones are cut short, by CAN and by another one, or are in C1 */
    pty_send(&pty, "\033[?1;2c\033]11;rgb:0000/0000/0000\033\\\033[12;40R\033P1$r0m\033\\\033[25;3~\033[I"
                   "\033[1;\030\033]2;m\032\033[1;\033[25;3~\xC2\x9D"
                   "2;m\xC2\x9C\xC2\x9B"
                   "25;3~\033[O.");
    ok(pty_expect(&pty, "quote 1/"), "after stray sequences a key does what it does");
    ok(!pty_wrote(&pty, "type to filter") && !pty_wrote(&pty, "read again"), "and they did nothing");
    pty_send(&pty, "Q");
    check_end("after stray sequences");
}

/* The entry of tmux-256color names no SGR mouse, and the terminal sends it. */
static void test_mouse(const char *term)
{
    start(term, 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "%s", term);
    pty_send(&pty, "\033[<0;10;19M\033[<0;10;19m");
    ok(pty_expect(&pty, "quote 1/"), "%s: a click on the first row of the list selects it", term);
    pty_send(&pty, "\033[<65;10;5M\033[<65;10;5M\033[<65;10;5M\033[<65;10;5M");
    ok(pty_expect(&pty, "Start here"), "%s: the wheel scrolls: the header has the title now", term);
    pty_send(&pty, "Q");
    ok(pty_wait_end(&pty) && pty_is_restored(&pty), "%s: given back", term);
    ok(pty_wrote(&pty, "1000l"), "%s: the mouse is the terminal's again", term);
    pty_release(&pty);
}

/* What is pasted is no key, and a line end in it none either; what terminals report of other buttons is nothing. */
static void test_paste(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour") && pty_wrote(&pty, "\033[?2004h"), "pasted text is to be told from keys");
    pty_send(&pty, "\033[200~Quarterly report\rQ\033[201~\033[<66;20;5M\033[<67;20;5M\033[<1;20;5M\033[<128;20;5M");
    pty_send(&pty, "/\033[200~read\ting\rQ\033[201~");
    ok(pty_expect(&pty, "read ing Q"), "a pasted line end is a blank in a prompt");
    ok(!pty_wrote(&pty, "no jump to go back") && !pty_wrote(&pty, "ZZ"),
       "a paste into the text and other buttons do nothing");
    pty_send(&pty, "\033");
    (void)pty_expect(&pty, "BODY");
    pty_send(&pty, "\033[200~pasted without an end");
    (void)pty_expect_nothing(&pty, 100);
    pty_send(&pty, "\033");
    (void)pty_expect_nothing(&pty, 100);
    pty_send(&pty, ".");
    ok(pty_expect(&pty, "quote 1/"), "Escape ends a paste whose end was lost");
    pty_send(&pty, "Q");
    check_end("after pastes");
    ok(pty_wrote(&pty, "\033[?2004l"), "and no more is told");
}

/* A terminal that knows only the oldest form of reports. */
static void test_old_mouse(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_send(&pty, "\033[M \x2A\x33\033[M#\x2A\x33");
    ok(pty_expect(&pty, "quote 1/"), "a click in the oldest form selects the first row");
    pty_send(&pty, "Q");
    check_end("after old clicks");
}

/* ---- a theme of our own, in a folder of the build that is the program's data meanwhile ---- */

#define THEME(color) "quoin-theme: 1\nroles: {text: {fg: \"" color "\", bg: \"#101010\"}}\n"

static char data_folder[1024], theme_folder[1100], theme_path[1200];

static void write_theme(const char *source)
{
    FILE *file = fopen(theme_path, "w");

    if (!file)
        return;
    (void)fputs(source, file);
    (void)fclose(file);
}

static void make_theme(const char *build, const char *source)
{
    (void)snprintf(data_folder, sizeof data_folder, "%s/tests/saved.tmp", build);
    (void)snprintf(theme_folder, sizeof theme_folder, "%s/themes", data_folder);
    (void)snprintf(theme_path, sizeof theme_path, "%s/saved.yaml", theme_folder);
    (void)mkdir(data_folder, 0755);
    (void)mkdir(theme_folder, 0755);
    write_theme(source);
    (void)setenv("QUOIN_DATA", data_folder, 1);
}

static void remove_theme(void)
{
    (void)unsetenv("QUOIN_DATA");
    (void)unlink(theme_path);
    (void)rmdir(theme_folder);
    (void)rmdir(data_folder);
}

/* The reader in that theme. */
static void start_in_theme(const char *build, const char *term, const char *colorterm, const char *source)
{
    char *arguments[] = {program, (char[]){"--no-config"}, (char[]){"--theme=saved"}, article, NULL};

    make_theme(build, source);
    pty.colorterm = colorterm;
    pty_start(&pty, term, 24, 80, NULL, arguments);
}

static void end_in_theme(const char *what)
{
    pty_send(&pty, "Q");
    ok(pty_wait_end(&pty) && pty_is_restored(&pty), "%s: given back", what);
    pty_release(&pty);
    pty.colorterm = NULL;
    remove_theme();
}

/* Is the program on a terminal of that name, which this machine may not know? */
static bool is_known(const char *term)
{
    char why[64];

    if (pty_expect(&pty, "two-minute tour") && !pty_wrote(&pty, "the terminal is not known"))
        return true;
    (void)snprintf(why, sizeof why, "there is no entry of %s", term);
    tap_skip(why);
    (void)pty_wait_end(&pty);
    pty_release(&pty);
    return false;
}

/* Beyond the columns that the oldest reports can name; the header's bar ends at the right edge. */
static void test_wide_mouse(const char *term)
{
    start(term, 24, 300);
    if (!is_known(term))
        return;
    ok(pty_wrote(&pty, "\033[?1006;1000h"), "%s: reports of the mouse without a limit are asked for", term);
    pty_send(&pty, "\033[<0;298;1M\033[<0;298;1m");
    ok(pty_expect(&pty, "100%"), "%s: a click in column 298", term);
    pty_send(&pty, "Q");
    check_end(term);
}

/* Underlining that a console drops from coloured words is bold there: a theme of its own, so that nothing else is. */
static void test_dropped_attributes(const char *build, const char *term, const char *shown)
{
    start_in_theme(build, term, NULL,
                   "quoin-theme: 1\nroles:\n  text: {ansi: {fg: green, attrs: [-bold]}}\n  title: {ansi: {fg: yellow, "
                   "attrs: [underline]}}\n"
                   "  text.strong: {attrs: [-bold]}\n");
    ok(pty_expect(&pty, shown), "%s: an underlined headline is told from the text", term);
    end_in_theme(term);
}

/* What is wrong with a configuration is told in the status line: what, not only where the file is. */
static void test_wrong_config(void)
{
    const char *build = getenv("BUILDDIR");
    char path[1024];
    char *arguments[] = {program, (char[]){"--config"}, path, article, NULL};
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/tests/wrong-config.yaml", build ? build : ".");
    file = fopen(path, "w");
    if (!file) {
        ok(false, "%s is written", path);
        return;
    }
    (void)fputs("measure: 600\nmouse: perhaps\nkeys:\n  all: {g: next-quote}\n", file);
    (void)fclose(file);
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "2 mistakes, 1 warning (g<: all); wrong-config.yaml:1:10: expected"),
       "mistakes and warnings are counted, the first is told");
    pty_send(&pty, "g<");
    ok(pty_expect(&pty, "Messages: 3") && pty_expect(&pty, "perhaps") && pty_expect(&pty, "goto-top"),
       "all can be read again");
    pty_send(&pty, "q");
    pty_send(&pty, "Q");
    check_end("after a wrong configuration");
    (void)remove(path);
}

/* What cannot be opened is told before there is a screen, when there is nothing else; else on the screen. */
static void test_nothing_to_read(void)
{
    char *alone[] = {program, (char[]){"--no-config"}, (char[]){"no-such-article.yaml"}, NULL};
    char *among[] = {program, (char[]){"--no-config"}, (char[]){"no-such-article.yaml"}, article, NULL};

    pty_start(&pty, "xterm-256color", 24, 80, NULL, alone);
    ok(pty_expect(&pty, "no-such-article.yaml: No such file or directory"), "nothing to read: it is told");
    ok(pty_wait_end(&pty) && WIFEXITED(pty.status) && WEXITSTATUS(pty.status) == 2, "nothing to read: status 2");
    ok(!pty_wrote(&pty, "\033[?1049h"), "nothing to read: there was no screen");
    pty_release(&pty);
    pty_start(&pty, "xterm-256color", 24, 80, NULL, among);
    ok(pty_expect(&pty, "This article cannot be opened") && pty_expect(&pty, "No such file"),
       "among others: the reader opens, and that entry says what is wrong");
    pty_send(&pty, "J");
    ok(pty_expect(&pty, "two-minute tour"), "among others: the next one can be read");
    pty_send(&pty, "Q");
    check_end("among others");
}

static void test_control_keys(void)
{
    char *arguments[] = {program, (char[]){"--config"}, config, article, NULL};

    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "two-minute tour"), "a configuration of one's own");
    pty_send(&pty, "\n");
    ok(pty_expect(&pty, "quote 1/"), "^J is a key of its own");
    pty_send(&pty, "\010");
    ok(pty_expect(&pty, "type to filter"), "so is ^H where the terminal erases with another");
    pty_send(&pty, "\007Q");
    check_end("control keys");
}

static void test_crash(const char *input, const char *name)
{
    char *arguments[] = {program, (char[]){"--no-config"}, article, NULL};

    pty_start(&pty, "xterm-256color", 24, 80, input, arguments);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_signal(&pty, SIGSEGV);
    check_end(name);
    ok(WIFSIGNALED(pty.status), "and is still seen as one");
}

static void test_hang_up(void)
{
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_close_master(&pty);
    ok(pty_wait_end(&pty), "hang-up: it ends");
    ok(pty.waited_ms <= END_MS, "hang-up: within a second");
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

/* None of the sequences that change the terminal's palette, its own colours, or give these back. */
static bool touched_palette(void)
{
    static const char *const sequences[] = {"\033]4;",  "\033]10;", "\033]11;r", "\033]11;#",
                                            "\033]12;", "\033]104", "\033]110",  "\033]111"};
    bool touched = false;

    for (size_t i = 0; i < COUNT_OF(sequences); i++)
        touched = touched || pty_wrote(&pty, sequences[i]);
    return touched;
}

/* ---- modes ---- */

static bool wrote_title(void)
{
    return pty_wrote(&pty, "\033]0;") || pty_wrote(&pty, "\033]1;") || pty_wrote(&pty, "\033]2;") ||
           pty_wrote(&pty, "\033k");
}

/* However it ends, or stops, what the terminal was told to do differently is taken back, and nothing else of it was changed. */
static void test_modes(const char *term)
{
    static const struct {
        const char *how;
        int number; /* of a signal; 0: a key */
    } ends[] = {{"quit", 0}, {"suspend", SIGTSTP}, {"SIGTERM", SIGTERM}, {"SIGHUP", SIGHUP}, {"a crash", SIGSEGV}};

    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        pty.answers = "\033[?2026;2$y\033[?2031;2$y" LAST_ANSWER;
        start(term, 24, 80);
        if (!is_known(term))
            break;
        pty_send(&pty, "T"); /* a picker opens and closes, with its cursor */
        ok(pty_expect(&pty, "type to filter"), "%s, %s: the picker", term, ends[i].how);
        pty_send(&pty, "\007");
        if (ends[i].number == 0)
            pty_send(&pty, "Q");
        else
            pty_signal(&pty, ends[i].number);
        ok(ends[i].number == SIGTSTP ? pty_wait_stopped(&pty) : pty_wait_end(&pty), "%s, %s: it is over", term,
           ends[i].how);
        ok(!pty_mode_left(&pty), "%s, %s: no mode is left (%s)", term, ends[i].how,
           pty_mode_left(&pty) ? pty_mode_left(&pty) : "-");
        ok(!wrote_title() && !touched_palette() && pty_is_restored(&pty),
           "%s, %s: nor title, colours and line settings", term, ends[i].how);
        pty_release(&pty);
    }
    pty.answers = NULL;
}

static void test_exact_colors(const char *term, const char *colorterm, bool exact)
{
    char *arguments[] = {program, (char[]){"--no-config"}, (char[]){"--theme=gruvbox"}, article, NULL};

    pty.colorterm = colorterm;
    pty_start(&pty, term, 24, 80, NULL, arguments);
    if (!is_known(term))
        return;
    ok(pty_wrote(&pty, "38;2;235;219;178m") == exact, "%s: the theme's own colours are %ssent", term,
       exact ? "" : "not ");
    pty_send(&pty, "\032");
    ok(pty_wait_stopped(&pty), "%s: suspended", term);
    pty_signal(&pty, SIGCONT);
    ok(pty_expect(&pty, "two-minute tour"), "%s: and shown again", term);
    pty_send(&pty, "Q");
    ok(pty_wait_end(&pty) && pty_is_restored(&pty), "%s: given back", term);
    ok(!touched_palette(), "%s: the palette was not touched", term);
    pty_release(&pty);
    pty.colorterm = NULL;
}

/* A theme with a mistake at the start is used when it is mended; its end is told; one that is tried goes away again. */
static void test_theme_is_mended(const char *build)
{
    start_in_theme(build, "xterm-256color", "truecolor", THEME("#c0c1"));
    ok(pty_expect(&pty, "is not a colour"), "a theme with a mistake is told at the start");
    write_theme(THEME("#c0c1c2"));
    ok(pty_expect(&pty, "38;2;192;193;194"), "it is mended: the screen has it");
    ok(pty_expect(&pty, "read again"), "which is told in the place of the mistake");
    pty_send(&pty, "Tx");
    ok(pty_expect(&pty, "No theme of that name"), "a filter that nothing passes");
    pty_send(&pty, "\r");
    pty_send(&pty, "\007G");
    ok(pty_expect(&pty, "38;2;192;193;194"), "leaves the theme as it was");
    pty_send(&pty, "T");
    ok(pty_expect(&pty, "type to filter"), "the picker");
    write_theme(THEME("#a0a1a2"));
    ok(pty_expect(&pty, "38;2;160;161;162"), "follows what is saved");
    (void)unlink(theme_path);
    ok(pty_expect(&pty, "No theme of that name"), "… and what is removed");
    write_theme(THEME("#a0a1a3"));
    ok(pty_expect(&pty, "38;2;160;161;163"), "… and made again");
    pty_send(&pty, "\007");
    ok(pty_expect(&pty, "scroll"), "closed");
    (void)unlink(theme_path);
    ok(pty_expect(&pty, "not there any more"), "its file is removed");
    pty_send(&pty, "T");
    ok(pty_expect(&pty, "type to filter"), "the picker again");
    pty_send(&pty, "\007");
    ok(pty_expect(&pty, "scroll"), "closed again");
    pty_forget(&pty);
    pty_resize(&pty, 20, 60);
    ok(pty_expect(&pty, "[Body]") && pty_wrote(&pty, "38;2;160;161;163"), "it stays until the end");
    end_in_theme("a theme that is mended");
}

static void test_theme_is_saved(const char *build)
{
    start_in_theme(build, "xterm-256color", "truecolor", THEME("#c0c1c2"));
    ok(pty_expect(&pty, "38;2;192;193;194"), "a theme");
    ok(pty_expect(&pty, "two-minute tour"), "and a text");
    write_theme(THEME("#b0c1d2"));
    ok(pty_expect(&pty, "38;2;176;193;210"), "it is saved with another colour, and the screen has it");
    write_theme(THEME("#b0c1"));
    ok(pty_expect(&pty, "is not a colour"), "a mistake is told");
    pty_send(&pty, "G");
    ok(pty_expect(&pty, "38;2;176;193;210"), "and the theme stays");
    end_in_theme("a theme that is saved");
}

/* Themes that are tried faster than the screen is drawn; a later one may be in the memory of one that was drawn. */
static void test_themes_in_haste(const char *build)
{
    static const char *const colors[] = {"#010203", "#020304", "#030405", "#040506"};
    char *arguments[] = {program, (char[]){"--no-config"}, (char[]){"--theme=t0"}, article, NULL};
    char path[1300];

    make_theme(build, THEME("#c0c1c2"));
    for (int i = 0; i < 4; i++) {
        FILE *file;

        (void)snprintf(path, sizeof path, "%s/t%d.yaml", theme_folder, i);
        file = fopen(path, "w");
        if (file)
            (void)fprintf(file, "quoin-theme: 1\nroles: {text: {fg: \"%s\", bg: \"#101010\"}}\n", colors[i]);
        if (file)
            (void)fclose(file);
    }
    pty.colorterm = "truecolor";
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "two-minute tour"), "themes in haste");
    pty_send(&pty, "T");
    ok(pty_expect(&pty, "type to filter"), "the picker");
    pty_send(&pty, "\016");
    ok(pty_expect(&pty, "38;2;2;3;4"), "the second is tried");
    pty_send(&pty, "\016\016");
    ok(pty_expect(&pty, "38;2;4;5;6"), "the fourth is tried after the third at once");
    pty_send(&pty, "\007");
    ok(pty_expect(&pty, "38;2;1;2;3"), "and the first is there again");
    for (int i = 0; i < 4; i++) {
        (void)snprintf(path, sizeof path, "%s/t%d.yaml", theme_folder, i);
        (void)unlink(path);
    }
    end_in_theme("themes in haste");
}

/* ---- what the terminal says of itself ---- */

#define DARK_PAPER "48;2;22;24;29"
#define LIGHT_PAPER "48;2;251;247;239"

static void start_asked(const char *answers)
{
    pty.answers = answers;
    pty.colorterm = "truecolor";
    start("xterm-256color", 24, 80);
}

static void end_asked(const char *what)
{
    pty_send(&pty, "Q");
    check_end(what);
    pty.answers = pty.colorterm = NULL;
}

static void test_background(const char *answers, const char *paper, const char *what)
{
    start_asked(answers);
    ok(pty_expect(&pty, paper), "%s", what);
    ok(pty_expect(&pty, "two-minute tour"), "%s: and the text", what);
    end_asked(what);
}

/* Keys that were pressed before and between the answers do what they do, in their order. */
static void test_typed_ahead(void)
{
    start_asked("j\033]11;rgb:0000/0000/0000\033\\.\033[?2026;2$y" LAST_ANSWER);
    ok(pty_expect(&pty, "two-minute tour"), "keys between answers");
    ok(pty_expect(&pty, "quote 1/"), "do what they do");
    end_asked("after keys between answers");
    start_asked(".:z\033]11;rgb:0000/0000/0000\033\\q\033[?2026;2$y\r" LAST_ANSWER);
    ok(pty_expect(&pty, "\"zq\""), "in their order");
    end_asked("after a command between answers");
    start_asked("\033[B\033[B\033[6~" LAST_ANSWER);
    ok(pty_expect(&pty, "two-minute tour") || pty_expect(&pty, "Start here"), "cursor keys between answers");
    ok(!pty_wrote(&pty, "[B"), "are not shown as letters");
    end_asked("after cursor keys");
}

static void test_late_answers(void)
{
    start_asked("");
    ok(pty_expect(&pty, DARK_PAPER), "a terminal that does not answer: dark");
    ok(pty_expect(&pty, "two-minute tour"), "and it is not waited for long");
    ok(!pty_wrote(&pty, "\033[?2026h") && !pty_wrote(&pty, "\033[?2031h"), "modes that it has not named are not used");
    pty_send(&pty, "\033]11;rgb:ffff/ffff/ffff\033\\\033[?2026;2$y\033[?2031;2$y" LAST_ANSWER);
    ok(pty_expect(&pty, "\033[?2031h"), "the modes that it has come late, and are heard");
    ok(pty_wrote(&pty, LIGHT_PAPER) || pty_expect(&pty, LIGHT_PAPER), "so is its background");
    end_asked("after late answers");
    ok(pty_wrote(&pty, "\033[?2031l"), "and they are left");
}

/* On a slow line an answer comes in pieces: none of it is typed. */
static void test_answer_in_pieces(void)
{
    start_asked("");
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_send(&pty, "\033]11;rgb:ffff");
    (void)pty_expect_nothing(&pty, 150);
    pty_send(&pty, "/ffff/ff");
    (void)pty_expect_nothing(&pty, 150);
    pty_send(&pty, "ff\033\\");
    ok(pty_expect(&pty, LIGHT_PAPER), "an answer in three pieces is heard");
    ok(!pty_wrote(&pty, "not found"), "and nothing of it is typed");
    end_asked("after pieces");
}

static void test_live_variant(void)
{
    start_asked("\033[?997;1n\033[?2026;2$y\033[?2031;2$y" LAST_ANSWER);
    ok(pty_expect(&pty, "\033[?2031h"), "changes between dark and light are asked for");
    ok(pty_expect(&pty, "\033[?2026h") && pty_expect(&pty, DARK_PAPER) && pty_expect(&pty, "\033[?2026l"),
       "a frame is shown when it is whole");
    pty_send(&pty, "\033[?997;2n");
    ok(pty_expect(&pty, LIGHT_PAPER), "the terminal becomes light: so does the theme");
    pty_send(&pty, "gt");
    ok(pty_expect(&pty, DARK_PAPER), "gt: dark");
    pty_forget(&pty);
    pty_send(&pty, "\033[?997;1n\033[?997;2nG");
    ok(pty_expect(&pty, "100") && !pty_wrote(&pty, LIGHT_PAPER), "what the reader has chosen stays");
    pty_send(&pty, "\032");
    ok(pty_wait_stopped(&pty), "suspended");
    ok(pty_wrote(&pty, "\033[?2031l"), "suspended: nothing is announced to the shell");
    pty_signal(&pty, SIGCONT);
    ok(pty_expect(&pty, "\033[?2031h"), "resumed: changes are asked for again");
    end_asked("after announcements");
}

#define REPORTS_KEYS "\033[?0u" LAST_ANSWER

/* Where the terminal reports keys with their modifiers, it is asked to, on the screen of ours, and told to leave it whichever way that is left. */
static void test_key_reports(void)
{
    char path[512];
    char *arguments[] = {program, (char[]){"--config"}, path, article, NULL};
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/tests/apart-config.yaml", getenv("BUILDDIR") ? getenv("BUILDDIR") : ".");
    file = fopen(path, "w");
    if (!file)
        tap_bail_out("no configuration can be written");
    (void)fputs("keys: {all: {\"<C-i>\": info, \"<C-m>\": theme-picker}}\n", file);
    ok(fclose(file) == 0, "a configuration that has both");
    pty.answers = REPORTS_KEYS;
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "\033[>5u"), "keys with modifiers are asked for");
    ok(pty_wrote(&pty, "\033[?1049h") && pty_expect(&pty, "two-minute tour"), "on our screen");
    pty_send(&pty, "\033[105;5u");
    ok(pty_expect(&pty, "About this article"), "^I is a key of its own");
    pty_send(&pty, "\033[27u");
    pty_send(&pty, "\t");
    ok(pty_expect(&pty, "QUOTES"), "and no Tab, nor is Tab");
    pty_send(&pty, "\033[109;5u");
    ok(pty_expect(&pty, "type to filter"), "^M is a key of its own");
    pty_send(&pty, "\033[27u");
    pty_send(&pty, "\032");
    ok(pty_wait_stopped(&pty) && pty_wrote(&pty, "\033[<u"), "suspended: the shell has its keys");
    ok(pty_mode_left(&pty) == NULL, "suspended: nothing is left");
    pty_forget(&pty);
    pty_signal(&pty, SIGCONT);
    ok(pty_expect(&pty, "\033[>5u"), "resumed: asked for again");
    pty_forget(&pty);
    pty_signal(&pty, SIGCONT); /* as after a SIGSTOP, for which nobody could prepare */
    ok(pty_expect(&pty, "\033[<u") && pty_expect(&pty, "\033[>5u"), "going on without a stop: not twice on the stack");
    pty_send(&pty, "Q");
    check_end("after reports of keys");
    ok(pty_mode_left(&pty) == NULL, "after reports of keys: nothing is left");
    pty.answers = NULL;
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "two-minute tour") && !pty_wrote(&pty, "\033[>5u"),
       "a terminal that does not answer is not asked");
    pty_send(&pty, "\t");
    ok(pty_expect(&pty, "About this article"), "what it sends for both does what the configuration has for ^I");
    pty_send(&pty, "qQ");
    check_end("without reports of keys");
    start_asked(REPORTS_KEYS);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_send(&pty, "\033[105;5u");
    ok(pty_expect(&pty, "QUOTES"), "^I is Tab for whoever gave it no meaning");
    pty_signal(&pty, SIGTERM);
    check_end("a signal while keys are reported");
    ok(pty_mode_left(&pty) == NULL, "a signal while keys are reported: nothing is left, but %s", pty_mode_left(&pty));
    start_asked(REPORTS_KEYS);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_signal(&pty, SIGSEGV);
    check_end("a crash while keys are reported");
    ok(pty_mode_left(&pty) == NULL, "a crash while keys are reported: nothing is left");
    pty.answers = pty.colorterm = NULL;
    (void)remove(path);
}

static void test_not_asked(void)
{
    char *arguments[] = {program, (char[]){"--config"}, config, article, NULL};

    start("linux", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "a console");
    ok(!pty_wrote(&pty, "]11;") && !pty_wrote(&pty, "$p") && !pty_wrote(&pty, "\033[c"), "is not asked");
    pty_send(&pty, "Q");
    ok(pty_wait_end(&pty) && pty_is_restored(&pty), "a console: given back");
    pty_release(&pty);
    (void)snprintf(config, sizeof config, "%s/tests/vectors/config/good-not-asked.yaml",
                   getenv("SRCDIR") ? getenv("SRCDIR") : ".");
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "two-minute tour"), "ask-terminal: no");
    ok(!pty_wrote(&pty, "]11;") && !pty_wrote(&pty, "\033[c"), "nor is a terminal then");
    pty_send(&pty, "Q");
    check_end("not asked");
}

/* A terminal that keeps a colour by value shows exact ones, though no variable says so. */
static void test_exact_by_answer(void)
{
    pty.answers = "\033P1$r0;48:2::1:2:3m\033\\" LAST_ANSWER;
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, DARK_PAPER), "colours by value are asked for, and used");
    end_asked("after colours by value");
}

static void test_standard_input(void)
{
    char *arguments[] = {program, (char[]){"--no-config"}, (char[]){"-"}, NULL};

    pty_start(&pty, "xterm-256color", 24, 80, article, arguments);
    ok(pty_expect(&pty, "two-minute tour"), "an article from standard input");
    pty_send(&pty, "j.");
    ok(pty_expect(&pty, "quote 1/"), "keys come from the terminal");
    pty_send(&pty, "Q");
    check_end("standard input");
}

/* ---- a terminal that fails ---- */

static char library[1100];

static void fail_reads(void *context)
{
    (void)context;
    preload_set(library, "read@0:2+:EIO", NULL);
}

static void shorten_writes(void *context)
{
    (void)context;
    preload_set(library, "write@1:1+:short", NULL);
}

static void test_failing_terminal(const char *build)
{
    const char *missing;

    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build);
    missing = preload_missing(library);
    if (missing) {
        tap_skip(missing);
        return;
    }
    pty.prepare = fail_reads;
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "shown");
    pty_send(&pty, "j");
    check_end("a terminal that cannot be read any more");
    pty.prepare = shorten_writes;
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour"), "a terminal that takes one byte at a time");
    pty_send(&pty, "Q");
    check_end("… one byte at a time");
    ok(!pty_wrote(&pty, "\033\033"), "… and it gets every sequence whole");
    pty.prepare = NULL;
}

/* What a terminal shows only with a changed entry: exact colours, and reports of the mouse of which the entry knows nothing. */
static void test_changed_entry(const char *build)
{
    static const struct {
        const char *term, *colorterm;
        bool exact;
    } colors[] = {
        {"xterm-256color", "truecolor", true},
        {"tmux-256color", "24bit", true},
        {"screen-256color", "truecolor", true},
        {"xterm", "truecolor", true}, /* its entry has 8 colours */
        {"xterm-256color", "", false},
        {"linux", NULL, false},
        {"vt100", NULL, false},
        {"foot", "truecolor", true},
        {"xterm-kitty", "truecolor", true},
        {"alacritty", "truecolor", true},
    };
    static const char *const mice[] = {"xterm-256color", "tmux-256color", "screen-256color", "xterm-kitty"};

    test_mouse("tmux-256color");
    for (size_t i = 0; i < COUNT_OF(colors); i++)
        test_exact_colors(colors[i].term, colors[i].colorterm, colors[i].exact);
    for (size_t i = 0; i < COUNT_OF(mice); i++)
        test_wide_mouse(mice[i]);
    test_theme_is_saved(build);
    test_theme_is_mended(build);
    test_themes_in_haste(build);
}

static void test_every_mode(void)
{
    static const char *const terms[] = {"xterm-256color", "tmux-256color", "screen-256color", "linux",
                                        "vt100",          "foot",          "xterm-kitty",     "alacritty"};

    for (size_t i = 0; i < COUNT_OF(terms); i++)
        test_modes(terms[i]);
}

static void test_ends(void)
{
    test_signal(SIGTERM, "SIGTERM");
    test_signal(SIGHUP, "SIGHUP");
    test_signal(SIGINT, "SIGINT");
    test_crash(NULL, "a crash");
    test_crash("/dev/tty", "a crash, with keys from a terminal that was opened for reading only");
    test_hang_up();
}

/* Emoji that are newer than our tables are shown where the terminal has said that they take two columns, and are gone when the text is. */
static void test_newer_emoji(const char *build)
{
    static char path[1100];
    char *arguments[] = {program, (char[]){"--no-config"}, path, NULL};
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/tests/emoji.tmp.txt", build);
    file = fopen(path, "w");
    if (!file)
        tap_bail_out("no file can be written");
    (void)fputs("A headline\n\nShaking \360\237\253\250. Tired \360\237\253\251. Fight \360\237\253\257. Ends here.\n",
                file);
    (void)fclose(file);
    pty.answers = "\033[5;1R\033[5;3R\033[5;3R\033[5;2R" LAST_ANSWER;
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "Ends here") && pty_expect(&pty, "\360\237\253\250") && pty_expect(&pty, "\360\237\253\251"),
       "emoji that the terminal knows are shown");
    ok(pty_wrote(&pty, "Fight \357\277\275") && !pty_wrote(&pty, "\360\237\253\257"),
       "those that it does not know are U+FFFD");
    pty_forget(&pty);
    pty_send(&pty, "j");
    ok(pty_expect(&pty, "\360\237\253\250"), "curses may have written over them: they are written again");
    pty_send(&pty, "Q");
    check_end("after emoji");
    pty.answers = LAST_ANSWER;
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    ok(pty_expect(&pty, "Shaking \357\277\275. Tired \357\277\275."), "a terminal that does not say: U+FFFD");
    pty_send(&pty, "Q");
    check_end("after no emoji");
    pty.answers = NULL;
    start("xterm-256color", 24, 80);
    ok(pty_expect(&pty, "two-minute tour") && !pty_wrote(&pty, "\033[6n"), "without such emoji nothing is asked");
    pty_send(&pty, "Q");
    check_end("after a text without emoji");
    (void)unlink(path);
}

/* What the terminal says of itself, which a theme of exact colours shows. */
static void test_answers(void)
{
    test_background("\033]11;rgb:0000/0000/0000\033\\" LAST_ANSWER, DARK_PAPER, "a dark background");
    test_background("\033]11;rgb:ffff/ffff/ffff\007" LAST_ANSWER, LIGHT_PAPER, "a light one");
    test_background("\033]11;rgb:0000/0000/0000\007\033[?997;2n" LAST_ANSWER, LIGHT_PAPER, "a preference goes first");
    test_typed_ahead();
    test_late_answers();
    test_key_reports();
    test_answer_in_pieces();
    test_live_variant();
    test_exact_by_answer();
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR"), *missing = pty_missing();

    if (missing)
        return tap_skip_all(missing);
    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(article, sizeof article, "%s/articles/00-start-here.yaml", source ? source : ".");
    (void)snprintf(config, sizeof config, "%s/tests/vectors/config/good-control-keys.yaml", source ? source : ".");
    test_read_and_quit();
    test_resize();
    test_suspend();
    test_ends();
    test_stray_sequences();
    test_paste();
    test_old_mouse();
    test_mouse("xterm-256color");
    test_wrong_config();
    test_nothing_to_read();
    test_control_keys();
    test_plain_terminals();
    test_every_mode();
    test_dropped_attributes(build ? build : ".", "linux", "\033[0;10;1m\017\033[33mStart here: a two-minute tour");
    test_dropped_attributes(build ? build : ".", "xterm", "\033[0;4m\033[33mStart here: a two-minute tour");
    test_standard_input();
    test_failing_terminal(build ? build : ".");
    test_not_asked();
    test_newer_emoji(build ? build : ".");
    if (ENTRY_IS_SHOWN) {
        test_changed_entry(build ? build : ".");
        test_answers();
    } else {
        tap_skip("quoin was built without the terminal's entry");
    }
    return tap_done();
}
