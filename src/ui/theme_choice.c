/* Which theme is in use, and in which form: the command line before the configuration, and what the reader picks before both. */
#include "ui/app.h"

bool app_use_theme(App *app, size_t index, Report *report)
{
    Arena arena = {0};
    Text id = app->options.theme_ids[index];
    Text source, path;
    const Theme *theme;

    if (!app->options.themes.read(app->options.themes.context, &arena, id, &source, &path)) {
        report_add(report, SEVERITY_ERROR, 0, 0, "the theme cannot be read");
        arena_release(&arena);
        return false;
    }
    report->path = arena_copy(report->arena, path);
    theme = theme_read(&arena, id, source, &app->options.themes, report);
    if (!theme) {
        arena_release(&arena);
        return false;
    }
    arena_release(&app->theme_arena);
    app->theme_arena = arena;
    app->theme = theme;
    app->theme_index = index;
    app_use_variant(app, app->wanted);
    return true;
}

static size_t index_of(const App *app, Text id)
{
    size_t index = text_index_of(id, app->options.theme_ids, app->options.theme_count);

    return index < app->options.theme_count ? index : NO_INDEX;
}

void app_themes_changed(App *app, const Text *ids, size_t count)
{
    bool picking = app->popup == POPUP_THEMES && app->popup_theme != NO_INDEX;
    Text before = picking ? app->options.theme_ids[app->popup_theme] : (Text){0};
    Text id = app->theme_index == NO_INDEX ? (Text){0} : app->options.theme_ids[app->theme_index];
    Arena scratch = {0};
    Report report;

    app->options.theme_ids = ids;
    app->options.theme_count = count;
    app->theme_forms = NULL;
    app->theme_index = index_of(app, id);
    app->popup_theme = index_of(app, before);
    report_init(&report, &scratch, id);
    if (app->theme_index != NO_INDEX && !app_use_theme(app, app->theme_index, &report))
        app_say_problems(app, &report);
    arena_release(&scratch);
}

void app_use_variant(App *app, VariantChoice wanted)
{
    app->wanted = wanted;
    app->variant = wanted == CHOICE_AUTO ? theme_first_variant(app->theme, app->options.variant)
                                         : theme_variant(app->theme, wanted == CHOICE_LIGHT ? VARIANT_LIGHT : VARIANT_DARK);
}

void app_background_changed(App *app, Variant variant)
{
    app->options.variant = variant;
    app_use_variant(app, app->wanted);
}

void app_choose_theme(App *app)
{
    Text wanted = app->options.theme.size ? app->options.theme : app->config->theme;
    Arena scratch = {0};
    Report report;

    app->theme = theme_builtin();
    app->theme_index = NO_INDEX;
    app_use_variant(app, app->config->variant);
    if (wanted.size == 0)
        wanted = TEXT("paper");
    report_init(&report, &scratch, wanted);
    if (index_of(app, wanted) != NO_INDEX)
        (void)app_use_theme(app, index_of(app, wanted), &report);
    if (app->theme_index == NO_INDEX && report.problems.count) {
        Text line = report_line(&report, report_first(&report), &scratch);

        app_say(app, ROLE_STATUS_ERROR, "%.*s", TEXT_ARGS(line));
    } else if (app->theme_index == NO_INDEX && (app->options.theme.size || app->config->theme.size)) {
        app_say(app, ROLE_STATUS_ERROR, "there is no theme \"%.*s\"; T shows those there are",
                TEXT_ARGS(wanted));
    }
    arena_release(&scratch);
}
