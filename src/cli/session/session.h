/* What most commands begin with: configuration, themes, the articles that were named. */
#ifndef QUOIN_CLI_SESSION_SESSION_H
#define QUOIN_CLI_SESSION_SESSION_H

#include "base/system/path.h"
#include "cli/command.h"
#include "library/library.h"
#include "memory/keeper.h"
#include "ui/state/app.h"

typedef struct Session {
    Arena arena;
    Sink *errors; /* where what goes wrong is told */
    Path data, config_folder;
    Path config_path; /* none: there is no home, and none was named */
    Config config;
    Report config_report;      /* mistakes in the configuration, with its path */
    bool config_is_used;       /* not with --no-config */
    ARRAY(Path) theme_places;  /* where themes may be: the user's folder before the bundled one */
    ARRAY(Path) theme_folders; /* those of them that are there */
    ARRAY(Text) theme_ids;     /* sorted, each once */
    ThemeSource themes;
    Path kept_folders[KEEPER_STORE_COUNT]; /* where what lasts is; none: it is not kept */
    bool reads_notes;                      /* a command that is confined reads the notes too */
    bool continues;                        /* the first article of the library is what was read last */
    Library library;
    size_t refused;               /* operands that did not come into it */
    const struct TagModel *model; /* NULL: there is none, or nobody has asked for it yet */
    bool model_asked;
    Text model_problem; /* why there is none; empty else */
} Session;

/* The model of names, opened the first time; NULL when there is none, for the reason that session->model_problem tells. */
const struct TagModel *session_model(void *session);

/* Look again which themes there are: theme_ids anew, the old ones stay where they are. */
void session_find_themes(Session *session);
bool session_knows_theme(const Session *session, Text id); /* is it among those that were found? */

/* What to do when there is no theme of that name: the nearest one, or where the names are. */
Text session_theme_advice(Session *session, Text id);

/* What the application begins with. The session must outlive it. */
AppOptions session_app_options(Session *session, const Options *options);

/* Read the configuration; false: --config or --theme named what is not there (told on standard error), and the session is closed. */
bool session_open(Session *session, const Options *options);
void session_close(Session *session);

/* Add the operands to the library (the bundled articles when there are none); false: told on standard error. */
bool session_add_articles(Session *session, const Options *options);

#endif
