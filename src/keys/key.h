/* Keys and mouse events, free of curses: what the terminal layer reads, the keymap takes and a test types. */
#ifndef QUOIN_KEYS_KEY_H
#define QUOIN_KEYS_KEY_H

#include "base/limits.h"

/* SPECIAL(ID, name): keys that are not characters, as they are written in "<…>". */
/* clang-format off */
#define SPECIAL_KEYS(SPECIAL) \
    SPECIAL(ESCAPE, "Esc") SPECIAL(ENTER, "Enter") SPECIAL(TAB, "Tab") SPECIAL(BACKSPACE, "Backspace") \
    SPECIAL(DELETE, "Del") SPECIAL(UP, "Up") SPECIAL(DOWN, "Down") SPECIAL(LEFT, "Left") SPECIAL(RIGHT, "Right") \
    SPECIAL(HOME, "Home") SPECIAL(END, "End") SPECIAL(PAGE_UP, "PgUp") SPECIAL(PAGE_DOWN, "PgDn") \
    SPECIAL(INSERT, "Ins") SPECIAL(F1, "F1") SPECIAL(F2, "F2") SPECIAL(F3, "F3") SPECIAL(F4, "F4") SPECIAL(F5, "F5") \
    SPECIAL(F6, "F6") SPECIAL(F7, "F7") SPECIAL(F8, "F8") SPECIAL(F9, "F9") SPECIAL(F10, "F10") SPECIAL(F11, "F11") \
    SPECIAL(F12, "F12")
/* clang-format on */

enum {
    KEY_FIRST_SPECIAL = 0x110000, /* above Unicode */
#define SPECIAL(ID, name) KEY_SPECIAL_##ID,
    SPECIAL_KEYS(SPECIAL) KEY_AFTER_SPECIAL,
#undef SPECIAL
    KEY_ANY_CHARACTER /* in a binding: any one character, handed to the action ("m{char}") */
};

typedef enum KeyModifier { MODIFIER_CTRL = 1, MODIFIER_META = 2, MODIFIER_SHIFT = 4 } KeyModifier;

/* Control characters arrive as letters with MODIFIER_CTRL, Tab Enter Escape Backspace as special keys; Shift only with special keys. */
typedef struct Key {
    uint32_t code; /* a code point or KEY_SPECIAL_… */
    unsigned char modifiers;
} Key;

typedef enum MouseAction {
    MOUSE_PRESS,
    MOUSE_DOUBLE,
    MOUSE_DRAG, /* the mouse moved with the first button held */
    MOUSE_RELEASE,
    MOUSE_RIGHT,
    MOUSE_WHEEL_UP,
    MOUSE_WHEEL_DOWN
} MouseAction;

typedef struct Mouse {
    MouseAction action;
    int row, column;
} Mouse;

typedef struct KeySequence {
    Key keys[MOST_BINDING_KEYS];
    int count;
} KeySequence;

bool key_equal(Key a, Key b);
bool key_sequence_equal(const KeySequence *a, const KeySequence *b);

/* Does `start` begin `whole`, or is it the same? {char} in `whole` stands for any character. */
bool key_sequence_begins(const KeySequence *start, const KeySequence *whole);

/*
 * Sequences as they are written in configurations: characters stand for themselves, "<C-d>" "<M-v>" "<S-Tab>" "<Enter>" "<Space>" "<lt>" "{char}" for
 * the rest: "gg", "]q", "m{char}", "<C-w>h". False: the message says what is wrong with it and the nearest key name.
 */
bool key_sequence_parse(Text text, KeySequence *sequence, Arena *arena, Text *message);

/* The same backwards, as people read them: "gg", "^D", "M-v", "Space", "S-Tab", "m{char}", "↓". */
Text key_sequence_format(const KeySequence *sequence, Arena *arena);

/* … and as a configuration has them, so that key_sequence_parse gives the same again: "gg", "<C-d>", "<Space>". */
Text key_sequence_write(const KeySequence *sequence, Arena *arena);

#endif
