/* Themes that are named on the command line: by what quoin themes lists, or as a file. */
#ifndef QUOIN_CLI_THEMES_THEME_NAMED_H
#define QUOIN_CLI_THEMES_THEME_NAMED_H

#include "cli/session/session.h"

/* What it is called, and its text, in `arena`; report->path becomes its file's. False: the report says why. */
bool theme_source_named(Session *session, Arena *arena, Text name, Text *id, Text *source, Report *report);

/* The theme, in `arena`; NULL, when it has mistakes or is not there. What is wrong is told on standard error, and counted. */
const Theme *theme_named(Session *session, Arena *arena, Text name, Charset charset, size_t *mistakes);

#endif
