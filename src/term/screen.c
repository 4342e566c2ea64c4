/*
 * The terminal. Taken in screen_open and given back in screen_close. On all other ways out curses may not be called, since it may be in the midst
 * of something: signals that end or stop the program, no memory left, an exit that curses makes by itself. There signals.c and emergency.c
 * give the terminal back. After a stop they only make the screen ours again; `resume` tells curses, when the loop comes to it.
 */
#include "term/screen.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "term/emergency.h"
#include "term/entry.h"
#include "term/input.h"
#include "term/paint.h"
#include "term/paint_links.h"
#include "term/query.h"
#include "term/reports/key_report.h"
#include "term/reports/mouse_report.h"
#include "term/send.h"
#include "term/signals.h"
#include "term/watch/watch.h"

typedef struct Terminal {
    SCREEN *screen;
    FILE *input, *output;
    int descriptor; /* where keys come from */
    bool in_curses; /* curses is asked for something, and may end the program */
    bool taken;     /* curses has the screen */
    ColorDepth depth;
    bool mouse, hyperlinks;
    bool reports, reporting; /* it is told to report the mouse and what is pasted; it was */
    bool asked;              /* the terminal understands questions, and what goes with the answers */
    bool keys_are_asked;     /* it has said in time that it can report keys: what undoes that is made ready */
    bool keys;               /* it is told to report keys with their modifiers */
    bool announcing;         /* it was told to say when it changes between dark and light */
    Answers answers;
    Charset charset;
    bool has_variant; /* of the last event or screen_variant */
    Variant variant;
    bool sized; /* its size was asked for since it was taken */
    int stream; /* what else to wait for; -1: nothing */
    bool stream_came;
} Terminal;

static Terminal terminal = {.descriptor = -1, .stream = -1};

/* ---- taking and giving back ---- */

#define HOLD_FRAME "\033[?2026h"
#define SHOW_FRAME "\033[?2026l"
#define PASTE_REPORTS "\033[?2004h"
#define PASTE_REPORTS_NOT "\033[?2004l"
#define ANNOUNCE "\033[?2031h\033[?996n" /* and say what is now: it may be another than at the start */
#define ANNOUNCE_NOT "\033[?2031l"

/* What no capability names goes past curses, whose own output is sent by then. */
static void send_sequence(const char *sequence)
{
    (void)send_bytes(STDOUT_FILENO, sequence, strlen(sequence));
}

static void announce_changes(bool on)
{
    if (terminal.answers.announces && terminal.announcing != on)
        send_sequence(on ? ANNOUNCE : ANNOUNCE_NOT);
    terminal.announcing = terminal.answers.announces && on;
}

/* The terminal keeps what was asked for before on a stack, one for each of its screens: this goes on that of ours, while it is shown. */
static void ask_for_keys(bool on)
{
    if (terminal.keys_are_asked && terminal.keys != on)
        send_sequence(on ? KEY_REPORTS : KEY_REPORTS_NOT);
    terminal.keys = terminal.keys_are_asked && on;
}

/* Pasted text is told from keys, and the mouse is reported, by all terminals but consoles. */
static void ask_for_reports(bool on)
{
    if (!terminal.reports || terminal.reporting == on)
        return;
    terminal.reporting = on;
    send_sequence(on ? PASTE_REPORTS : PASTE_REPORTS_NOT);
    if (terminal.mouse)
        send_sequence(on ? MOUSE_REPORTS : MOUSE_REPORTS_NOT);
}

static void hold(Hold what)
{
    sigset_t outside;

    (void)signals_hold_back(&outside);
    emergency_hold(what);
    signals_let_in(&outside);
}

/* Who is stopped in the midst of it takes the terminal again when it goes on: until then it could be given back in vain. */
static void give_back(void)
{
    bool was_taken = terminal.taken;
    sigset_t outside;

    if (was_taken) {
        announce_changes(false);
        ask_for_keys(false);
        ask_for_reports(false);
        (void)endwin();
    }
    (void)signals_hold_back(&outside);
    if (was_taken && !signals_take_resumed())
        emergency_restore_line();
    else
        (void)emergency_give_back(); /* newterm, too, may have got half way */
    terminal.taken = false;
    emergency_hold(HOLD_NOTHING);
    signals_release();
    signals_let_in(&outside);
}

static bool refuse(Report *report, const char *why)
{
    report_add(report, SEVERITY_ERROR, 0, 0, "%s", why);
    screen_close();
    return false;
}

/* Keys come from standard input when that is a terminal, else from the terminal of the process. */
static bool open_streams(Report *report)
{
    if (!isatty(STDOUT_FILENO))
        return refuse(report, "standard output is not a terminal");
    terminal.descriptor = STDIN_FILENO;
    if (!isatty(STDIN_FILENO)) {
        terminal.descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
        if (terminal.descriptor < 0)
            return refuse(report, "there is no terminal to read keys from");
    }
    if (terminal.descriptor >= FD_SETSIZE)
        return refuse(report, "too many files are open to wait for keys");
    terminal.input = terminal.descriptor == STDIN_FILENO ? stdin : fdopen(terminal.descriptor, "r+");
    terminal.output = stdout;
    return terminal.input ? true : refuse(report, "the terminal cannot be opened");
}

/* Raw, so that ^S ^Q ^Z ^C are keys like others. */
static void set_modes(void)
{
    (void)raw();
    (void)noecho();
    (void)nonl();
    (void)intrflush(stdscr, FALSE);
    (void)typeahead(-1); /* a frame is shown whole, also while keys keep coming */
    input_open(&terminal.answers);
    announce_changes(true);
    ask_for_keys(true);
    ask_for_reports(true);
}

static void set_variable(const char *name, const char *value)
{
    if (value)
        (void)setenv(name, value, 1);
    else
        (void)unsetenv(name);
}

/* How long a terminal may take to answer; what comes later is heard all the same. */
static int patience_ms(void)
{
    return getenv("SSH_CONNECTION") || getenv("SSH_TTY") ? 500 : 100;
}

/* Colours are asked for where nothing else says; not of screen, which would hand the question on and cannot show them. */
static void ask(const char *term, const ScreenOptions *options)
{
    ColorDepth depth = color_depth_with_exact(options->color, tigetnum("colors"), tigetflag("RGB") == 1);
    bool sure = depth == DEPTH_RGB || depth == DEPTH_MONO;

    terminal.answers = (Answers){.asks_emoji = options->emoji};
    terminal.asked = query_may_ask(text_from(term));
    if (!terminal.asked)
        return;
    hold(HOLD_LINE);
    query_terminal(&terminal.answers, terminal.descriptor, STDOUT_FILENO, !sure && !getenv("STY"), patience_ms());
}

/* Is there something that curses cannot show? */
static bool goes_past_curses(void)
{
    return terminal.hyperlinks || terminal.charset != CHARSET_UTF8;
}

/* curses reads the terminal's entry, as we have changed it, from TERMINFO; plainly where it will not. */
static SCREEN *open_curses(const char *term, ColorChoice choice)
{
    Arena scratch = {0};
    const char *found = getenv("TERMINFO"), *entry;
    const char *before = found ? arena_terminated(&scratch, text_from(found)) : NULL;
    int colors = tigetnum("colors");
    SCREEN *screen = NULL;

    terminal.depth = color_depth_with_exact(choice, colors, tigetflag("RGB") == 1 || terminal.answers.exact_colors);
    entry = entry_for_curses(&scratch, (EntryWishes){.exact_colors = terminal.depth == DEPTH_RGB,
                                                     .short_colors = terminal.depth == DEPTH_256,
                                                     .cells_stay = goes_past_curses()});
    if (entry) {
        set_variable("TERMINFO", entry);
        screen = newterm(term, terminal.output, terminal.input);
        set_variable("TERMINFO", before);
    }
    if (!screen) {
        terminal.hyperlinks = false;     /* cells that are moved would take their links along, */
        terminal.charset = CHARSET_UTF8; /* … and emoji */
        terminal.depth = color_depth_for(choice, colors);
        screen = newterm(term, terminal.output, terminal.input);
    }
    arena_release(&scratch);
    return screen;
}

static void set_colors(void)
{
    if (terminal.depth == DEPTH_MONO)
        return;
    (void)start_color();
    (void)use_default_colors();
    /* curses would reset the palette at the end, and with it what the user has set */
    orig_colors = NULL;
    initialize_color = NULL;
}

/* The program ends; why, others tell. It is not stopped any more. */
static void after_exhaustion(void)
{
    sigset_t outside;

    (void)signals_hold_back(&outside);
    (void)emergency_give_back();
}

/* Curses ends the program by itself where it finds no memory (_nc_err_abort in libtinfo). */
static void end_of_curses(void)
{
    sigset_t outside;

    if (!terminal.in_curses)
        return;
    (void)signals_hold_back(&outside); /* for good */
    emergency_end("quoin: the terminal's library gave up; there is not enough memory, perhaps\n");
}

static void begin_curses(void)
{
    static bool watched;

    if (!watched)
        (void)atexit(end_of_curses);
    watched = terminal.in_curses = true;
    arena_on_exhaustion(after_exhaustion);
}

/* Curses takes the terminal; whatever happens meanwhile, it is given back. */
static bool take(const char *term, ColorChoice choice)
{
    terminal.keys_are_asked = terminal.answers.reports_keys;
    emergency_prepare(terminal.asked, terminal.keys_are_asked, terminal.reports, terminal.mouse, terminal.hyperlinks);
    if (save_cursor && exit_ca_mode)
        send_sequence(save_cursor); /* where it is if the screen is left before it was entered */
    hold(HOLD_SCREEN);
    terminal.screen = open_curses(term, choice);
    terminal.taken = terminal.screen != NULL;
    if (!terminal.taken)
        return false;
    set_colors();
    set_modes();
    input_take_ahead(&terminal.answers);
    paint_open(terminal.depth);
    terminal.sized = false; /* a resize during the start is not lost: the loop asks for the size first */
    return true;
}

bool screen_open(const ScreenOptions *options, Report *report)
{
    const char *term = getenv("TERM");
    TERMINAL *probed;
    bool taken;
    int error = 0;

    terminal.mouse = options->mouse;
    terminal.hyperlinks = options->hyperlinks;
    if (!open_streams(report))
        return false;
    if (!term || !*term)
        return refuse(report, "TERM is not set; set it to your terminal's name (xterm-256color, tmux-256color, linux)");
    begin_curses();
    if (setupterm(term, STDOUT_FILENO, &error) != OK)
        return refuse(report, "the terminal is not known (TERM); try TERM=xterm-256color");
    probed = cur_term;
    if (!cursor_address) {
        (void)del_curterm(probed);
        return refuse(report, "the terminal cannot place its cursor; the article is printed instead");
    }
    emergency_begin(terminal.descriptor, STDOUT_FILENO);
    signals_catch();
    terminal.reports = query_may_ask(text_from(term));
    if (options->ask)
        ask(term, options);
    terminal.charset = answers_charset(&terminal.answers);
    taken = take(term, options->color);
    (void)del_curterm(probed); /* newterm has one of its own */
    return taken ? true : refuse(report, "the terminal cannot be set up");
}

void screen_close(void)
{
    give_back();
    paint_close();
    paint_links_close();
    watch_close();
    if (terminal.screen) {
        delscreen(terminal.screen);
        terminal.screen = NULL;
    }
    if (terminal.input && terminal.input != stdin)
        (void)fclose(terminal.input);
    terminal.input = NULL;
    terminal.descriptor = terminal.stream = -1;
    terminal.in_curses = false;
}

/* ---- size, colours, painting ---- */

void screen_size(int *row_count, int *column_count)
{
    *row_count = LINES;
    *column_count = COLS;
}

Variant screen_variant(Variant otherwise)
{
    terminal.has_variant = answers_variant(&terminal.answers, getenv("COLORFGBG"), &terminal.variant);
    return terminal.has_variant ? terminal.variant : otherwise;
}

Charset screen_charset(void)
{
    return terminal.charset;
}

/* What curses cannot show goes past it, when that is on the terminal. */
static void present_links(const Canvas *canvas)
{
    Arena scratch = {0};
    SinkMemory memory = {.arena = &scratch};
    char buffer[1024];
    Sink out;

    sink_init(&out, buffer, sizeof buffer, sink_write_memory, &memory);
    paint_links(&out, canvas, terminal.hyperlinks);
    (void)sink_flush(&out);
    if (memory.text.count)
        (void)send_bytes(STDOUT_FILENO, memory.text.items, memory.text.count);
    arena_release(&scratch);
}

void screen_present(const Canvas *canvas, const Theme *theme, Variant variant)
{
    bool whole;

    paint_canvas(canvas, theme, variant);
    whole = terminal.answers.synchronizes && (is_wintouched(stdscr) || is_cleared(curscr));
    if (whole)
        send_sequence(HOLD_FRAME);
    (void)refresh();
    if (goes_past_curses())
        present_links(canvas);
    if (whole)
        send_sequence(SHOW_FRAME);
}

void screen_redraw(void)
{
    paint_forget();
    (void)clearok(curscr, TRUE);
}

bool screen_tells_keys_apart(void)
{
    return terminal.keys_are_asked;
}

static const char *of_environment(const char *name)
{
    return getenv(name);
}

ClipboardAbility screen_clipboard(void)
{
    return clipboard_ability(text_from(terminal.answers.name), terminal.answers.has_clipboard, of_environment);
}

TextOrder screen_order(OrderChoice choice)
{
    return given_order(choice, text_from(terminal.answers.name), of_environment);
}

bool screen_copy(Text text)
{
    Arena scratch = {0};
    SinkMemory memory = {.arena = &scratch};
    char buffer[1024];
    Sink out;
    bool sent;

    sink_init(&out, buffer, sizeof buffer, sink_write_memory, &memory);
    clipboard_write(&out, text, getenv("STY") ? CLIPBOARD_THROUGH_SCREEN : CLIPBOARD_STRAIGHT);
    sent = sink_flush(&out) && send_bytes(STDOUT_FILENO, memory.text.items, memory.text.count);
    arena_release(&scratch);
    return sent;
}

static void take_size(void)
{
    struct winsize size;

    terminal.sized = true;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        (void)resizeterm(size.ws_row, size.ws_col);
        paint_forget();
    }
}

/* ---- waiting ---- */

static void take_again(void)
{
    terminal.announcing = terminal.reporting = terminal.keys = false;
    (void)doupdate();
    if (terminal.keys_are_asked) /* after a stop that nobody could prepare for it is on the stack of our screen still; an empty one stays so */
        send_sequence(KEY_REPORTS_NOT);
    set_modes();
    screen_redraw();
}

/* After a stop, of which curses was not told: it is made to forget what it believes of the terminal. */
static void resume(void)
{
    signals_lend_line(true); /* endwin sets it as it was before curses */
    (void)endwin();
    take_again();
    signals_lend_line(false);
    take_size();
}

static Event take_flags(void)
{
    if (signals_take_resumed()) {
        resume();
        return (Event){.kind = EVENT_RESUMED};
    }
    if (signals_take_resized() || !terminal.sized) {
        take_size();
        return (Event){.kind = EVENT_RESIZE};
    }
    return (Event){.kind = EVENT_NONE};
}

/* All that is waited for; the highest of them. */
static int descriptors(fd_set *set)
{
    const int all[] = {terminal.descriptor, watch_descriptor(), terminal.stream};
    int last = -1;

    FD_ZERO(set);
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        if (all[i] >= 0)
            FD_SET(all[i], set);
        last = all[i] > last ? all[i] : last;
    }
    return last;
}

/* Wait for a key, a file or the stream; false: none came, or something that take_flags tells. */
static bool wait_for_key(int timeout_ms)
{
    struct timespec wait = {timeout_ms / 1000, timeout_ms % 1000 * 1000000L};
    sigset_t outside;
    fd_set ready;
    int last = descriptors(&ready);
    bool came;

    came = signals_hold_back(&outside) &&
           pselect(last + 1, &ready, NULL, NULL, timeout_ms < 0 ? NULL : &wait, &outside) > 0;
    signals_let_in(&outside);
    terminal.stream_came = came && terminal.stream >= 0 && FD_ISSET(terminal.stream, &ready);
    return came;
}

/* The same where folders have to be looked at from time to time: `event` is that, if it comes first. */
static bool wait_in_steps(int timeout_ms, Event *event)
{
    int step_ms = watch_interval_ms();

    if (step_ms < 0)
        return wait_for_key(timeout_ms);
    while (timeout_ms != 0) {
        int waited_ms = timeout_ms >= 0 && timeout_ms < step_ms ? timeout_ms : step_ms;

        if (wait_for_key(waited_ms))
            return true;
        *event = take_flags();
        if (event->kind == EVENT_NONE && watch_take())
            event->kind = EVENT_FILES;
        if (event->kind != EVENT_NONE)
            return false;
        timeout_ms -= timeout_ms > 0 ? waited_ms : 0;
    }
    return wait_for_key(0);
}

/* Does the terminal say that it is dark or light, other than was known? What the environment says does not change. */
static bool take_variant(Variant *variant)
{
    announce_changes(true); /* when it has said just now that it can */
    if (!answers_variant(&terminal.answers, NULL, variant) || (terminal.has_variant && *variant == terminal.variant))
        return false;
    terminal.has_variant = true;
    terminal.variant = *variant;
    return true;
}

/* A key, or what the terminal said, which is read as keys are. */
static Event read_input(void)
{
    Event event = input_read(screen_now_ms());

    if (event.kind == EVENT_NONE && take_variant(&event.variant))
        event.kind = EVENT_VARIANT;
    return event;
}

/* The terminal says that there is something to read, and there is nothing: it is gone, and would say so for
 * ever. */
static bool is_gone(void)
{
    struct termios modes;

    return tcgetattr(terminal.descriptor, &modes) != 0;
}

Event screen_wait(int timeout_ms)
{
    Event event = take_flags();

    if (event.kind != EVENT_NONE)
        return event;
    event = read_input(); /* curses may hold a key already */
    if (event.kind != EVENT_NONE)
        return event;
    if (!wait_in_steps(timeout_ms, &event))
        return event.kind == EVENT_NONE ? take_flags() : event;
    event = take_flags();
    if (event.kind == EVENT_NONE)
        event = read_input();
    if (event.kind == EVENT_NONE && watch_take())
        return (Event){.kind = EVENT_FILES};
    if (event.kind == EVENT_NONE && is_gone())
        event.kind = EVENT_TERMINATE;
    if (event.kind == EVENT_NONE && terminal.stream_came)
        event.kind = EVENT_STREAM;
    return event;
}

void screen_listen(int descriptor)
{
    terminal.stream = descriptor < FD_SETSIZE ? descriptor : -1;
}

void screen_watch(const char *folder)
{
    watch_folder(folder);
    if (watch_descriptor() >= FD_SETSIZE)
        watch_close();
}

/* The whole job, as the shell's own ^Z does; what that needs is done where the signal is taken. */
void screen_suspend(void)
{
    (void)kill(0, SIGTSTP);
    if (signals_take_resumed())
        resume();
    terminal.sized = false;
}

/*
 * Keys that are signals while the terminal is not ours: in the moments between they would end or stop a program whose terminal is half given back.
 * Those that were meant for the other program are dropped, those that somebody sent this one are not.
 */
static void mask_key_signals(int how, bool ends, bool stops)
{
    sigset_t signals;

    (void)sigemptyset(&signals);
    if (stops)
        (void)sigaddset(&signals, SIGTSTP);
    if (ends) {
        (void)sigaddset(&signals, SIGINT);
        (void)sigaddset(&signals, SIGQUIT);
    }
    (void)sigprocmask(how, &signals, NULL);
}

void screen_leave(void)
{
    mask_key_signals(SIG_BLOCK, true, false);
    screen_close();
}

void screen_lend(void)
{
    mask_key_signals(SIG_BLOCK, true, true);
    give_back();
    mask_key_signals(SIG_UNBLOCK, false, true); /* who stops the other program stops this one with it */
}

void screen_take_again(void)
{
    mask_key_signals(SIG_BLOCK, true, true);
    signals_catch();
    hold(HOLD_SCREEN);
    terminal.taken = true;
    take_again();
    signals_lend_line(false); /* a stop just before may have lent it */
    terminal.sized = false;   /* it may have been resized meanwhile */
    signals_drop_keys(true);
    mask_key_signals(SIG_UNBLOCK, true, true); /* here those come that wait */
    signals_drop_keys(false);
}
