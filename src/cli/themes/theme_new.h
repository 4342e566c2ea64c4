/* `quoin themes new`: a theme to begin with, for somebody who wants to make one. */
#ifndef QUOIN_CLI_THEMES_THEME_NEW_H
#define QUOIN_CLI_THEMES_THEME_NEW_H

#include "cli/session/session.h"

/* Write a theme that looks like options->base_theme into the user's folder, and print its path. Returns the exit status. */
int theme_new(Session *session, Text name, const Options *options);

#endif
