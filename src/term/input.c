/* Reading: curses' key numbers and wide characters to keys, mouse states to presses, double clicks and wheel
 * turns. */
#include "term/input.h"

#include <curses.h>

enum { DOUBLE_CLICK_MS = 400 };

static struct {
    int row, column;
    int64_t at_ms;
} last_press;

void input_open(bool mouse)
{
    set_escdelay(25);
    (void)keypad(stdscr, TRUE);
    (void)nodelay(stdscr, TRUE);
    (void)meta(stdscr, TRUE);
    last_press.at_ms = -DOUBLE_CLICK_MS;
    if (!mouse)
        return;
    (void)mouseinterval(0);
    (void)mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON3_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED,
                    NULL);
}

static const struct {
    int curses;
    uint32_t code;
    unsigned char modifiers;
} special_keys[] = {
    {KEY_UP, KEY_SPECIAL_UP, 0},
    {KEY_DOWN, KEY_SPECIAL_DOWN, 0},
    {KEY_LEFT, KEY_SPECIAL_LEFT, 0},
    {KEY_RIGHT, KEY_SPECIAL_RIGHT, 0},
    {KEY_HOME, KEY_SPECIAL_HOME, 0},
    {KEY_END, KEY_SPECIAL_END, 0},
    {KEY_PPAGE, KEY_SPECIAL_PAGE_UP, 0},
    {KEY_NPAGE, KEY_SPECIAL_PAGE_DOWN, 0},
    {KEY_IC, KEY_SPECIAL_INSERT, 0},
    {KEY_DC, KEY_SPECIAL_DELETE, 0},
    {KEY_BACKSPACE, KEY_SPECIAL_BACKSPACE, 0},
    {KEY_ENTER, KEY_SPECIAL_ENTER, 0},
    {KEY_BTAB, KEY_SPECIAL_TAB, MODIFIER_SHIFT},
    {KEY_SF, KEY_SPECIAL_DOWN, MODIFIER_SHIFT},
    {KEY_SR, KEY_SPECIAL_UP, MODIFIER_SHIFT},
    {KEY_SLEFT, KEY_SPECIAL_LEFT, MODIFIER_SHIFT},
    {KEY_SRIGHT, KEY_SPECIAL_RIGHT, MODIFIER_SHIFT},
    {KEY_SHOME, KEY_SPECIAL_HOME, MODIFIER_SHIFT},
    {KEY_SEND, KEY_SPECIAL_END, MODIFIER_SHIFT},
};

static bool key_from_curses(int number, Key *key)
{
    if (number >= KEY_F(1) && number <= KEY_F(12)) {
        *key = (Key){.code = KEY_SPECIAL_F1 + (uint32_t)(number - KEY_F(1))};
        return true;
    }
    for (size_t i = 0; i < sizeof special_keys / sizeof special_keys[0]; i++) {
        if (special_keys[i].curses == number) {
            *key = (Key){.code = special_keys[i].code, .modifiers = special_keys[i].modifiers};
            return true;
        }
    }
    return false;
}

/* A character as it came: control characters are letters with Ctrl, but for the keys that have a name of
 * their own. */
static Key key_from_character(wint_t character)
{
    switch (character) {
    case 0x1B:
        return (Key){.code = KEY_SPECIAL_ESCAPE};
    case '\r': /* nonl(): Enter is a carriage return, and a line feed is ^J */
        return (Key){.code = KEY_SPECIAL_ENTER};
    case '\t':
        return (Key){.code = KEY_SPECIAL_TAB};
    case 0x7F:
        return (Key){.code = KEY_SPECIAL_BACKSPACE};
    default:
        break;
    }
    if (character == (wint_t)(unsigned char)erasechar())
        return (Key){.code = KEY_SPECIAL_BACKSPACE};
    if (character == 0)
        return (Key){.code = ' ', .modifiers = MODIFIER_CTRL};
    if (character < 0x1B)
        return (Key){.code = (uint32_t)character + 'a' - 1, .modifiers = MODIFIER_CTRL};
    if (character < 0x20)
        return (Key){.code = (uint32_t)character + '@', .modifiers = MODIFIER_CTRL};
    return (Key){.code = (uint32_t)character};
}

static Event mouse_event(int64_t now_ms)
{
    Event event = {.kind = EVENT_MOUSE};
    MEVENT raw;
    bool again;

    if (getmouse(&raw) != OK)
        return (Event){.kind = EVENT_NONE};
    event.mouse.row = raw.y;
    event.mouse.column = raw.x;
    if (raw.bstate & BUTTON4_PRESSED) {
        event.mouse.action = MOUSE_WHEEL_UP;
    } else if (raw.bstate & BUTTON5_PRESSED) {
        event.mouse.action = MOUSE_WHEEL_DOWN;
    } else if (raw.bstate & BUTTON3_PRESSED) {
        event.mouse.action = MOUSE_RIGHT;
    } else if (raw.bstate & BUTTON1_RELEASED) {
        event.mouse.action = MOUSE_RELEASE;
    } else if (raw.bstate & BUTTON1_PRESSED) {
        again = now_ms - last_press.at_ms < DOUBLE_CLICK_MS && last_press.row == raw.y &&
                last_press.column == raw.x;
        event.mouse.action = again ? MOUSE_DOUBLE : MOUSE_PRESS;
        last_press.row = raw.y;
        last_press.column = raw.x;
        last_press.at_ms = again ? now_ms - DOUBLE_CLICK_MS : now_ms;
    } else {
        event.kind = EVENT_NONE;
    }
    return event;
}

/* ESC and a character at once are Meta; ESC alone is Escape (curses has waited for the rest of a sequence).
 */
static Key escape_or_meta(void)
{
    wint_t character;
    int outcome = get_wch(&character);
    Key key;

    if (outcome == ERR)
        return (Key){.code = KEY_SPECIAL_ESCAPE};
    if (outcome == KEY_CODE_YES) {
        (void)ungetch((int)character);
        return (Key){.code = KEY_SPECIAL_ESCAPE};
    }
    key = key_from_character(character);
    key.modifiers |= MODIFIER_META;
    return key;
}

Event input_read(int64_t now_ms)
{
    Event event = {.kind = EVENT_NONE};
    wint_t character = 0;
    int outcome = get_wch(&character);

    if (outcome == ERR)
        return event;
    if (outcome == KEY_CODE_YES) {
        if (character == KEY_MOUSE)
            return mouse_event(now_ms);
        if (character != KEY_RESIZE && key_from_curses((int)character, &event.key))
            event.kind = EVENT_KEY;
        return event;
    }
    event.kind = EVENT_KEY;
    event.key = character == 0x1B ? escape_or_meta() : key_from_character(character);
    return event;
}
