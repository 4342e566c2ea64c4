/* Reading quickly what yaml_write wrote: a tenth of the work of yaml_parse, for files that are read at the start. */
#ifndef QUOIN_BASE_YAML_YAML_WRITTEN_H
#define QUOIN_BASE_YAML_YAML_WRITTEN_H

#include "base/yaml/yaml.h"

/*
 * The tree that yaml_parse would give without a word to say, in `arena`; texts may be those of `source`, which must outlive it. Its nodes do not know
 * their bytes: not for yaml_bytes. NULL: there is something in it that needs the whole reader (escapes, braces, whatever people write), or is wrong.
 */
const YamlNode *yaml_parse_written(Arena *arena, Text source);

#endif
