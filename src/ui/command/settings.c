/*
 * What is typed is taken into a copy of the configuration, made when the first setting is changed; then the row of the setting in `apply` does
 * what has to be done so that it is seen. Values that keys change as well (the measure by "+", the theme by its list) are asked where those keep
 * them.
 */
#include "ui/command/settings.h"

#include "base/nearest.h"
#include "ui/state/geometry.h"

/* ---- what is typed ---- */

SettingWords setting_words(Text typed)
{
    SettingWords words = {.setting = SETTING_COUNT};
    size_t end = 0;

    typed = text_trim(typed);
    while (end < typed.size && typed.bytes[end] != '=' && typed.bytes[end] != ' ')
        end++;
    words.name = text_slice(typed, (Range){0, end});
    words.setting = setting_from_name(words.name);
    words.has_value = end < typed.size;
    words.value = text_trim(text_slice(typed, (Range){end, typed.size}));
    if (text_starts_with(words.value, TEXT("=")))
        words.value = text_trim(text_slice(words.value, (Range){1, words.value.size}));
    return words;
}

/* ---- what holds ---- */

Text app_setting_value(const App *app, SettingId setting, Arena *arena)
{
    Config now = *app->config;

    now.theme = app->themes.theme->id;
    now.variant = app->themes.wanted_variant;
    now.measure_columns = app->measure_columns;
    now.names = app->names;
    for (int pane = 0; pane < PANE_COUNT; pane++)
        now.panes[pane] = app->choice.shown[pane];
    return setting_value(&now, setting, arena);
}

static void show(App *app, SettingId setting)
{
    Arena scratch = {0};
    Text value = app_setting_value(app, setting, &scratch);
    const SettingInfo *info = setting_info(setting);

    app_say(app, ROLE_STATUS_INFO, "%.*s=%.*s   %.*s", TEXT_ARGS(info->name), TEXT_ARGS(value), TEXT_ARGS(info->help));
    arena_release(&scratch);
}

/* ---- changes that are seen ---- */

static bool apply_theme(App *app, Report *report)
{
    Text id = app->settings->theme, near = nearest_name(id, app->themes.ids, app->themes.count);
    size_t index = text_index_of(id, app->themes.ids, app->themes.count);

    if (index == app->themes.count) {
        report_add(report, SEVERITY_ERROR, 0, 0,
                   near.size ? "there is no theme \"%.*s\"; did you mean \"%.*s\"?"
                             : "there is no theme \"%.*s\"%.*s; T lists them",
                   TEXT_ARGS(id), TEXT_ARGS(near));
        return false;
    }
    if (!theme_choice_use(&app->themes, index, report))
        return false;
    theme_choice_keep(&app->themes);
    return true;
}

static bool apply_variant(App *app, Report *report)
{
    (void)report;
    theme_choice_use_variant(&app->themes, app->settings->variant);
    return true;
}

static bool apply_measure(App *app, Report *report)
{
    (void)report;
    app->measure_columns = app->settings->measure_columns;
    app_resize(app, app->rows, app->columns);
    return true;
}

static bool apply_names(App *app, Report *report)
{
    (void)report;
    app->names = app->settings->names;
    return true;
}

static bool apply_panes(App *app, Report *report)
{
    (void)report;
    app->choice.zen = false;
    for (int pane = 0; pane < PANE_COUNT; pane++)
        app->choice.shown[pane] = app->settings->panes[pane];
    if (!app->choice.shown[app->choice.focus])
        app->choice.focus = PANE_BODY;
    app_resize(app, app->rows, app->columns);
    return true;
}

static bool apply_fetch(App *app, Report *report)
{
    (void)report;
    app->library->fetch = app->settings->programs[PROGRAM_FETCH];
    return true;
}

/* Those that are not here are looked at when they are needed. False: why not is in the report. */
static bool apply(App *app, SettingId setting, Report *report)
{
    static bool (*const rows[SETTING_COUNT])(App * app, Report * report) = {
        [SETTING_THEME] = apply_theme, [SETTING_VARIANT] = apply_variant, [SETTING_MEASURE] = apply_measure,
        [SETTING_NAMES] = apply_names, [SETTING_PANES] = apply_panes,     [SETTING_FETCH] = apply_fetch,
    };

    return !rows[setting] || rows[setting](app, report);
}

/* ---- all together ---- */

/* Of values that keys have changed since, what holds now. */
static void own_settings(App *app)
{
    if (!app->settings) {
        app->settings = ARENA_NEW(&app->arena, Config);
        *app->settings = *app->config;
        app->config = app->settings;
    }
    for (int pane = 0; pane < PANE_COUNT; pane++)
        app->settings->panes[pane] = app->choice.shown[pane];
}

static bool take(App *app, const SettingWords *words, Report *report)
{
    Config before;

    own_settings(app);
    before = *app->settings;
    if (!setting_take(app->settings, words->setting, words->value, report))
        return false;
    if (apply(app, words->setting, report))
        return true;
    *app->settings = before;
    return false;
}

static Effects say_taken(App *app, SettingId setting, SettingLife life)
{
    const SettingInfo *info = setting_info(setting);
    bool later = info->time == SETTING_START && life != SETTING_KEPT;
    Arena scratch = {0};
    Text value = app_setting_value(app, setting, &scratch);
    bool keeps = life == SETTING_KEPT && setting_is_scalar(setting);

    if (life == SETTING_KEPT)
        app_say(app, ROLE_STATUS_INFO, "to keep it: \"%.*s: %.*s\" in config.yaml", TEXT_ARGS(info->name),
                TEXT_ARGS(value));
    else if (later)
        app_say(app, ROLE_STATUS_WARNING, "%.*s counts when quoin starts: keep it by :set! %.*s=%.*s",
                TEXT_ARGS(info->name), TEXT_ARGS(info->name), TEXT_ARGS(value));
    else
        app_say(app, ROLE_STATUS_INFO, "%.*s=%.*s", TEXT_ARGS(info->name), TEXT_ARGS(value));
    app->kept = setting;
    arena_release(&scratch);
    return keeps ? EFFECT_KEEP_SETTING : EFFECT_NONE;
}

static void say_unknown(App *app, Text name)
{
    Text near = setting_near(name);

    if (near.size)
        app_say(app, ROLE_STATUS_ERROR, "no setting \"%.*s\"; did you mean \"%.*s\"?", TEXT_ARGS(name), TEXT_ARGS(near));
    else
        app_say(app, ROLE_STATUS_ERROR, "no setting \"%.*s\"; :set lists them all", TEXT_ARGS(name));
}

Effects app_set(App *app, Text typed, SettingLife life)
{
    SettingWords words = setting_words(typed);
    Effects effects = EFFECT_NONE;
    Arena scratch = {0};
    Report report;

    report_init(&report, &scratch, words.name);
    if (words.setting == SETTING_COUNT)
        say_unknown(app, words.name);
    else if (!words.has_value && life == SETTING_KEPT)
        effects = say_taken(app, words.setting, life);
    else if (!words.has_value)
        show(app, words.setting);
    else if (take(app, &words, &report))
        effects = say_taken(app, words.setting, life);
    else
        app_say(app, ROLE_STATUS_ERROR, "%.*s: %.*s", TEXT_ARGS(words.name), TEXT_ARGS(report_first(&report)->message));
    arena_release(&scratch);
    return effects;
}
