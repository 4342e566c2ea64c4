/* A configuration with another theme in it, and nothing else changed: comments, order and blanks stay. */
#ifndef QUOIN_UI_CONFIG_EDIT_H
#define QUOIN_UI_CONFIG_EDIT_H

#include "base/arena.h"

/* In the arena. Empty where it cannot be done so that the file still says all that it said ({theme: nord, …} in braces). */
Text config_with_theme(Arena *arena, Text source, Text theme);

#endif
