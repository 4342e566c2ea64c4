/* Where things are, and what the configuration says. */
#include "cli/session/session.h"

#include "cli/output/report_print.h"
#include "cli/paths.h"

/* A theme that was named and is not there: on the command line an error, in the configuration a mistake of that file. */
static bool require_themes(Session *session, const Options *options)
{
    Text configured = session->config.theme;

    if (configured.size && !session_knows_theme(session, configured))
        report_add(&session->config_report, SEVERITY_ERROR, session->config.theme_line, session->config.theme_column,
                   "there is no theme \"%.*s\"; %.*s", TEXT_ARGS(configured),
                   TEXT_ARGS(session_theme_advice(session, configured)));
    if (options->theme.size == 0 || session_knows_theme(session, options->theme))
        return true;
    sink_string(options->errors, "quoin: there is no theme \"");
    printable_write(options->errors, options->theme, options->charset, LINES_JOINED);
    sink_string(options->errors, "\"; ");
    printable_write(options->errors, session_theme_advice(session, options->theme), options->charset, LINES_JOINED);
    sink_byte(options->errors, '\n');
    return false;
}

static bool read_session(Session *session, const Options *options)
{
    Text source;
    Path path;
    bool read;

    *session = (Session){.errors = options->errors};
    session->data = paths_data(&session->arena, options->program);
    session->config_folder = paths_config(&session->arena);
    session->kept_folders[KEEPER_NOTES] = paths_notes(&session->arena);
    config_init(&session->config, &session->arena);
    library_init(&session->library, &session->arena);
    session->library.encoding = options->encoding;
    path = options->config.size ? path_copy(&session->arena, options->config)
           : session->config_folder.text.size
               ? path_join(&session->arena, session->config_folder.text, TEXT("config.yaml"))
               : (Path){0};
    session->config_path = path;
    report_init(&session->config_report, &session->arena, path.text);
    session->config_is_used = !options->no_config && path.text.size > 0;
    session_find_themes(session);
    if (options->no_config || !path.text.size || (!options->config.size && !path_exists(path)))
        return require_themes(session, options);
    read = file_read_text(&session->arena, path_string(path), LIMIT_CONFIG_BYTES, &source, &session->config_report);
    if (read)
        (void)config_read(&session->config, &session->arena, source, &session->config_report);
    if (!read && options->config.size) {
        report_print(options->errors, &session->config_report, options->charset);
        return false;
    }
    return require_themes(session, options);
}

bool session_open(Session *session, const Options *options)
{
    bool good = read_session(session, options);

    session->library.fetch = session->config.programs[PROGRAM_FETCH];
    if (!good)
        session_close(session);
    return good;
}

void session_close(Session *session)
{
    library_release(&session->library);
    arena_release(&session->arena);
}
