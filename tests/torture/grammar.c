/*
 * A machine with a state for each place in a sequence (after ECMA-48 and https://vt100.net/emu/dec_ansi_parser). What may be written is what
 * curses takes from the terminal's entry and what the reader's own questions are, row by row; all else is told, with its name. Hostile files
 * carry sequences whose parameters no program means (31337), so that one of theirs is known even where its form is allowed.
 *
 *     ESC [ ? 1049 h     a mode, with the value that it begins with: it must have that again at the end
 *     ESC ] 52 ; c ; …   a string that is not "11;?" nor a link: told as "OSC 52;c"
 */
#include "torture/grammar.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/count_of.h"

enum { TEXT, ESCAPE, CHARSET, CONTROL, STRING, STRING_ESCAPE, CONTINUATION };

/* Private modes that may be changed. What begins set is set again; FREE is as the entry has it. */
typedef enum Start { START_OFF, START_ON, START_FREE } Start;
static const struct {
    int number;
    Start start;
} modes[] = {
    {1, START_OFF},    /* application cursor keys (smkx) */
    {7, START_ON},     /* wrapping of lines (rmam, for the last column) */
    {12, START_FREE},  /* blinking of the cursor (cnorm) */
    {25, START_ON},    /* the cursor is seen (civis) */
    {47, START_OFF},   /* the alternate screen of older entries */
    {1000, START_OFF}, /* the mouse */
    {1002, START_OFF}, /* … also while it moves */
    {1006, START_OFF}, /* … in the form without a limit */
    {1049, START_OFF}, /* the alternate screen (smcup) */
    {2004, START_OFF}, /* what is pasted is told from what is typed */
    {2026, START_OFF}, /* frames are shown when they are whole */
    {2031, START_OFF}, /* the terminal tells whether it is dark or light */
};
enum { MODE_COUNT = COUNT_OF(modes) };

/* Characters that nobody sees, or that move or hide others: nothing of these is text. */
static const struct {
    uint32_t first, last;
    const char *what;
} forbidden[] = {
    {0x80, 0x9F, "C1"},
    {0xAD, 0xAD, "invisible"},
    {0x34F, 0x34F, "invisible"},
    {0x61C, 0x61C, "bidi"},
    {0x115F, 0x1160, "invisible"},
    {0x17B4, 0x17B5, "invisible"},
    {0x180B, 0x180F, "invisible"},
    {0x200B, 0x200D, "invisible"},
    {0x200E, 0x200F, "bidi"},
    {0x2028, 0x2029, "line separator"},
    {0x202A, 0x202E, "bidi"},
    {0x2060, 0x2065, "invisible"},
    {0x2066, 0x2069, "bidi"},
    {0x206A, 0x206F, "invisible"},
    {0x3164, 0x3164, "invisible"},
    {0xFDD0, 0xFDEF, "noncharacter"},
    {0xFE00, 0xFE0F, "variation selector"},
    {0xFEFF, 0xFEFF, "invisible"},
    {0xFFA0, 0xFFA0, "invisible"},
    {0xFFF0, 0xFFF8, "invisible"},
    {0xFFF9, 0xFFFB, "interlinear"},
    {0x1BCA0, 0x1BCA3, "invisible"},
    {0x1D173, 0x1D17A, "invisible"},
    {0xE0000, 0xE0FFF, "tag"},
};

void grammar_init(Grammar *grammar, GrammarKind kind)
{
    memset(grammar, 0, sizeof *grammar);
    grammar->kind = kind;
    for (size_t i = 0; i < MODE_COUNT; i++)
        grammar->modes[i] = modes[i].start == START_ON;
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static void
complain(Grammar *grammar, const char *format, ...)
{
    va_list arguments;

    if (grammar->bad_count < GRAMMAR_BAD) {
        va_start(arguments, format);
        (void)vsnprintf(grammar->bad[grammar->bad_count], GRAMMAR_WORDS, format, arguments);
        va_end(arguments);
    }
    grammar->bad_count++;
}

/* The body of a sequence for a message: what is not printable is a point. */
static const char *shown(const Grammar *grammar, char bytes[33])
{
    size_t size = grammar->body_size < 32 ? grammar->body_size : 32;

    for (size_t i = 0; i < size; i++)
        bytes[i] = grammar->body[i] >= ' ' && grammar->body[i] < 127 ? grammar->body[i] : '.';
    bytes[size] = '\0';
    return bytes;
}

/* ---- control sequences: ESC [ ---- */

/* A control sequence in its parts. */
typedef struct Control {
    char private;      /* < = > ? or 0 */
    char intermediate; /* the last of them, or 0 */
    char final;
    int numbers[16];
    int count;
} Control;

enum { NUMBER_MOST = 9999, LINK_MOST = 2048 + 32 };

static bool read_control(const Grammar *grammar, Control *control)
{
    const char *at = grammar->body, *end = at + grammar->body_size - 1;

    memset(control, 0, sizeof *control);
    control->final = *end;
    if (at < end && strchr("<=>?", *at))
        control->private = *at++;
    control->count = 1;
    for (; at < end && ((*at >= '0' && *at <= '9') || *at == ';' || *at == ':'); at++) {
        if (*at == ';' || *at == ':') {
            if (++control->count > 16)
                return false;
        } else if (control->numbers[control->count - 1] <= NUMBER_MOST) {
            control->numbers[control->count - 1] = control->numbers[control->count - 1] * 10 + *at - '0';
        }
    }
    for (; at < end; at++) {
        if (*at < ' ' || *at > '/')
            return false;
        control->intermediate = *at;
    }
    return true;
}

static void change_mode(Grammar *grammar, int number, bool on)
{
    for (size_t i = 0; i < MODE_COUNT; i++) {
        if (modes[i].number == number) {
            grammar->modes[i] = on;
            return;
        }
    }
    complain(grammar, "mode ?%d%c", number, on ? 'h' : 'l');
}

static bool mode_is_on(const Grammar *grammar, int number)
{
    for (size_t i = 0; i < MODE_COUNT; i++) {
        if (modes[i].number == number)
            return grammar->modes[i];
    }
    return false;
}

static void change_attributes(Grammar *grammar, const Control *control)
{
    for (int i = 0; i < control->count; i++) {
        int number = control->numbers[i];

        if (number == 38 || number == 48)
            i += i + 1 < control->count && control->numbers[i + 1] == 2 ? 4 : 2;
        if (number > 107)
            complain(grammar, "attribute %d", number);
        grammar->attributes = number != 0 && (grammar->attributes || (number != 10 && number != 39 && number != 49));
    }
}

/* Forms without parameters that matter: curses moves, clears, inserts, deletes, repeats, scrolls by them. */
#define PLAIN_FINALS "@ABCDGHJKLMPSTXZbdr"

static bool take_plain(Grammar *grammar, const Control *control)
{
    if (control->final == 'm')
        change_attributes(grammar, control);
    else if (control->final == 'h' || control->final == 'l')
        grammar->insert = control->numbers[0] == 4 ? control->final == 'h' : grammar->insert;
    else if (control->final == 't' && (control->numbers[0] == 22 || control->numbers[0] == 23))
        grammar->titles += control->numbers[0] == 22 ? 1 : -1;
    else if (control->final ==
             'n') /* where the cursor is: when the terminal is asked which emoji it knows, before our screen is there */
        return grammar->body_size == 2 && control->numbers[0] == 6 && !mode_is_on(grammar, 1049);
    else if (control->final == 'c' && grammar->body_size == 1)
        grammar->asked++;
    else
        return strchr(PLAIN_FINALS, control->final) != NULL;
    /* 4: insert mode; 34: the shape of the cursor in screen's entry */
    return !strchr("hl", control->final) || control->numbers[0] == 4 || control->numbers[0] == 34;
}

/* Reports of keys: asked for, taken back, asked whether there are. */
static bool take_key_reports(Grammar *grammar, const Control *control)
{
    if (control->private == '>')
        grammar->key_reports++;
    else if (control->private == '<' && grammar->key_reports > 0)
        grammar->key_reports--;
    return !control->intermediate && control->count == 1 && control->private != '=' &&
           control->numbers[0] == (control->private == '>' ? 5 : 0);
}

static bool take_private(Grammar *grammar, const Control *control)
{
    bool known = control->numbers[0] == 2026 || control->numbers[0] == 2031;

    if (control->final == 'u')
        return take_key_reports(grammar, control);
    if (control->private == '>') /* what it calls itself */
        return control->final == 'q' && control->count == 1 && control->numbers[0] == 0 && !control->intermediate;
    if (control->private != '?')
        return false;
    if (control->intermediate)
        return control->intermediate == '$' && control->final == 'p' && control->count == 1 && known;
    if (control->final == 'n' || control->final == 'c') /* dark or light; the cursor of the Linux console */
        return control->count == 1 && (control->final == 'n' ? control->numbers[0] == 996 : control->numbers[0] <= 8);
    if (control->final != 'h' && control->final != 'l')
        return false;
    for (int i = 0; i < control->count; i++)
        change_mode(grammar, control->numbers[i], control->final == 'h');
    return true;
}

static void end_control(Grammar *grammar)
{
    char words[33];
    Control control;
    bool good = read_control(grammar, &control);

    for (int i = 0; good && i < control.count; i++)
        good = control.numbers[i] <= NUMBER_MOST;
    if (grammar->linked && control.final != 'm')
        complain(grammar, "CSI %s within a link", shown(grammar, words));
    if (good && grammar->kind != GRAMMAR_SCREEN)
        good = grammar->kind == GRAMMAR_COLORED && control.final == 'm';
    if (good)
        good =
            control.private ? take_private(grammar, &control) : !control.intermediate && take_plain(grammar, &control);
    if (!good)
        complain(grammar, "CSI %s", shown(grammar, words));
}

/* ---- strings and short sequences ---- */

/* How much of `wanted` stands at `*at`, which goes behind it: all, or as far as the body goes. False: something else stands there. */
static bool pass_words(const Grammar *grammar, size_t *at, const char *wanted)
{
    for (; *wanted && *at < grammar->body_size; wanted++, (*at)++) {
        if (grammar->body[*at] != *wanted)
            return false;
    }
    return true;
}

/*
 * "8;id=q12;https://example.org/" begins a link where none is open, "8;;" ends one, and on a screen also what may be open when a signal comes. Half
 * of it is broken off by such a signal, which a screen alone has. All of it is printable ASCII. False: it is none of these.
 */
static bool take_link(Grammar *grammar)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    bool was_linked = grammar->linked, is_screen = grammar->kind == GRAMMAR_SCREEN;
    size_t at = 0, end;

    if (!pass_words(grammar, &at, "8;"))
        return false;
    at = 0;
    if (grammar->body_size == 3 && memcmp(grammar->body, "8;;", 3) == 0) {
        grammar->linked = false;
        return was_linked || is_screen;
    }
    grammar->linked = true;
    if (was_linked || !pass_words(grammar, &at, "8;id=q") || grammar->string_size > LINK_MOST)
        return false;
    while (at < grammar->body_size && grammar->body[at] >= '0' && grammar->body[at] <= '9')
        at++;
    if (!pass_words(grammar, &at, ";"))
        return false;
    for (size_t i = 0; i < COUNT_OF(schemes); i++) {
        end = at;
        if (pass_words(grammar, &end, schemes[i]))
            return end < grammar->body_size || is_screen;
    }
    return false;
}

/* "52;c;U2FpZA==": what was copied, in base64 (XTerm Control Sequences, "Manipulate Selection Data"); a signal may break it off. */
static bool take_copied(const Grammar *grammar)
{
    size_t at = 0;

    if (!grammar->may_copy || !pass_words(grammar, &at, "52;c;"))
        return false;
    for (; at < grammar->body_size; at++) {
        if (!isalnum((unsigned char)grammar->body[at]) && !strchr("+/=", grammar->body[at]))
            return false;
    }
    return true;
}

static void end_string(Grammar *grammar)
{
    static const char background[] = "11;?", attributes[] = "$qm";
    const char *allowed = grammar->string == ']' ? background : grammar->string == 'P' ? attributes : NULL;
    char words[33];

    if (grammar->kind == GRAMMAR_SCREEN && allowed && grammar->body_size == strlen(allowed) &&
        memcmp(grammar->body, allowed, grammar->body_size) == 0)
        return;
    if (grammar->string == ']' && grammar->kind != GRAMMAR_PLAIN && take_link(grammar))
        return;
    if (grammar->string == ']' && take_copied(grammar))
        return;
    complain(grammar, "%s %s",
             grammar->string == ']'   ? "OSC"
             : grammar->string == 'P' ? "DCS"
                                      : "string",
             shown(grammar, words));
}

static void take_escape(Grammar *grammar, char byte)
{
    grammar->body_size = 0;
    grammar->state = TEXT;
    if (byte == '[') {
        grammar->state = CONTROL;
    } else if (strchr("]P_^X", byte) && byte) {
        grammar->string = byte;
        grammar->string_size = 0;
        grammar->state = STRING;
    } else if (grammar->kind != GRAMMAR_SCREEN && byte != '(') {
        complain(grammar, "ESC %c", byte > ' ' ? byte : '.');
    } else if (byte == '(' || byte == ')') {
        grammar->string = byte;
        grammar->state = CHARSET;
    } else if (byte == '=' || byte == '>') {
        grammar->keypad = byte == '=';
    } else if (!byte || !strchr("78MDE\\", byte)) {
        complain(grammar, "ESC %c", byte > ' ' ? byte : '.');
    }
}

static void take_charset(Grammar *grammar, char byte)
{
    if (grammar->string == '(')
        grammar->graphics = byte == '0';
    if (byte != 'B' && byte != '0')
        complain(grammar, "character set %c", byte > ' ' ? byte : '.');
    grammar->state = TEXT;
}

/* ---- text ---- */

static void keep_text(Grammar *grammar, char byte)
{
    if (grammar->text_size == GRAMMAR_TEXT - 1) {
        memmove(grammar->text, grammar->text + GRAMMAR_TEXT / 2, GRAMMAR_TEXT / 2);
        grammar->text_size -= GRAMMAR_TEXT / 2;
    }
    grammar->text[grammar->text_size++] = byte;
    grammar->text[grammar->text_size] = '\0';
}

static void take_code(Grammar *grammar)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t code = grammar->code;

    if (code < least[grammar->code_size] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        complain(grammar, "not UTF-8: %d bytes for U+%04lX", grammar->code_size, (unsigned long)code);
        return;
    }
    for (size_t i = 0; i < COUNT_OF(forbidden); i++) {
        if (code >= forbidden[i].first && code <= forbidden[i].last)
            complain(grammar, "%s U+%04lX", forbidden[i].what, (unsigned long)code);
    }
    if ((code & 0xFFFE) == 0xFFFE)
        complain(grammar, "noncharacter U+%04lX", (unsigned long)code);
}

static void take_control_character(Grammar *grammar, unsigned char byte)
{
    grammar->line_feeds += byte == '\n';
    if (byte == '\n' && grammar->linked)
        complain(grammar, "a link goes on in the next line");
    if (byte == 0x0E || byte == 0x0F)
        grammar->graphics = byte == 0x0E;
    if (grammar->kind == GRAMMAR_SCREEN ? !strchr("\r\n\b\t\x0E\x0F", byte) || !byte : byte != '\n' && byte != '\t')
        complain(grammar, "control 0x%02X", byte);
    if (byte == '\n')
        keep_text(grammar, '\n');
}

static void take_text(Grammar *grammar, unsigned char byte)
{
    grammar->code_size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    grammar->code_left = grammar->code_size - 1;
    if (byte == 0x1B) {
        grammar->state = ESCAPE;
    } else if (byte < ' ' || byte == 0x7F) {
        take_control_character(grammar, byte);
    } else if (byte < 0x7F) {
        keep_text(grammar, (char)byte);
    } else if (byte >= 0xC2 && byte < 0xF5) {
        grammar->code = byte & (0x7Fu >> grammar->code_size);
        grammar->state = CONTINUATION;
    } else {
        complain(grammar, byte < 0xA0 ? "C1 byte 0x%02X" : "not UTF-8: 0x%02X", byte);
    }
}

static void take_continuation(Grammar *grammar, unsigned char byte)
{
    grammar->state = TEXT;
    if ((byte & 0xC0) != 0x80) {
        if (byte == 0x1B && grammar->kind == GRAMMAR_SCREEN)
            grammar->broken++;
        else
            complain(grammar, "not UTF-8: cut by 0x%02X", byte);
        take_text(grammar, byte);
        return;
    }
    grammar->code = grammar->code << 6 | (byte & 0x3F);
    if (--grammar->code_left == 0)
        take_code(grammar);
    else
        grammar->state = CONTINUATION;
}

static void add_body(Grammar *grammar, char byte)
{
    if (grammar->body_size < GRAMMAR_BODY)
        grammar->body[grammar->body_size++] = byte;
}

static void take_control(Grammar *grammar, unsigned char byte)
{
    if (byte < ' ' || byte > 0x7E)
        complain(grammar, "control 0x%02X within a sequence", byte);
    add_body(grammar, (char)byte);
    if (byte >= 0x40 && byte <= 0x7E) {
        grammar->state = TEXT;
        end_control(grammar);
    }
}

static void take_string(Grammar *grammar, unsigned char byte)
{
    if (byte == 0x07 || (byte == '\\' && grammar->state == STRING_ESCAPE)) {
        grammar->state = TEXT;
        end_string(grammar);
    } else if (grammar->state == STRING_ESCAPE) {
        grammar->broken++;
        take_escape(grammar, (char)byte);
    } else if (byte == 0x1B) {
        grammar->state = STRING_ESCAPE;
    } else {
        if (byte < ' ' || byte > 0x7E)
            complain(grammar, "control 0x%02X within a string", byte);
        grammar->string_size++;
        add_body(grammar, (char)byte);
    }
}

static void take_byte(Grammar *grammar, unsigned char byte)
{
    if (byte == 0x1B && (grammar->state == ESCAPE || grammar->state == CHARSET || grammar->state == CONTROL)) {
        grammar->broken++; /* a terminal begins anew there */
        grammar->state = ESCAPE;
        return;
    }
    switch (grammar->state) {
    case TEXT:
        take_text(grammar, byte);
        break;
    case ESCAPE:
        take_escape(grammar, (char)byte);
        break;
    case CHARSET:
        take_charset(grammar, (char)byte);
        break;
    case CONTROL:
        take_control(grammar, byte);
        break;
    case STRING:
    case STRING_ESCAPE:
        take_string(grammar, byte);
        break;
    case CONTINUATION:
        take_continuation(grammar, byte);
        break;
    default:
        abort();
    }
}

void grammar_feed(Grammar *grammar, const char *bytes, size_t size)
{
    grammar->total += size;
    for (size_t i = 0; i < size; i++)
        take_byte(grammar, (unsigned char)bytes[i]);
}

/* ---- what is left ---- */

const char *grammar_left(const Grammar *grammar)
{
    static char words[32];

    for (size_t i = 0; i < MODE_COUNT; i++) {
        if (modes[i].start == START_FREE || grammar->modes[i] == (modes[i].start == START_ON))
            continue;
        (void)snprintf(words, sizeof words, "mode ?%d is left %s", modes[i].number, grammar->modes[i] ? "set" : "reset");
        return words;
    }
    return grammar->attributes        ? "attributes are left on"
           : grammar->keypad          ? "the keypad is left on"
           : grammar->graphics        ? "the line-drawing set is left on"
           : grammar->insert          ? "insert mode is left on"
           : grammar->linked          ? "a link is left open"
           : grammar->titles > 0      ? "a title is left on the stack"
           : grammar->key_reports > 0 ? "reports of keys are left on"
           : grammar->state != TEXT   ? "it ends within a sequence"
                                      : NULL;
}

bool grammar_wrote(const Grammar *grammar, const char *words)
{
    return strstr(grammar->text, words) != NULL;
}

const char *grammar_fault(const Grammar *grammar)
{
    static const char *const faults[] = {
        "Sanitizer",   "runtime error: ", "Assertion `",     "stack smashing",
        "double free", "corrupted size",  "free(): invalid", "buffer overflow detected"};

    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        if (grammar_wrote(grammar, faults[i]))
            return faults[i];
    }
    return NULL;
}
