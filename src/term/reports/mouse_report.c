/*
 * The number of a button: its two lowest bits are the button, then come 4 Shift, 8 Meta, 16 Control, which are let be; 32 the mouse has moved; 64 a
 * wheel; 128 buttons 8 to 11.
 *
 *     <0;10;19M    the first button was pressed in column 10, row 19
 *     <32;11;19M   … and the mouse moved to column 11
 *     <0;11;19m    … and there released
 *     <65;10;5M    the wheel was turned down
 */
#include "term/reports/mouse_report.h"

enum { BUTTON_BITS = 3, MOVED = 32, WHEEL = 64, FURTHER = 128, OLD_OFFSET = 32, NUMBER_MOST = 65535 };
enum { BUTTON_FIRST = 0, BUTTON_THIRD = 2, BUTTON_NONE = 3 };

/* `released`: of the form that says which button was. */
static bool action_of(unsigned number, bool released, MouseAction *action)
{
    unsigned button = number & BUTTON_BITS;
    bool moved = number & MOVED;

    if (number & FURTHER)
        return false;
    if (number & WHEEL) {
        *action = button == 0 ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN;
        return button <= 1 && !released && !moved;
    }
    if (button == BUTTON_NONE) {
        *action = MOUSE_RELEASE;
        return !moved;
    }
    if (button == BUTTON_FIRST) {
        *action = released ? MOUSE_RELEASE : moved ? MOUSE_DRAG : MOUSE_PRESS;
        return true;
    }
    *action = MOUSE_RIGHT;
    return button == BUTTON_THIRD && !released && !moved;
}

static bool mouse_of(unsigned number, bool released, size_t column, size_t row, Mouse *mouse)
{
    if (column == 0 || row == 0 || !action_of(number, released, &mouse->action))
        return false;
    mouse->row = (int)row - 1;
    mouse->column = (int)column - 1;
    return true;
}

bool mouse_report_read(Text body, Mouse *mouse)
{
    Text part, numbers;
    size_t values[3], count = 0;
    char last = body.size ? body.bytes[body.size - 1] : '\0';

    if (body.size < 2 || body.bytes[0] != '<' || (last != 'M' && last != 'm'))
        return false;
    numbers = text_slice(body, (Range){1, body.size - 1});
    for (size_t at = 0; text_next_part(numbers, ';', &at, &part); count++) {
        if (count == COUNT_OF(values) || !text_to_number(part, NUMBER_MOST, &values[count]))
            return false;
    }
    return count == COUNT_OF(values) && mouse_of((unsigned)values[0], last == 'm', values[1], values[2], mouse);
}

bool mouse_report_read_old(const uint32_t *characters, Mouse *mouse)
{
    for (size_t i = 0; i < MOUSE_OLD_CHARACTERS; i++) {
        if (characters[i] < OLD_OFFSET || characters[i] > NUMBER_MOST)
            return false;
    }
    return mouse_of(characters[0] - OLD_OFFSET, false, characters[1] - OLD_OFFSET, characters[2] - OLD_OFFSET, mouse);
}
