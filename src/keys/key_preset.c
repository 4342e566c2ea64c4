#include "keys/key_preset.h"

static const KeyPreset presets[] = {
    {LITERAL(KEY_PRESET_DEFAULT), {0}},
#include "keys/presets_table.h"
};

const KeyPreset *key_presets(size_t *count)
{
    *count = COUNT_OF(presets);
    return presets;
}

const KeyPreset *key_preset_find(Text name)
{
    for (size_t i = 0; i < COUNT_OF(presets); i++) {
        if (text_equal(presets[i].name, name))
            return &presets[i];
    }
    return NULL;
}
