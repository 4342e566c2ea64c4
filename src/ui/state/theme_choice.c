/* Which theme is in use, and in which form: the command line before the configuration, and what the reader picks before both. */
#include "ui/panes/pane.h"

bool app_use_theme(App *app, size_t index, Report *report)
{
    Arena arena = {0};
    Text id = app->options.theme_ids[index];
    Text source, path, why;
    const Theme *theme;

    if (!app->options.themes.read(app->options.themes.context, &arena, id, &source, &path, &why)) {
        report_add(report, SEVERITY_ERROR, 0, 0, "%.*s", TEXT_ARGS(why.size ? why : TEXT("the theme cannot be read")));
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
        app_say_problems(app, "", &report);
    arena_release(&scratch);
    return used;
}

void app_hold_theme(App *app)
{
    app->held_theme = app->theme;
    app->held_arena = app->theme_arena;
    app->theme_arena = (Arena){0};
}

/* The one that is tried is not wanted any more. */
void app_return_theme(App *app)
{
    if (app->theme == app->held_theme)
        return;
    arena_release(&app->theme_arena);
    app->theme = app->held_theme;
    app->theme_index = index_of(app, app->theme->id);
    app_use_variant(app, app->wanted);
}

void app_drop_held_theme(App *app)
{
    if (app->theme == app->held_theme)
        app->theme_arena = app->held_arena;
    else
        arena_release(&app->held_arena);
    app->held_arena = (Arena){0};
    app->held_theme = NULL;
}

void app_keep_theme(App *app)
{
    arena_reset(&app->wanted_arena);
    app->wanted_theme = arena_copy(&app->wanted_arena, app->theme->id);
    app->wanted_state = WANTED_IS_USED;
}

static WantedState try_wanted(App *app)
{
    app->wanted_state = index_of(app, app->wanted_theme) == NO_INDEX ? WANTED_IS_GONE
                        : use_named(app, app->wanted_theme)          ? WANTED_IS_USED
                                                                     : WANTED_HAS_MISTAKES;
    return app->wanted_state;
}

/* That it is gone is told once; that it had mistakes, or was gone, and is there again, too. */
static void use_wanted(App *app)
{
    WantedState before = app->wanted_state, now = try_wanted(app);

    if (now == WANTED_IS_GONE && before != now)
        app_say(app, ROLE_STATUS_WARNING, "the theme %.*s is not there any more; it stays until the end", TEXT_ARGS(app->wanted_theme));
    else if (now == WANTED_IS_USED && before != now)
        app_say(app, ROLE_STATUS_INFO, "%.*s is read again", TEXT_ARGS(app->wanted_theme));
}

void app_themes_changed(App *app, const Text *ids, size_t count)
{
    app->options.theme_ids = ids;
    app->options.theme_count = count;
    app->theme_forms = NULL;
    app->theme_index = index_of(app, app->theme->id);
    if (app->popup == POPUP_THEMES)
        app->themes_changed = true; /* the rest comes when it closes */
    else
        use_wanted(app);
    popup_refreshed(app);
}

void app_themes_settle(App *app)
{
    if (app->themes_changed)
        use_wanted(app);
    app->themes_changed = false;
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
    Text named = app->options.theme.size ? app->options.theme : app->config->theme;
    Message said;

    app->theme = theme_builtin();
    app->theme_index = NO_INDEX;
    app_use_variant(app, app->config->variant);
    app->wanted_theme = named.size ? named : TEXT(USUAL_THEME);
    if (try_wanted(app) == WANTED_IS_USED)
        return;
    if (named.size && app->wanted_state == WANTED_IS_GONE)
        app_say(app, ROLE_STATUS_ERROR, "there is no theme \"%.*s\"; T shows those there are", TEXT_ARGS(named));
    said = app->message; /* what is wrong with the wanted one */
    (void)use_named(app, TEXT(USUAL_THEME));
    app->message = said;
}
