/* What most commands begin with: configuration, themes, the articles that were named. */
#ifndef QUOIN_CLI_SESSION_H
#define QUOIN_CLI_SESSION_H

#include "cli/command.h"
#include "library/library.h"
#include "ui/config.h"
#include "ui/theme.h"

typedef struct Session {
    Arena arena;
    Text data, config_folder;
    Config config;
    Report config_report;      /* mistakes in the configuration */
    ARRAY(Text) theme_folders; /* the user's before the bundled */
    ARRAY(Text) theme_ids;     /* sorted, each once */
    ThemeSource themes;
    Library library;
    File stream;               /* standard input, for the operand "-" */
    bool has_stream;
} Session;

/* Read the configuration; false: --config named a file that cannot be read (told on standard error). */
bool session_open(Session *session, const Options *options);
void session_close(Session *session);

/* Add the operands to the library (the bundled articles when there are none); false: told on standard error. */
bool session_add_articles(Session *session, const Options *options);

/* The theme that was asked for, else the configured, else the default; never NULL. */
const Theme *session_theme(Session *session, const Options *options);

/* Print all problems of a report on standard error. */
void report_print(const Report *report, Charset charset);

#endif
