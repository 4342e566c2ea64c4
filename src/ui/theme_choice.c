/* Which theme is in use, and in which form: the command line before the configuration, and what the reader picks before both. */
#include "ui/app.h"

static const Text usual_theme = LITERAL("paper");

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

/* By name. What is wrong is said, and the theme in use stays. */
static bool use_named(App *app, Text id)
{
    Arena scratch = {0};
    Report report;
    bool used;

    report_init(&report, &scratch, id);
    used = index_of(app, id) != NO_INDEX && app_use_theme(app, index_of(app, id), &report);
    if (!used)
        app_say_problems(app, &report);
    arena_release(&scratch);
    return used;
}

void app_keep_theme(App *app)
{
    app->wanted_theme = arena_copy(&app->arena, app->theme->id);
}

void app_themes_changed(App *app, const Text *ids, size_t count)
{
    bool picking = app->popup == POPUP_THEMES && app->popup_theme != NO_INDEX;
    Text before = picking ? app->options.theme_ids[app->popup_theme] : (Text){0};
    Text id = picking ? app->theme->id : app->wanted_theme;
    bool was_there = index_of(app, id) != NO_INDEX, failed = app->theme_failed;

    app->options.theme_ids = ids;
    app->options.theme_count = count;
    app->theme_forms = NULL;
    app->theme_index = index_of(app, app->theme->id);
    app->popup_theme = index_of(app, before);
    if (index_of(app, id) == NO_INDEX) {
        if (was_there)
            app_say(app, ROLE_STATUS_WARNING, "the theme %.*s is not there any more; it stays until the end", TEXT_ARGS(id));
        return;
    }
    app->theme_failed = !use_named(app, id);
    if (failed && !app->theme_failed)
        app_say(app, ROLE_STATUS_INFO, "%.*s is read again", TEXT_ARGS(id));
}

void app_use_variant(App *app, VariantChoice wanted)
{
    app->wanted = wanted;
    app->variant = wanted == CHOICE_AUTO ? theme_first_variant(app->theme, app->options.variant)
                                         : theme_variant(app->theme, wanted == CHOICE_LIGHT ? VARIANT_LIGHT : VARIANT_DARK);
}

/* What is wrong with the wanted one has been said already. */
static void use_without_word(App *app, Text id)
{
    Arena scratch = {0};
    Report report;

    report_init(&report, &scratch, id);
    if (index_of(app, id) != NO_INDEX)
        (void)app_use_theme(app, index_of(app, id), &report);
    arena_release(&scratch);
}

void app_background_changed(App *app, Variant variant)
{
    app->options.variant = variant;
    app_use_variant(app, app->wanted);
}

void app_choose_theme(App *app)
{
    Text named = app->options.theme.size ? app->options.theme : app->config->theme;

    app->theme = theme_builtin();
    app->theme_index = NO_INDEX;
    app_use_variant(app, app->config->variant);
    app->wanted_theme = named.size ? named : usual_theme;
    if (use_named(app, app->wanted_theme))
        return;
    app->theme_failed = true;
    if (named.size && index_of(app, named) == NO_INDEX)
        app_say(app, ROLE_STATUS_ERROR, "there is no theme \"%.*s\"; T shows those there are", TEXT_ARGS(named));
    use_without_word(app, usual_theme);
}
