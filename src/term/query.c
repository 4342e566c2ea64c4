/*
 * Questions are written all at once. The last one, for the device's attributes (DA1), is answered by every terminal, and terminals answer in
 * order: when that has come, what is not there will not come. Answers and what somebody types arrive in one stream:
 *
 *     j ESC ] 11 ; rgb:ffff/fbfb/efef ESC \ ESC [ ? 2026 ; 2 $ y j ESC [ ? 6 2 c
 *     ^ ------------ OSC 11 ------------- ------ DECRQM ------- ^ ----- DA1 -----
 *     typed                                                     typed
 *
 * Where the cursor goes by the emoji of a newer Unicode is told by reports of its place (DSR 6): if two columns on, the terminal knows it as such.
 *
 * Sources: XTerm Control Sequences (OSC 11, DECRQM, DECRQSS, XTVERSION, DA1); https://contour-terminal.org/vt-extensions/ (modes 2026 and 2031, 996).
 */
#include "term/query.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "term/reports/key_report.h"
#include "term/screen.h"
#include "term/send.h"
#include "theme/color.h"

#define BACKGROUND "\033]11;?\033\\"
#define SCHEME "\033[?996n"
#define MODES "\033[?2026$p\033[?2031$p"
#define COLOR_KEPT "\033[48;2;1;2;3m\033P$qm\033\\\033[m" /* set a colour, ask which is set, reset */
#define NAME "\033[>0q"                                   /* XTVERSION */
/* From the place of the cursor (DECSC, DECRC, DSR) an emoji each of Unicode 15, 16 and 17; what was drawn is erased (EL). */
#define EMOJI "\0337\033[6n\360\237\253\250\033[6n\0338\360\237\253\251\033[6n\0338\360\237\253\252\033[6n\0338\033[K"
#define USUAL BACKGROUND SCHEME MODES NAME KEY_REPORTS_QUESTION
#define LAST "\033[c"

/* ---- one answer ---- */

/* The number from `*at` on, `digits` of base 16 at most; the value for 8 bits, rounded. */
static bool take_component(Text text, size_t *at, uint32_t *value)
{
    uint32_t number = 0, most = 0;
    int digit;

    for (; *at < text.size && most < 0xFFFF && (digit = ascii_hex_digit(text.bytes[*at])) >= 0; (*at)++) {
        number = number << 4 | (uint32_t)digit;
        most = most << 4 | 0xF;
    }
    if (most == 0)
        return false;
    *value = (number * 255 + most / 2) / most;
    return true;
}

/* "rgb:ffff/fbfb/efef", "rgba:ff/fb/ef/ff" (XParseColor(3)). */
static bool take_background(Answers *answers, Text color)
{
    size_t at = text_starts_with(color, TEXT("rgb:")) ? 3 : 4;
    uint32_t rgb = 0, component;

    if (!text_starts_with(color, TEXT("rgb:")) && !text_starts_with(color, TEXT("rgba:")))
        return false;
    for (int i = 0; i < 3; i++) {
        if (at >= color.size || color.bytes[at] != (i ? '/' : ':'))
            return false;
        at++;
        if (!take_component(color, &at, &component))
            return false;
        rgb = rgb << 8 | component;
    }
    if (at < color.size && color.bytes[at] != '/')
        return false;
    answers->has_background = true;
    answers->background = rgb;
    return true;
}

/* "?2026;2$y": 1 and 2 are set and reset, which can be changed; 0, 3 and 4 cannot. */
static bool take_mode(Answers *answers, Text body)
{
    bool known = text_ends_with(body, TEXT(";1$y")) || text_ends_with(body, TEXT(";2$y"));

    if (text_starts_with(body, TEXT("?2026;")))
        answers->synchronizes = known;
    else if (text_starts_with(body, TEXT("?2031;")))
        answers->announces = known;
    else
        return false;
    return true;
}

/* "62;22;52": what it has; 52 is the clipboard (https://vt100.net/docs/vt510-rm/DA1, and what terminals agreed upon since). */
static void take_attributes(Answers *answers, Text numbers)
{
    Text number;

    for (size_t at = 0; text_next_part(numbers, ';', &at, &number);)
        answers->has_clipboard |= text_equal(number, TEXT("52"));
}

/* "12;40R": row and column of the cursor. Keys are spelled so, too (F3 with a modifier), so it is taken only while it is waited for. */
static bool take_place(Answers *answers, Text body)
{
    size_t middle = text_find_byte(body, ';', 0), row, column;

    if (!answers->asks_emoji || answers->complete || answers->places_told == COUNT_OF(answers->places) ||
        middle == TEXT_NOT_FOUND || !text_to_number(text_slice(body, (Range){0, middle}), INT16_MAX, &row) ||
        !text_to_number(text_slice(body, (Range){middle + 1, body.size - 1}), INT16_MAX, &column))
        return false;
    answers->places[answers->places_told].row = row;
    answers->places[answers->places_told++].column = column;
    return true;
}

static bool take_control(Answers *answers, Text body)
{
    if (body.size && body.bytes[body.size - 1] == 'R')
        return take_place(answers, body);
    if (body.size < 2 || body.bytes[0] != '?')
        return false;
    switch (body.bytes[body.size - 1]) {
    case 'c':
        take_attributes(answers, text_slice(body, (Range){1, body.size - 1}));
        return answers->complete = true;
    case 'u':
        return answers->reports_keys = true; /* whatever was set before */
    case 'y':
        return take_mode(answers, body);
    case 'n':
        if (!text_equal(body, TEXT("?997;1n")) && !text_equal(body, TEXT("?997;2n")))
            return false;
        answers->has_scheme = true;
        answers->scheme = body.bytes[5] == '1' ? VARIANT_DARK : VARIANT_LIGHT;
        return true;
    default:
        return false;
    }
}

/* "11;rgb:ffff/fbfb/efef" */
static bool take_system_command(Answers *answers, Text body)
{
    static const Text background = LITERAL("11;");

    return text_starts_with(body, background) &&
           take_background(answers, text_slice(body, (Range){background.size, body.size}));
}

static void take_name(Answers *answers, Text name)
{
    size_t size = name.size < sizeof answers->name ? name.size : sizeof answers->name - 1;

    memcpy(answers->name, name.bytes, size);
    answers->name[size] = '\0';
}

/* "1$r0;48:2::1:2:3m": how the text is drawn, in one of the ways in which that is written. */
static bool take_device_control(Answers *answers, Text body)
{
    static const Text colors[] = {LITERAL("48:2:1:2:3"), LITERAL("48:2::1:2:3"), LITERAL("48;2;1;2;3")};

    if (text_starts_with(body, TEXT(">|"))) {
        take_name(answers, text_slice(body, (Range){2, body.size}));
        return true;
    }
    if (!text_starts_with(body, TEXT("1$r")) && !text_starts_with(body, TEXT("0$r")))
        return false;
    for (size_t i = 0; i < COUNT_OF(colors); i++)
        answers->exact_colors |= text_find(body, colors[i], 0) != TEXT_NOT_FOUND;
    return true;
}

bool answer_take(Answers *answers, const Sequence *sequence)
{
    Text body = sequence_body(sequence);

    switch (sequence->kind) {
    case '[':
        return take_control(answers, body);
    case ']':
        return take_system_command(answers, body);
    case 'P':
        return take_device_control(answers, body);
    default:
        return false;
    }
}

Charset answers_charset(const Answers *answers)
{
    Charset charset = CHARSET_UTF8;

    if (!answers->complete || answers->places_told != COUNT_OF(answers->places))
        return charset;
    for (int i = 0; i < EMOJI_UNICODES && answers->places[i + 1].row == answers->places[0].row &&
                    answers->places[i + 1].column == answers->places[0].column + 2;
         i++)
        charset = (Charset)(CHARSET_EMOJI_15 + i);
    return charset;
}

bool answers_variant(const Answers *answers, const char *colorfgbg, Variant *variant)
{
    Text last = text_from(colorfgbg);
    size_t number;

    if (answers->has_scheme) {
        *variant = answers->scheme;
        return true;
    }
    if (answers->has_background) {
        /* where white and black are told from it equally well */
        *variant = color_contrast(answers->background, 0xffffff) >= color_contrast(answers->background, 0)
                       ? VARIANT_DARK
                       : VARIANT_LIGHT;
        return true;
    }
    for (size_t at = text_find_byte(last, ';', 0); at != TEXT_NOT_FOUND; at = text_find_byte(last, ';', 0))
        last = text_slice(last, (Range){at + 1, last.size});
    if (!text_to_number(last, 15, &number))
        return false;
    *variant = number == 7 || number > 8 ? VARIANT_LIGHT : VARIANT_DARK;
    return true;
}

/* ---- the stream ---- */

static void keep(Answers *answers, Text typed)
{
    /* whole sequences or nothing, and nothing after what is lost */
    answers->ahead_full = answers->ahead_full || typed.size > AHEAD_BYTES - answers->ahead_size;
    if (answers->ahead_full)
        return;
    memcpy(answers->ahead + answers->ahead_size, typed.bytes, typed.size);
    answers->ahead_size += typed.size;
}

void query_feed(Sequence *sequence, Answers *answers, char byte)
{
    SequenceStep step;

    while ((step = sequence_feed(sequence, byte)) == SEQUENCE_BROKEN)
        keep(answers, sequence_bytes(sequence));
    if (step == SEQUENCE_NONE)
        keep(answers, (Text){&byte, 1});
    else if (step == SEQUENCE_META || (step == SEQUENCE_WHOLE && !answer_take(answers, sequence) &&
                                       sequence->kind == '[')) /* a key; strings are nobody's */
        keep(answers, sequence_bytes(sequence));
}

void query_end(Sequence *sequence, Answers *answers)
{
    size_t size, at = 0;

    if (sequence->state != SEQUENCE_OUTSIDE)
        keep(answers, sequence_bytes(sequence));
    *sequence = (Sequence){0};
    /* half a character for which there was no room is none */
    while (at < answers->ahead_size) {
        if (utf8_decode((Text){answers->ahead, answers->ahead_size}, at, &size) == REPLACEMENT_CHARACTER && size == 1 &&
            answers->ahead_size - at < 4 && answers->ahead_size > AHEAD_BYTES - 4)
            answers->ahead_size = at;
        at += size;
    }
}

/* ---- asking ---- */

bool query_may_ask(Text term)
{
    static const Text mute[] = {LITERAL("linux"), LITERAL("ansi"), LITERAL("cons"), LITERAL("pc"),  LITERAL("sun"),
                                LITERAL("dumb"),  LITERAL("wy"),   LITERAL("wsvt"), LITERAL("hurd")};

    for (size_t i = 0; i < COUNT_OF(mute); i++) {
        if (text_starts_with(term, mute[i]))
            return false;
    }
    return !(text_starts_with(term, TEXT("vt")) && term.size > 2 && ascii_is_digit(term.bytes[2])); /* vt100, not vte */
}

static void read_answers(Answers *answers, int input, int deadline_ms)
{
    int64_t end_ms = screen_now_ms() + deadline_ms, left_ms;
    Sequence sequence = {0};

    while (!answers->complete && (left_ms = end_ms - screen_now_ms()) > 0) {
        struct pollfd ready = {.fd = input, .events = POLLIN};
        char bytes[256];
        ssize_t size;
        int count = poll(&ready, 1, (int)left_ms);

        if (count < 0 && errno == EINTR)
            continue; /* a resize */
        if (count <= 0 || (size = read(input, bytes, sizeof bytes)) <= 0)
            break;
        for (ssize_t i = 0; i < size; i++)
            query_feed(&sequence, answers, bytes[i]);
    }
    query_end(&sequence, answers);
}

void query_terminal(Answers *answers, int input, int output, bool colors, int deadline_ms)
{
    static const Text all[2][2] = {{LITERAL(USUAL LAST), LITERAL(USUAL EMOJI LAST)},
                                   {LITERAL(USUAL COLOR_KEPT LAST), LITERAL(USUAL COLOR_KEPT EMOJI LAST)}};
    Text questions = all[colors][answers->asks_emoji];
    struct termios before, quiet;

    if (tcgetattr(input, &before) != 0)
        return;
    quiet = before;
    quiet.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    quiet.c_iflag &= ~(tcflag_t)(IXON | ICRNL);
    quiet.c_cc[VMIN] = 0;
    quiet.c_cc[VTIME] = 0;
    if (tcsetattr(input, TCSANOW, &quiet) != 0)
        return;
    if (send_bytes(output, questions.bytes, questions.size))
        read_answers(answers, input, deadline_ms);
    (void)tcsetattr(input, TCSANOW, &before);
}
