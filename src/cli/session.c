/* Configuration, themes and articles, found and read for a command. */
#include "cli/session.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "cli/lines.h"
#include "cli/model.h"
#include "cli/paths.h"

void report_print(Sink *sink, Report *report, Charset charset)
{
    Arena scratch = {0};

    report_sort(report);
    for (size_t i = 0; i < report->problems.count; i++) {
        printable_write(sink, report_line(report, &report->problems.items[i], &scratch), charset, LINES_JOINED);
        sink_byte(sink, '\n');
    }
    if (report->left_out) {
        printable_write(sink, report->path, charset, LINES_JOINED);
        sink_string(sink, ": ");
        sink_text(sink, report_rest(report, &scratch));
        sink_byte(sink, '\n');
    }
    arena_release(&scratch);
}

/* ---- themes ---- */

static bool read_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    Session *session = context;

    *why = (Text){0};
    if (text_find_byte(id, '/', 0) != TEXT_NOT_FOUND)
        return false;
    for (size_t i = 0; i < session->theme_folders.count; i++) {
        Report report;

        *path = arena_join(arena, (const Text[]){session->theme_folders.items[i], TEXT("/"), id, TEXT(".yaml")}, 4);
        if (!paths_exists(*path))
            continue;
        report_init(&report, arena, *path);
        if (file_read_text(arena, path->bytes, LIMIT_THEME_BYTES, source, &report))
            return true;
        *why = report_first(&report)->message;
        return false;
    }
    return false;
}

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const Text *)a, *(const Text *)b);
}

bool session_knows_theme(const Session *session, Text id)
{
    return text_index_of(id, session->theme_ids.items, session->theme_ids.count) < session->theme_ids.count;
}

static void add_theme_folder(Session *session, Text folder)
{
    DIR *entries = folder.size ? opendir(folder.bytes) : NULL;
    struct dirent *entry;

    if (folder.size)
        ARRAY_PUSH(&session->arena, session->theme_places, folder);
    if (!entries && folder.size && errno == ENOMEM)
        memory_exhausted();
    if (!entries)
        return;
    ARRAY_PUSH(&session->arena, session->theme_folders, folder);
    while ((entry = readdir(entries)) != NULL) {
        Text name = text_from(entry->d_name);

        if (name.size <= 5 || name.bytes[0] == '.' || !text_ends_with(name, TEXT(".yaml")))
            continue;
        name.size -= 5;
        if (!session_knows_theme(session, name)) {
            name = arena_copy(&session->arena, name);
            ARRAY_PUSH(&session->arena, session->theme_ids, name);
        }
    }
    (void)closedir(entries);
}

void session_find_themes(Session *session)
{
    memset(&session->theme_places, 0, sizeof session->theme_places);
    memset(&session->theme_folders, 0, sizeof session->theme_folders);
    memset(&session->theme_ids, 0, sizeof session->theme_ids);
    if (session->config_folder.size)
        add_theme_folder(session, paths_join(&session->arena, session->config_folder, "themes"));
    add_theme_folder(session, paths_join(&session->arena, session->data, "themes"));
    if (session->theme_ids.count)
        qsort(session->theme_ids.items, session->theme_ids.count, sizeof(Text), compare_texts);
    session->themes = (ThemeSource){read_theme, session};
}

/* ---- configuration ---- */

Text session_theme_advice(Session *session, Text id)
{
    Text near = nearest_name(id, session->theme_ids.items, session->theme_ids.count);

    if (near.size == 0)
        return TEXT("quoin themes lists them");
    return arena_printf(&session->arena, "did you mean \"%.*s\"?", TEXT_ARGS(near));
}

/* A theme that was named and is not there: on the command line an error, in the configuration a mistake of that file. */
static bool themes_are_there(Session *session, const Options *options)
{
    Text configured = session->config.theme;

    if (configured.size && !session_knows_theme(session, configured))
        report_add(&session->config_report, SEVERITY_ERROR, session->config.theme_line, session->config.theme_column,
                   "there is no theme \"%.*s\"; %.*s", TEXT_ARGS(configured), TEXT_ARGS(session_theme_advice(session, configured)));
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
    Text path, source;
    bool read;

    *session = (Session){.errors = options->errors, .stream = {.descriptor = -1}};
    session->data = paths_data(&session->arena, options->program);
    session->config_folder = paths_config(&session->arena);
    config_init(&session->config, &session->arena);
    library_init(&session->library, &session->arena);
    path = options->config.size          ? arena_copy(&session->arena, options->config)
           : session->config_folder.size ? paths_join(&session->arena, session->config_folder, "config.yaml")
                                         : (Text){0};
    report_init(&session->config_report, &session->arena, path);
    session->config_is_used = !options->no_config && path.size > 0;
    session_find_themes(session);
    if (options->no_config || !path.size || (!options->config.size && !paths_exists(path)))
        return themes_are_there(session, options);
    read = file_read_text(&session->arena, path.bytes, LIMIT_CONFIG_BYTES, &source, &session->config_report);
    if (read)
        (void)config_read(&session->config, &session->arena, source, &session->config_report);
    if (!read && options->config.size) {
        report_print(options->errors, &session->config_report, options->charset);
        return false;
    }
    return themes_are_there(session, options);
}

bool session_open(Session *session, const Options *options)
{
    bool good = read_session(session, options);

    if (!good)
        session_close(session);
    return good;
}

void session_close(Session *session)
{
    file_close(&session->stream);
    arena_release(&session->arena);
}

/* ---- articles ---- */

static bool add_operand(Session *session, Text operand, const Options *options)
{
    Report report;
    bool added = true;

    report_init(&report, &session->arena, operand);
    if (text_equal(operand, TEXT("-"))) {
        report.path = TEXT("standard input");
        added = session->has_stream || file_read_stream(&session->stream, STDIN_FILENO, lines_wait, &report);
        session->has_stream = added;
    }
    added = added && library_add(&session->library, operand, &report);
    report_print(options->errors, &report, options->charset);
    return added;
}

bool session_add_articles(Session *session, const Options *options)
{
    bool all = true;

    for (int i = 0; i < options->operand_count; i++)
        all = add_operand(session, text_from(options->operands[i]), options) && all;
    if (options->operand_count == 0)
        all = add_operand(session, paths_join(&session->arena, session->data, "articles"), options);
    return all;
}

const struct TagModel *session_model(void *context)
{
    Session *session = context;

    if (!session->model_asked)
        session->model = model_open(&session->arena, session->data, &session->model_problem);
    session->model_asked = true;
    return session->model;
}

static Text model_problem(void *context)
{
    return ((Session *)context)->model_problem;
}

AppOptions session_app_options(Session *session, const Options *options)
{
    return (AppOptions){
        .config = &session->config,
        .library = &session->library,
        .format = options->from,
        .stream = session->has_stream ? &session->stream : NULL,
        .themes = session->themes,
        .theme_ids = session->theme_ids.items,
        .theme_count = session->theme_ids.count,
        .charset = session->config.ascii ? CHARSET_ASCII : options->charset,
        .variant = VARIANT_DARK,
        .models = {session_model, model_problem, session},
        .theme = options->theme,
    };
}
