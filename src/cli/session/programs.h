/* Programs that the reader starts for what it shows: those that the configuration names. */
#ifndef QUOIN_CLI_SESSION_PROGRAMS_H
#define QUOIN_CLI_SESSION_PROGRAMS_H

#include "config/config.h"

/* Open an address by the browser of the configuration, which goes on by itself. False: the report says why not, and what to do. */
bool programs_browse(const Config *config, Text address, Report *report);

/*
 * Let the editor of the configuration, else `otherwise` (a program and words for it, separated by blanks), have a file at a line (0: none), and wait
 * for its end. It has the terminal, which must have been given back. False: the report says why it did not do its work.
 */
bool programs_edit(const Config *config, Text otherwise, Text path, size_t line, Report *report);

/* Is there such an editor? Asked before the terminal is given to it. False: the report says why not. */
bool programs_has_editor(const Config *config, Text otherwise, Text path, Report *report);

#endif
