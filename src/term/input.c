/* Reading: curses' key numbers and wide characters to keys; what else a terminal sends, which curses does not know: reports of the mouse, pasted
 * text, answers. */
#include "term/input.h"

#include <curses.h>
#include <errno.h>

#include "term/reports/key_report.h"
#include "term/reports/mouse_report.h"

enum {
    DOUBLE_CLICK_MS = 400,
    SEQUENCE_MS = 50,        /* between two bytes of one control sequence */
    ANSWER_MS = 1000,        /* … that is an answer */
    SEQUENCE_LONGEST = 65536 /* characters of one that are swallowed */
};

static struct {
    int row, column;
    int64_t at_ms;
} last_press;

static Answers *answers_to;
static bool is_pasting; /* what comes was not typed */

void input_open(Answers *answers)
{
    answers_to = answers;
    is_pasting = false;
    set_escdelay(25);
    (void)keypad(stdscr, TRUE);
    (void)nodelay(stdscr, TRUE);
    last_press.at_ms = -DOUBLE_CLICK_MS;
    (void)define_key(NULL, KEY_MOUSE); /* curses takes sideways wheels for buttons, and knows no mouse that moves */
}

void input_take_ahead(const Answers *answers)
{
    for (size_t i = answers->ahead_size; i-- > 0;)
        (void)ungetch((unsigned char)answers->ahead[i]);
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
    for (size_t i = 0; i < COUNT_OF(special_keys); i++) {
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

/* A press of the first button: two in one cell, soon after one another, are a double click. */
static MouseAction press_at(int row, int column, int64_t now_ms)
{
    bool again = now_ms - last_press.at_ms < DOUBLE_CLICK_MS && last_press.row == row && last_press.column == column;

    last_press.row = row;
    last_press.column = column;
    last_press.at_ms = again ? now_ms - DOUBLE_CLICK_MS : now_ms;
    return again ? MOUSE_DOUBLE : MOUSE_PRESS;
}

static Event mouse_event(Mouse mouse, int64_t now_ms)
{
    if (mouse.action == MOUSE_PRESS)
        mouse.action = press_at(mouse.row, mouse.column, now_ms);
    return (Event){.kind = EVENT_MOUSE, .mouse = mouse};
}

/* ---- control sequences that the terminal's entry does not know ---- */

/* The next character of a sequence; its bytes come at once, or after a moment on a slow line. False: there is none. */
static bool next_of_sequence(wint_t *character, int patience_ms)
{
    int outcome;

    timeout(patience_ms);
    outcome = get_wch(character);
    timeout(0);
    return outcome == OK;
}

/* The rest of what begins as an answer is waited for longer, and the end of a string: it would be taken for keys. */
static int patience_for(const Sequence *sequence)
{
    Text begun = sequence_body(sequence);
    bool answer = sequence->state == SEQUENCE_STRING_ESCAPE ||
                  (sequence->kind == '[' && text_starts_with(begun, TEXT("?"))) ||
                  (sequence->kind == ']' && text_starts_with(begun, TEXT("11;"))) ||
                  (sequence->kind == 'P' && text_starts_with(begun, TEXT(">|"))) ||
                  (sequence->kind == 'P' && begun.size > 2 && text_equal(text_slice(begun, (Range){1, 3}), TEXT("$r")));

    return answer ? ANSWER_MS : SEQUENCE_MS;
}

/* What the last of its bytes does. */
static SequenceStep feed_character(Sequence *sequence, wint_t character)
{
    char bytes[4];
    size_t size = utf8_encode((uint32_t)character, bytes);
    SequenceStep step = SEQUENCE_MORE;

    for (size_t i = 0; i < size && (i == 0 || step == SEQUENCE_MORE); i++)
        step = sequence_feed(sequence, bytes[i]);
    return step;
}

/* Keys that came before curses had put the terminal into its mode, that its entry does not name, or that are reported with their modifiers. */
static Event usual_key(Text body)
{
    Key key;

    return key_report_read(body, &key) && key.code ? (Event){.kind = EVENT_KEY, .key = key}
                                                   : (Event){.kind = EVENT_NONE};
}

static Event key_event(uint32_t code)
{
    return (Event){.kind = EVENT_KEY, .key = {.code = code}};
}

/* A key with Meta, or of the application keypad when the entry does not name it. */
static Event meta_key(wint_t character)
{
    Event event = {.kind = EVENT_KEY, .key = key_from_character(character)};

    if (character == 'O')
        return next_of_sequence(&character, SEQUENCE_MS) && character < 0x80
                   ? usual_key((Text){(char[]){(char)character}, 1})
                   : (Event){.kind = EVENT_NONE};
    event.key.modifiers |= MODIFIER_META;
    return event;
}

/* The oldest form of a report has three characters behind its end. */
static Event old_mouse_event(int64_t now_ms)
{
    uint32_t characters[MOUSE_OLD_CHARACTERS];
    Mouse mouse;

    for (size_t i = 0; i < MOUSE_OLD_CHARACTERS; i++) {
        wint_t character;

        if (!next_of_sequence(&character, SEQUENCE_MS))
            return (Event){.kind = EVENT_NONE};
        characters[i] = (uint32_t)character;
    }
    return mouse_report_read_old(characters, &mouse) ? mouse_event(mouse, now_ms) : (Event){.kind = EVENT_NONE};
}

/* Pasted text stands between two of them (XTerm Control Sequences, "Bracketed Paste Mode"). */
static bool takes_paste(Text body)
{
    bool begins = text_equal(body, TEXT("200~"));

    if (!begins && !text_equal(body, TEXT("201~")))
        return false;
    is_pasting = begins;
    return true;
}

static Event control_event(Text body, int64_t now_ms)
{
    Mouse mouse;

    if (takes_paste(body))
        return (Event){.kind = EVENT_NONE};
    if (text_equal(body, TEXT("M")))
        return old_mouse_event(now_ms);
    return mouse_report_read(body, &mouse) ? mouse_event(mouse, now_ms) : usual_key(body);
}

/* The rest of a sequence, of which `character` was the last that was fed. Keys and answers are read, all else is swallowed. */
static Event read_sequence(Sequence *sequence, wint_t character, SequenceStep step, int64_t now_ms)
{
    for (int left = SEQUENCE_LONGEST; left > 0; left--) {
        if (step == SEQUENCE_META)
            return meta_key(character);
        if (step == SEQUENCE_WHOLE)
            return answer_take(answers_to, sequence) || sequence->kind != '['
                       ? (Event){.kind = EVENT_NONE}
                       : control_event(sequence_body(sequence), now_ms);
        if (step == SEQUENCE_CANCELLED)
            break;
        if (step == SEQUENCE_MORE && !next_of_sequence(&character, patience_for(sequence)))
            return sequence->state == SEQUENCE_ESCAPE ? key_event(KEY_SPECIAL_ESCAPE) : (Event){.kind = EVENT_NONE};
        step = feed_character(sequence, character);
    }
    return (Event){.kind = EVENT_NONE};
}

/* ESC and a character at once are Meta; ESC alone is Escape (curses has waited for the rest of a key's sequence). */
static Event escape(Sequence *sequence, int64_t now_ms)
{
    wint_t character;
    int outcome = get_wch(&character);

    if (outcome == KEY_CODE_YES)
        (void)ungetch((int)character);
    if (outcome != OK)
        return key_event(KEY_SPECIAL_ESCAPE);
    return character == 0x1B ? meta_key(character)
                             : read_sequence(sequence, character, feed_character(sequence, character), now_ms);
}

/* A character, or what it begins. */
static Event read_character(wint_t character, int64_t now_ms)
{
    Sequence sequence = {0};
    SequenceStep step = feed_character(&sequence, character);

    if (step == SEQUENCE_MORE)
        return sequence.state == SEQUENCE_ESCAPE ? escape(&sequence, now_ms)
                                                 : read_sequence(&sequence, character, step, now_ms);
    return (Event){.kind = EVENT_KEY, .key = key_from_character(character)};
}

static bool is_control(wint_t character)
{
    return character < ' ' || (character >= 0x7F && character < 0xA0);
}

/* A key while text is pasted is none. Escape is: it was typed, since terminals let none into what they paste; so the end of that was lost. */
static Event pasted(Event event, wint_t character)
{
    if (event.kind != EVENT_KEY)
        return event;
    if (event.key.code == KEY_SPECIAL_ESCAPE && !event.key.modifiers) {
        is_pasting = false;
        return event;
    }
    if (character == 0x1B)
        return (Event){.kind = EVENT_NONE};
    return (Event){.kind = EVENT_PASTED, .key = {.code = is_control(character) ? ' ' : (uint32_t)character}};
}

Event input_read(int64_t now_ms)
{
    Event event = {.kind = EVENT_NONE};
    bool was_pasting = is_pasting;
    wint_t character = 0;
    int outcome;

    errno = 0;
    outcome = get_wch(&character);
    if (outcome == ERR &&
        errno == EIO) /* it has been hung up, or we are a job that nobody waits for: it would say so for ever */
        event.kind = EVENT_TERMINATE;
    if (outcome == ERR)
        return event;
    if (outcome == KEY_CODE_YES) {
        if (character != KEY_RESIZE && !is_pasting && key_from_curses((int)character, &event.key))
            event.kind = EVENT_KEY;
        return event;
    }
    event = read_character(character, now_ms);
    return was_pasting ? pasted(event, character) : event;
}
