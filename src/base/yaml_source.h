/*
 * What libyaml would make of the bytes of a source, known before it sees them: where lines end for it, and what costs it more than
 * linear time. Between yaml.c and its source; nobody else includes it.
 */
#ifndef QUOIN_BASE_YAML_SOURCE_H
#define QUOIN_BASE_YAML_SOURCE_H

#include "base/yaml.h"

bool yaml_is_forbidden(uint32_t code_point); /* a control character, or what is no character */

/* One pass over the source, without its byte order mark. False, with errors at their places: libyaml must not see it. */
bool yaml_source_check(Text source, Report *report);

/* JSON (what begins with a brace) writes characters above U+FFFF as two escapes, which libyaml refuses: each pair as the "\UXXXXXXXX" that it
 * knows. The source itself where there is nothing to do, else a copy in the arena. */
Text yaml_join_surrogates(Arena *arena, Text source);

/* Where the character of a mark of libyaml stands in `source`: its marks count characters, and those of the joined source. */
size_t yaml_byte_of_character(Text source, size_t character);

#endif
