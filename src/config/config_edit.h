/* A configuration with another theme in it, and nothing else changed: comments, order, blanks and line ends stay. */
#ifndef QUOIN_CONFIG_CONFIG_EDIT_H
#define QUOIN_CONFIG_CONFIG_EDIT_H

#include "base/report.h"

/*
 * `source`, of any size and form, with the theme named in it; in the arena. Where it names one, that value alone is another; where it does
 * not, a line (in a mapping in braces: a member) has come in. Empty where that cannot be done: why, and what to do, is in the report.
 */
Text config_with_theme(Arena *arena, Text source, Text theme, Report *report);

/*
 * Does `result` name the theme, say all that `source` says but for its theme, and have its bytes but for those of the theme's value (or of
 * what was added)? config_with_theme gives nothing else; who writes over a user's file asks once more.
 */
bool config_differs_in_theme_alone(Arena *arena, Text source, Text result, Text theme);

#endif
