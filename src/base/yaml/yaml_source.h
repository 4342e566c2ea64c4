/*
 * Looks at a source before libyaml does: where lines end for libyaml, and what would cost it more than linear time. For yaml.c alone.
 */
#ifndef QUOIN_BASE_YAML_YAML_SOURCE_H
#define QUOIN_BASE_YAML_YAML_SOURCE_H

#include "base/yaml/yaml.h"

bool yaml_is_forbidden(uint32_t code_point); /* a control character or a noncharacter */

/* One pass over the source, which has no byte order mark any more. False: libyaml must not see it; the errors are in the report. */
bool yaml_source_check(Text source, Report *report);

/* In JSON (a source that begins with a brace) a character above U+FFFF may be written as two escapes, which libyaml refuses. Replace each pair by
 * one "\UXXXXXXXX", which it knows. The source itself where there is none, else a copy in the arena. */
Text yaml_join_surrogates(Arena *arena, Text source);

/* May it be a copy? */
bool yaml_may_have_surrogates(Text source);

/*
 * The bytes of `source` at `at` (< source.size) that libyaml counts together, and how many characters it counts for them: at most `*characters`
 * (> 0), which becomes that. `joined`: what yaml_may_have_surrogates says of it.
 */
size_t yaml_counted_size(Text source, size_t at, bool joined, size_t *characters);

/* The offset in `source` of a mark of libyaml, which counts characters, and does so in the result of yaml_join_surrogates. */
size_t yaml_byte_of_character(Text source, size_t character);

#endif
