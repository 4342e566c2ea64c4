/*
 * Output stays as it is, so that a line feed is a new line; signals from keys stay on: ^C ends, ^Z stops, as in any program that prints lines.
 * One byte is read at a time. A line is edited here, by the characters that the terminal has for it: one that the terminal edits is lost at ^Z, or
 * becomes the shell's.
 */
#include "term/line_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/unicode/printable.h"
#include "term/emergency.h"
#include "term/signals.h"

enum { ESCAPE_MS = 50, LINE_MOST = 4096, NO_BYTE = -1 };

/* ---- the line's settings ---- */

static void begin_keys(const LineTerminal *terminal)
{
    struct termios wanted = terminal->found;

    if (!terminal->is_terminal)
        return;
    wanted.c_lflag &= (tcflag_t) ~(ICANON | ECHO | IEXTEN);
    wanted.c_cc[VMIN] = 1;
    wanted.c_cc[VTIME] = 0;
    (void)tcsetattr(terminal->descriptor, TCSADRAIN, &wanted);
}

bool line_terminal_open(LineTerminal *terminal, bool input_is_taken, Report *report)
{
    *terminal = (LineTerminal){.descriptor = STDIN_FILENO};
    if (input_is_taken)
        terminal->descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal->descriptor < 0) {
        report_add(report, SEVERITY_ERROR, 0, 0,
                   "the article comes by standard input, and there is no terminal to read keys from");
        return false;
    }
    terminal->is_terminal = tcgetattr(terminal->descriptor, &terminal->found) == 0;
    if (terminal->is_terminal) {
        emergency_begin(terminal->descriptor, STDOUT_FILENO);
        signals_catch();
        emergency_hold(HOLD_LINE);
    }
    begin_keys(terminal);
    return true;
}

void line_terminal_close(LineTerminal *terminal)
{
    if (terminal->is_terminal) {
        emergency_restore_line();
        emergency_hold(HOLD_NOTHING);
        signals_release();
    }
    if (terminal->descriptor > STDIN_FILENO)
        (void)close(terminal->descriptor);
}

/* ---- bytes ---- */

/* What cannot be shown is typed all the same. */
static void show(const LineTerminal *terminal, Text bytes)
{
    size_t at = 0;

    while (terminal->is_terminal && at < bytes.size) {
        ssize_t written = write(terminal->descriptor, bytes.bytes + at, bytes.size - at);

        if (written < 0 && errno != EINTR)
            return;
        at += written > 0 ? (size_t)written : 0;
    }
}

/* What was typed from `from` on, character by character; what was pasted may have some that the terminal would act upon. */
static void show_typed(const LineTerminal *terminal, Text typed, size_t from)
{
    for (size_t size; from < typed.size; from += size) {
        uint32_t code_point = utf8_decode(typed, from, &size);
        Text character = text_slice(typed, (Range){from, from + size});
        Glyph glyph = printable_next(character, 0, CHARSET_UTF8);

        if (printable_passes(code_point) && (size > 1 || code_point < 0x80))
            show(terminal, character);
        else
            show(terminal, (Text){glyph.bytes, glyph.columns ? glyph.length : 0});
    }
}

static void show_again(const LineTerminal *terminal)
{
    if (!terminal->is_typed)
        return;
    show(terminal, terminal->question);
    show(terminal, TEXT("\n"));
    show_typed(terminal, text_buffer_text(&terminal->typed), 0);
}

/* The next byte; NO_BYTE: none came in time, or (`*ended`) none will. */
static int next_byte(LineTerminal *terminal, int timeout_ms, bool *ended)
{
    struct pollfd waiting = {.fd = terminal->descriptor, .events = POLLIN};
    unsigned char byte;
    ssize_t got;
    int ready;

    do {
        if (signals_take_resumed()) {
            signals_lend_line(false);
            show_again(terminal);
        }
        ready = poll(&waiting, 1, timeout_ms);
    } while (ready < 0 && errno == EINTR);
    if (ready == 0)
        return NO_BYTE;
    do {
        got = read(terminal->descriptor, &byte, 1);
    } while (got < 0 && (errno == EINTR || errno == EAGAIN));
    *ended = got <= 0;
    return got > 0 ? byte : NO_BYTE;
}

/* ---- keys ---- */

/* After "ESC [" or "ESC O": the keys that a keyboard has beside characters. What else there is in such a sequence is read over. */
static Key escape_sequence(LineTerminal *terminal, bool *ended)
{
    static const struct {
        char final;
        uint32_t code;
    } finals[] = {{'A', KEY_SPECIAL_UP},   {'B', KEY_SPECIAL_DOWN}, {'C', KEY_SPECIAL_RIGHT},
                  {'D', KEY_SPECIAL_LEFT}, {'H', KEY_SPECIAL_HOME}, {'F', KEY_SPECIAL_END}};
    int number = 0, byte;

    while ((byte = next_byte(terminal, ESCAPE_MS, ended)) >= '0' && byte <= ';')
        number = byte <= '9' ? number % 100 * 10 + (byte - '0') : number;
    for (size_t i = 0; i < COUNT_OF(finals); i++) {
        if (finals[i].final == byte)
            return (Key){finals[i].code, 0};
    }
    return (Key){byte != '~'                  ? KEY_SPECIAL_ESCAPE
                 : number == 5                ? KEY_SPECIAL_PAGE_UP
                 : number == 6                ? KEY_SPECIAL_PAGE_DOWN
                 : number == 1 || number == 7 ? KEY_SPECIAL_HOME
                 : number == 4 || number == 8 ? KEY_SPECIAL_END
                 : number == 11               ? KEY_SPECIAL_F1
                                              : KEY_SPECIAL_ESCAPE,
                 0};
}

static Key character(LineTerminal *terminal, int first, bool *ended)
{
    char bytes[4] = {(char)first};
    size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1, count = 1, size;
    int byte;

    while (count < wanted && (byte = next_byte(terminal, ESCAPE_MS, ended)) != NO_BYTE)
        bytes[count++] = (char)byte;
    return (Key){utf8_decode((Text){bytes, count}, 0, &size), 0};
}

static Key plain_key(LineTerminal *terminal, int byte, bool *ended)
{
    switch (byte) {
    case '\n':
    case '\r':
        return (Key){KEY_SPECIAL_ENTER, 0};
    case '\t':
        return (Key){KEY_SPECIAL_TAB, 0};
    case '\b':
    case 0x7F:
        return (Key){KEY_SPECIAL_BACKSPACE, 0};
    default:
        return byte < ' ' ? (Key){(uint32_t)(byte + (byte ? '`' : '@')), MODIFIER_CTRL}
                          : character(terminal, byte, ended);
    }
}

KeyEvent line_terminal_key(LineTerminal *terminal, int timeout_ms, Key *key)
{
    bool ended = false;
    int byte = next_byte(terminal, timeout_ms, &ended), after;

    if (byte == NO_BYTE)
        return ended ? KEYS_END : KEYS_NONE;
    if (byte != '\033') {
        *key = plain_key(terminal, byte, &ended);
        return KEYS_ONE;
    }
    after = next_byte(terminal, ESCAPE_MS, &ended);
    if (after == '[' || after == 'O') {
        *key = escape_sequence(terminal, &ended);
    } else if (after == NO_BYTE) {
        *key = (Key){KEY_SPECIAL_ESCAPE, 0};
    } else {
        *key = plain_key(terminal, after, &ended);
        key->modifiers |= MODIFIER_META;
    }
    return KEYS_ONE;
}

/* ---- lines ---- */

/* Take the last `size` bytes off what was typed, and their columns off the terminal. */
static void erase(const LineTerminal *terminal, TextBuffer *typed, size_t size)
{
    size_t columns;

    (void)printable_fit(text_slice(text_buffer_text(typed), (Range){typed->count - size, typed->count}), SIZE_MAX,
                        CHARSET_UTF8, &columns);
    typed->count -= size;
    for (size_t i = 0; i < columns; i++)
        show(terminal, TEXT("\b \b"));
}

static void erase_character(const LineTerminal *terminal, TextBuffer *typed)
{
    if (typed->count)
        erase(terminal, typed, typed->count - utf8_previous(text_buffer_text(typed), typed->count));
}

static void erase_word(const LineTerminal *terminal, TextBuffer *typed)
{
    size_t start = typed->count;

    while (start && typed->items[start - 1] == ' ')
        start--;
    while (start && typed->items[start - 1] != ' ')
        start--;
    erase(terminal, typed, typed->count - start);
}

/* Is a character only begun at the end of what was typed? */
static bool is_begun(Text typed)
{
    size_t back = 0;

    while (back < 3 && back < typed.size && ((unsigned char)typed.bytes[typed.size - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back == typed.size)
        return false;
    switch ((unsigned char)typed.bytes[typed.size - 1 - back] >> 4) {
    case 0xC:
    case 0xD:
        return back < 1;
    case 0xE:
        return back < 2;
    case 0xF:
        return back < 3;
    default:
        return false;
    }
}

/* A byte of a terminal that means something. False: it is one of what is typed. */
static bool edit(LineTerminal *terminal, TextBuffer *typed, int byte, bool *ended)
{
    const cc_t *control = terminal->found.c_cc;

    if (byte == 0x7F || byte == '\b' || byte == control[VERASE])
        erase_character(terminal, typed);
    else if (byte == control[VKILL])
        erase(terminal, typed, typed->count);
    else if (byte == ('W' & 0x1F))
        erase_word(terminal, typed);
    else if (byte == '\033')
        (void)escape_sequence(terminal, ended);
    else
        return byte < ' ';
    return true;
}

static bool ends_line(const LineTerminal *terminal, const TextBuffer *typed, int byte)
{
    return byte == NO_BYTE || byte == '\n' || byte == '\r' ||
           (terminal->is_terminal && byte == terminal->found.c_cc[VEOF] && typed->count == 0);
}

KeyEvent line_terminal_line(LineTerminal *terminal, Text question, Arena *arena, Text *line)
{
    TextBuffer *typed = &terminal->typed;
    size_t shown = 0;
    bool ended = false;
    int byte;

    terminal->question = question;
    *typed = (TextBuffer){0};
    terminal->is_typed = true;
    while (!ends_line(terminal, typed, byte = next_byte(terminal, -1, &ended))) {
        char letter = (char)byte;

        if (terminal->is_terminal && edit(terminal, typed, byte, &ended)) {
            shown = shown < typed->count ? shown : typed->count;
            continue;
        }
        if (typed->count >= LINE_MOST)
            continue;
        text_buffer_add(arena, typed, (Text){&letter, 1});
        if (is_begun(text_buffer_text(typed)))
            continue;
        show_typed(terminal, text_buffer_text(typed), shown);
        shown = typed->count;
    }
    show(terminal, TEXT("\n"));
    terminal->is_typed = false;
    *line = text_buffer_text(typed);
    return byte != '\n' && byte != '\r' && typed->count == 0 ? KEYS_END : KEYS_ONE;
}
