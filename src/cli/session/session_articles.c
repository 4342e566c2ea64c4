/* The articles of the command line, and what the application begins with. */
#include <time.h>

#include "cli/lines.h"
#include "cli/output/report_print.h"
#include "cli/paths.h"
#include "cli/session/keeping.h"
#include "cli/session/model.h"
#include "cli/session/session.h"

/* ---- articles ---- */

static bool add_operand(Session *session, Text operand, const Options *options)
{
    Report report;
    bool added;

    report_init(&report, &session->arena, operand);
    added = library_add(&session->library, operand, &report);
    session->refused += !added;
    report_print(options->errors, &report, options->charset);
    return added;
}

bool session_add_articles(Session *session, const Options *options)
{
    bool all = true;

    for (int i = 0; i < options->operand_count; i++)
        all = add_operand(session, text_from(options->operands[i]), options) && all;
    if (options->operand_count == 0)
        all = add_operand(session, path_join(&session->arena, session->data.text, TEXT("articles")).text, options);
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

/* As the clock on the wall shows it. */
static int minute_of_day(void)
{
    time_t seconds = time(NULL);
    struct tm local;

    return seconds != (time_t)-1 && localtime_r(&seconds, &local) ? local.tm_hour * 60 + local.tm_min : -1;
}

AppOptions session_app_options(Session *session, const Options *options)
{
    return (AppOptions){
        .config = &session->config,
        .library = &session->library,
        .form = {options->from, options->encoding},
        .wait = lines_wait,
        .themes = session->themes,
        .theme_ids = session->theme_ids.items,
        .theme_count = session->theme_ids.count,
        .charset = session->config.ascii ? CHARSET_ASCII : options->charset,
        .variant = VARIANT_DARK,
        .models = {session_model, model_problem, session},
        .theme = options->theme,
        .home = paths_home(),
        .keeper = keeping_in(session->kept_folders),
        .minute_of_day = minute_of_day,
    };
}
