/* The programs that a configuration names, with their arguments, a word an item: `browser: [xdg-open, "%u"]`. */
#ifndef QUOIN_CONFIG_PROGRAM_H
#define QUOIN_CONFIG_PROGRAM_H

#include "base/system/program.h"
#include "base/yaml/yaml.h"

typedef enum ProgramId { PROGRAM_FETCH, PROGRAM_BROWSER, PROGRAM_EDITOR, PROGRAM_CLIPBOARD, PROGRAM_COUNT } ProgramId;

/* What it is without a configuration; none for an editor, which the environment names, and for the clipboard. */
ProgramWords program_default(ProgramId id);

/* The words at `node`. False: told what is wrong; `words` is as it was. */
bool program_read(Arena *arena, ProgramId id, const YamlNode *node, Report *report, ProgramWords *words);

#endif
