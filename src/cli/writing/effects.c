/* Each says in the status line what came of it. */
#include "cli/writing/effects.h"

#include "cli/session/config_write.h"
#include "cli/session/programs.h"
#include "cli/taking/taking.h"
#include "cli/writing/article_write.h"
#include "ui/command/settings.h"

/* What was picked or set is there the next time too. With --no-config it is told how to keep it. */
static void keep_setting(App *app, Session *session)
{
    Arena scratch = {0};
    Report report;

    if (!session->config_is_used)
        return;
    report_init(&report, &scratch, session->config_path.text);
    if (config_keep(session->config_path, setting_info(app->kept)->name, app_setting_value(app, app->kept, &scratch),
                    &report))
        app_say(app, ROLE_STATUS_INFO, "kept in %.*s", TEXT_ARGS(report.path));
    else
        message_say_problems(&app->message, "not kept: ", &report);
    arena_release(&scratch);
}

static void browse(App *app)
{
    Arena scratch = {0};
    Report report;

    report_init(&report, &scratch, app->address);
    if (!programs_browse(app->config, app->address, &report))
        app_say(app, ROLE_STATUS_ERROR, "%.*s", TEXT_ARGS(report_first(&report)->message));
    arena_release(&scratch);
}

void effects_perform(App *app, Session *session, Effects effects)
{
    if (effects & EFFECT_KEEP_SETTING)
        keep_setting(app, session);
    if (effects & EFFECT_BROWSE)
        browse(app);
    if (effects & EFFECT_SAVE)
        taking_save(app);
    if (effects & EFFECT_WRITE_QUOTES)
        article_write_quotes(app);
}
