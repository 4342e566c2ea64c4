/* Themes that are named on the command line: by what quoin themes lists, or as a file. */
#ifndef QUOIN_CLI_THEMES_THEME_NAMED_H
#define QUOIN_CLI_THEMES_THEME_NAMED_H

#include "cli/session/session.h"

/* Find a theme: its id and the text of its file, in `arena`; report->path becomes the path of that file. False: the report says why. */
bool theme_source_named(Session *session, Arena *arena, Text name, Text *id, Text *source, Report *report);

/* Read a theme into `arena`. NULL: it has mistakes or does not exist. What is wrong is told on standard error, and `*mistakes` is how many errors. */
const Theme *theme_named(Session *session, Arena *arena, Text name, Charset charset, size_t *mistakes);

#endif
