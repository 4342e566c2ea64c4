/* The words of a note in the user's editor: in a file of its own, which is gone afterwards. */
#ifndef QUOIN_CLI_WRITING_NOTE_EDITOR_H
#define QUOIN_CLI_WRITING_NOTE_EDITOR_H

#include "config/config.h"

/*
 * `words` as the editor leaves them, in `arena`; the terminal must have been given back. `otherwise`: as of programs_edit. False: why is in
 * the report, and where the editor had begun its file stays and is named.
 */
bool note_editor_run(const Config *config, Text otherwise, Arena *arena, Text *words, Report *report);

#endif
