/* Keys as a configuration binds them. */
#ifndef QUOIN_KEYS_KEYMAP_READ_H
#define QUOIN_KEYS_KEYMAP_READ_H

#include "base/report.h"
#include "base/yaml/yaml.h"
#include "keys/key_preset.h"
#include "keys/keymap.h"

/* The rows of a preset over those that are there; what is wrong in it, which nothing should be, goes into the report. */
void keymap_take_preset(Keymap *keymap, const KeyPreset *preset, Report *report);

/*
 * `keys:` of a configuration: `preset`, whose rows are taken first, and a mapping of contexts, each a mapping of sequences to action names ("none"
 * unbinds). Errors with the nearest name for unknown presets, contexts, actions and keys; warnings for a binding that hides, or is hidden by, another
 * with a common start.
 */
void keymap_configure(Keymap *keymap, const YamlNode *keys, Report *report);

#endif
