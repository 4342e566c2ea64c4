/* Values of metadata as they are meant: pages escape them once more than their format has it, and leave tags in them. */
#ifndef QUOIN_HTML_METADATA_PLAIN_VALUE_H
#define QUOIN_HTML_METADATA_PLAIN_VALUE_H

#include "base/arena.h"

/*
 * `value` without tags, character references resolved (twice: "&amp;#39;" is "'"), blanks and line ends in a row one blank, none at the ends, and
 * without characters of no width that mean nothing (U+200B, U+2060, U+FEFF). The result lives in `arena` or is `value`. A value of more than
 * MOST_FIELD_BYTES is no value of metadata: empty. It takes linear time.
 */
Text plain_value(Arena *arena, Text value);

/* The same for what a page prints. A tag that none closes is a word there: "30 years of <br> tags". */
Text plain_printed(Arena *arena, Text value);

/* The same for what is compared only: letters and digits of any script, in lower case, nothing between. */
Text value_letters(Arena *arena, Text value);

#endif
