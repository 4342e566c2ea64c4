/* A configuration with another value for one key in it, and nothing else changed: comments, order, blanks and line ends stay. */
#ifndef QUOIN_CONFIG_CONFIG_EDIT_H
#define QUOIN_CONFIG_CONFIG_EDIT_H

#include "base/report.h"

/*
 * `source`, of any size and form, with `key: value` in it; in the arena. The key is one word, such as "theme", and its value is a scalar. Where
 * `source` has the key, that value alone is another; where it does not, a line (in a mapping in braces: a member) has come in. Empty where that
 * cannot be done: why, and what to do, is in the report.
 */
Text config_with_value(Arena *arena, Text source, Text key, Text value, Report *report);

/*
 * Does `result` have the value, say all that `source` says but for that key, and have its bytes but for those of the value (or of what was
 * added)? config_with_value gives nothing else; who writes over a user's file asks once more.
 */
bool config_differs_in_value_alone(Arena *arena, Text source, Text result, Text key, Text value);

#endif
