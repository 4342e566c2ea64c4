/* Where things are on this machine: the program's data, the user's configuration. The one place (with main.c) that reads the environment. */
#ifndef QUOIN_CLI_PATHS_H
#define QUOIN_CLI_PATHS_H

#include "base/arena.h"

/*
 * The folder that holds articles/, themes/ and models/: $QUOIN_DATA; ../share/quoin beside the folder of the program (so that an installed
 * tree can be moved); the source tree, when the program is run where it was built; what was configured.
 */
Text paths_data(Arena *arena, const char *program);

/* $XDG_CONFIG_HOME/quoin or ~/.config/quoin; empty when there is no home. */
Text paths_config(Arena *arena);

Text paths_join(Arena *arena, Text folder, const char *name);
bool paths_exists(Text path); /* `path` must end in NUL, as texts of an arena do */

#endif
