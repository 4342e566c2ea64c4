/* What could be better in a theme: its mistakes, contrasts that are too low, colours that some readers cannot tell apart. */
#ifndef QUOIN_CLI_THEMES_THEME_CHECK_H
#define QUOIN_CLI_THEMES_THEME_CHECK_H

#include "export/table.h"
#include "cli/session/session.h"

/*
 * Print a row for each role of each variant, and one for each pair of kinds of names; `name` is a theme, or a file where it has a "/" or
 * ends in ".yaml". EXIT_PROBLEMS when a contrast is too low, EXIT_USAGE when it is no theme.
 */
int theme_check(Session *session, Text name, Table *table);

#endif
