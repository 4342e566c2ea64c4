/*
 * Up to three numbers, each of which may have parts after colons, and a final byte: "CSI number : shifted : … ; modifiers : event u", or "~" for
 * keys that have a number of their own; "CSI 1 ; modifiers A" for those with a letter. The modifiers are bits, plus one.
 *
 *     27u            Escape
 *     105;5u         Ctrl and I, which is no Tab
 *     46:62;4u       Alt, Shift and the point, which with Shift is ">": M->
 *     1;129A         Up, while Num Lock is on
 *     97;1:3u        A is let go: nothing
 *
 * Source: https://sw.kovidgoyal.net/kitty/keyboard-protocol/
 */
#include "term/reports/key_report.h"

enum {
    SHIFT = 1,
    ALT = 2,
    CTRL = 4,
    SUPER = 8,
    HYPER = 16,
    META = 32, /* 64 and 128 are locks */
    RELEASED = 3,
    PARTS_MOST = 3,
    NUMBER_MOST = 0x10FFFF
};

typedef struct KeyReport {
    size_t numbers[PARTS_MOST][PARTS_MOST]; /* 0: not given */
    char final;
} KeyReport;

/* A number, and what stands behind its colons. */
static bool read_parts(Text text, size_t numbers[PARTS_MOST])
{
    Text part;
    size_t count = 0;

    for (size_t at = 0; text_next_part(text, ':', &at, &part); count++) {
        if (count == PARTS_MOST || (part.size && !text_to_number(part, NUMBER_MOST, &numbers[count])))
            return false;
    }
    return true;
}

static bool read_report(Text body, KeyReport *report)
{
    Text numbers = text_slice(body, (Range){0, body.size - 1}), part;
    size_t count = 0;

    *report = (KeyReport){.final = body.bytes[body.size - 1]};
    for (size_t at = 0; text_next_part(numbers, ';', &at, &part); count++) {
        if (count == PARTS_MOST || !read_parts(part, report->numbers[count]))
            return false;
    }
    return true;
}

/* ---- which key ---- */

static uint32_t code_of_letter(char letter)
{
    static const struct {
        char letter;
        uint32_t code;
    } rows[] = {
        {'A', KEY_SPECIAL_UP},  {'B', KEY_SPECIAL_DOWN}, {'C', KEY_SPECIAL_RIGHT}, {'D', KEY_SPECIAL_LEFT},
        {'F', KEY_SPECIAL_END}, {'H', KEY_SPECIAL_HOME}, {'P', KEY_SPECIAL_F1},    {'Q', KEY_SPECIAL_F2},
        {'R', KEY_SPECIAL_F3},  {'S', KEY_SPECIAL_F4},   {'Z', KEY_SPECIAL_TAB},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i].letter == letter)
            return rows[i].code;
    }
    return 0;
}

static uint32_t code_of_number(size_t number)
{
    static const uint32_t codes[] = {
        [1] = KEY_SPECIAL_HOME,    [2] = KEY_SPECIAL_INSERT,    [3] = KEY_SPECIAL_DELETE, [4] = KEY_SPECIAL_END,
        [5] = KEY_SPECIAL_PAGE_UP, [6] = KEY_SPECIAL_PAGE_DOWN, [7] = KEY_SPECIAL_HOME,   [8] = KEY_SPECIAL_END,
        [11] = KEY_SPECIAL_F1,     [12] = KEY_SPECIAL_F2,       [13] = KEY_SPECIAL_F3,    [14] = KEY_SPECIAL_F4,
        [15] = KEY_SPECIAL_F5,     [17] = KEY_SPECIAL_F6,       [18] = KEY_SPECIAL_F7,    [19] = KEY_SPECIAL_F8,
        [20] = KEY_SPECIAL_F9,     [21] = KEY_SPECIAL_F10,      [23] = KEY_SPECIAL_F11,   [24] = KEY_SPECIAL_F12,
    };

    return number < COUNT_OF(codes) ? codes[number] : 0;
}

/* Keys that make no text have code points for private use; those of the number pad are as the others. */
static uint32_t code_of_private(size_t number)
{
    enum { PAD_FIRST = 57399 };
    static const uint32_t pad[] = {
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '7',
        '8',
        '9',
        '.',
        '/',
        '*',
        '-',
        '+',
        KEY_SPECIAL_ENTER,
        '=',
        ',',
        KEY_SPECIAL_LEFT,
        KEY_SPECIAL_RIGHT,
        KEY_SPECIAL_UP,
        KEY_SPECIAL_DOWN,
        KEY_SPECIAL_PAGE_UP,
        KEY_SPECIAL_PAGE_DOWN,
        KEY_SPECIAL_HOME,
        KEY_SPECIAL_END,
        KEY_SPECIAL_INSERT,
        KEY_SPECIAL_DELETE,
    };

    return number >= PAD_FIRST && number < PAD_FIRST + COUNT_OF(pad) ? pad[number - PAD_FIRST] : 0;
}

static uint32_t code_of_text(size_t number)
{
    switch (number) {
    case 9:
        return KEY_SPECIAL_TAB;
    case 13:
        return KEY_SPECIAL_ENTER;
    case 27:
        return KEY_SPECIAL_ESCAPE;
    case 8:
    case 127:
        return KEY_SPECIAL_BACKSPACE;
    default:
        break;
    }
    if (number >= 0xE000 && number <= 0xF8FF)
        return code_of_private(number);
    return number < ' ' || (number > 127 && number < 160) || (number >= 0xD800 && number < 0xE000) ? 0
                                                                                                   : (uint32_t)number;
}

/* ---- with what is held ---- */

static unsigned char modifiers_of(size_t held)
{
    return (unsigned char)((held & SHIFT ? MODIFIER_SHIFT : 0) | (held & (ALT | META) ? MODIFIER_META : 0) |
                           (held & CTRL ? MODIFIER_CTRL : 0));
}

/* Shift goes with named keys only: of a character it makes another, which is told, or is the capital. */
static void apply_shift(const KeyReport *report, Key *key)
{
    if (!(key->modifiers & MODIFIER_SHIFT) || key->code >= KEY_FIRST_SPECIAL)
        return;
    key->modifiers &= (unsigned char)~MODIFIER_SHIFT;
    if (key->modifiers & MODIFIER_CTRL)
        return; /* "<C-D>" is "<C-d>" */
    if (report->numbers[0][1])
        key->code = code_of_text(report->numbers[0][1]);
    else if (key->code >= 'a' && key->code <= 'z')
        key->code -= 'a' - 'A';
}

bool key_report_read(Text body, Key *key)
{
    KeyReport report;
    size_t held;

    if (body.size == 0 || !read_report(body, &report))
        return false;
    if (report.final == 'u')
        key->code = code_of_text(report.numbers[0][0]);
    else if (report.final == '~')
        key->code = code_of_number(report.numbers[0][0]);
    else if ((key->code = code_of_letter(report.final)) == 0)
        return false;
    held = report.numbers[1][0] ? report.numbers[1][0] - 1 : 0;
    key->modifiers = modifiers_of(held);
    if (report.final == 'Z')
        key->modifiers |= MODIFIER_SHIFT;
    if ((held & (SUPER | HYPER)) || report.numbers[1][1] == RELEASED)
        key->code = 0;
    apply_shift(&report, key);
    return true;
}
