/* Keys for hands from elsewhere: files of the configuration's own form, src/keys/presets/NAME.yaml, which are a part of the program. */
#ifndef QUOIN_KEYS_KEY_PRESET_H
#define QUOIN_KEYS_KEY_PRESET_H

#include "base/text.h"

/* The default keys, to which each preset is an addition. */
#define KEY_PRESET_DEFAULT "less-vim"

typedef struct KeyPreset {
    Text name;
    Text source; /* empty for the default */
} KeyPreset;

/* All of them, the default first. */
const KeyPreset *key_presets(size_t *count);

/* NULL: there is none of that name. */
const KeyPreset *key_preset_find(Text name);

#endif
