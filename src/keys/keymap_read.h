/* Keys as a configuration binds them. */
#ifndef QUOIN_KEYS_KEYMAP_READ_H
#define QUOIN_KEYS_KEYMAP_READ_H

#include "base/report.h"
#include "base/yaml/yaml.h"
#include "keys/keymap.h"

/*
 * `keys:` of a configuration: a mapping of contexts, each a mapping of sequences to action names ("none" unbinds). Errors with the nearest
 * name for unknown contexts, actions and keys; warnings for a binding that hides, or is hidden by, another with a common start.
 */
void keymap_configure(Keymap *keymap, const YamlNode *keys, Report *report);

#endif
