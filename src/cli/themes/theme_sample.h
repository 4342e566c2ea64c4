/* What a theme looks like: a screen of the reader with an article in it, printed or as a page. */
#ifndef QUOIN_CLI_THEMES_THEME_SAMPLE_H
#define QUOIN_CLI_THEMES_THEME_SAMPLE_H

#include "cli/session/session.h"

/* Print the screen in each variant that the theme has. Returns the exit status. */
int theme_show(Session *session, Text name, const Options *options);

/* The same as a page of HTML with all colours by value, written to `path`, or to standard output where it is empty or "-". */
int theme_preview(Session *session, Text name, Text path, const Options *options);

#endif
