/* A new theme to change. */
#ifndef QUOIN_CLI_THEMES_THEME_NEW_H
#define QUOIN_CLI_THEMES_THEME_NEW_H

#include "cli/session/session.h"

/* Write a theme that looks as options->base_theme into the user's folder, and say where. Exit status. */
int theme_new(Session *session, Text name, const Options *options);

#endif
