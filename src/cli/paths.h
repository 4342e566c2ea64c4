/* Where things are on this machine: the program's data, the user's configuration. The one place (with main.c) that reads the environment. */
#ifndef QUOIN_CLI_PATHS_H
#define QUOIN_CLI_PATHS_H

#include "base/system/path.h"

/*
 * The folder that holds articles/, themes/ and models/: $QUOIN_DATA; ../share/quoin beside the folder of the program (so that an installed
 * tree can be moved); the source tree, when the program is run where it was built; what was configured.
 */
Path paths_data(Arena *arena, const char *program);

/*
 * The program quoin-html, which reads web pages: $QUOIN_HTML; beside this program, when that is run where it was built; ../libexec/quoin/ from it
 * (so that an installed tree can be moved); what was configured, whether or not it is there.
 */
Path paths_page_reader(Arena *arena, const char *program);

/* $XDG_CONFIG_HOME/quoin or ~/.config/quoin; none when there is no home. */
Path paths_config(Arena *arena);

/* Where what lasts is kept: $XDG_STATE_HOME/quoin or ~/.local/state/quoin; $XDG_DATA_HOME/quoin/notes or ~/.local/share/quoin/notes. None
 * when there is no home. */
Path paths_state(Arena *arena);
Path paths_notes(Arena *arena);

/* What $VISUAL says, else $EDITOR: a program and words for it, separated by blanks; "vi" where they say nothing. */
Text paths_editor(void);

#define COPIED_NAME TEXT("copied.txt") /* of the next */

/* The file for what is copied where no clipboard takes it: copied.txt in $XDG_RUNTIME_DIR/quoin, which ends with the session, else where what lasts
 * is kept. None when there is no home. */
Path paths_copied(Arena *arena);

Text paths_temporary(void); /* $TMPDIR, else /tmp */
Text paths_home(void);      /* $HOME; empty: there is none */

bool paths_has_variable(const char *name); /* it is set, and not empty */

/* Is there a program of that name, by PATH where it has no slash? */
bool paths_has_program(const char *program);

#endif
