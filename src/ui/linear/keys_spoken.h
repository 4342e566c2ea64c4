/* Keys in words: "full stop", "left bracket s", "capital G", "Control l". Screen readers leave out signs, and braille displays letter case. */
#ifndef QUOIN_UI_LINEAR_KEYS_SPOKEN_H
#define QUOIN_UI_LINEAR_KEYS_SPOKEN_H

#include "keys/keymap.h"

/* The first keys of an action in the text; "no key" where it has none. */
Text keys_spoken(const Keymap *keymap, ActionId action, Arena *arena);

/* One key. */
Text key_spoken(Key key, Arena *arena);

#endif
