/* The words of a note in the user's editor: in a file of its own, which is gone when they are where they belong. */
#ifndef QUOIN_CLI_WRITING_NOTE_EDITOR_H
#define QUOIN_CLI_WRITING_NOTE_EDITOR_H

#include "base/system/path.h"
#include "config/config.h"

/*
 * `words` as the editor leaves them, in `arena`; the terminal must have been given back. `otherwise`: as of programs_edit. False: why is in
 * the report, and where the editor had begun its file stays and is named. True: they are in `*file`, too, until note_editor_end.
 */
bool note_editor_run(const Config *config, Text otherwise, Arena *arena, Text *words, Path *file, Report *report);

void note_editor_end(Path file);

#endif
