/* All settings with what holds now, filtered by what is typed: a part of the name or of what it says. Enter puts one into the command line. */
#include "ui/command/settings.h"
#include "ui/popups/popup.h"

enum { NAME_COLUMNS = 20, VALUE_COLUMNS = 18, NARROW = 70 /* no help */ };

/* The next setting that the filter lets through, from `id` on; SETTING_COUNT when there is none. */
static int next_setting(const App *app, int id)
{
    Arena scratch = {0};
    Needle needle = {0};

    if (app->popup.filter.size)
        needle_init(&needle, &scratch, prompt_text(&app->popup.filter));
    for (; app->popup.filter.size && id < SETTING_COUNT; id++) {
        if (needle_in(&needle, setting_info((SettingId)id)->name) ||
            needle_in(&needle, setting_info((SettingId)id)->help))
            break;
    }
    arena_release(&scratch);
    return id;
}

static int setting_of_row(const App *app, size_t row)
{
    int id = next_setting(app, 0);

    while (id < SETTING_COUNT && row-- > 0)
        id = next_setting(app, id + 1);
    return id;
}

static size_t count(const App *app)
{
    size_t rows = 0;

    for (int id = next_setting(app, 0); id < SETTING_COUNT; id = next_setting(app, id + 1))
        rows++;
    return rows;
}

static void draw_setting(const App *app, Canvas *canvas, Rect area, int row, SettingId setting)
{
    const SettingInfo *info = setting_info(setting);
    int value = area.column + 3 + NAME_COLUMNS, end = area.column + area.columns - 1;
    int help = area.columns < NARROW ? end : value + VALUE_COLUMNS + 1;
    Arena scratch = {0};

    (void)canvas_put_cut(canvas, area, row, area.column + 3, NAME_COLUMNS - 1, info->name, ROLE_POPUP);
    (void)canvas_put_cut(canvas, area, row, value, help - value - 1, app_setting_value(app, setting, &scratch),
                         ROLE_TEXT_STRONG);
    if (help < end)
        (void)canvas_put_cut(canvas, area, row, help, end - help, info->help, ROLE_TEXT_MUTED);
    arena_release(&scratch);
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    size_t row = 0, top = app->popup.list.top;

    for (int id = next_setting(app, 0); id < SETTING_COUNT && row < top + (size_t)area.rows;
         id = next_setting(app, id + 1), row++) {
        int line = area.row + (int)(row - top);

        if (row < top)
            continue;
        if (row == app->popup.list.selected)
            (void)canvas_put_sign(canvas, area, line, area.column + 1, SIGN_CURSOR, role_stack(ROLE_TEXT_STRONG));
        draw_setting(app, canvas, area, line, (SettingId)id);
        if (row == app->popup.list.selected)
            canvas_select_row(canvas, (Rect){line, area.column, 1, area.columns});
    }
    if (row == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1, TEXT("No such setting."),
                             ROLE_TEXT_MUTED);
}

static PopupResult accept(App *app)
{
    int id = setting_of_row(app, app->popup.list.selected);
    Arena scratch = {0};
    Text value, name;

    app->popup.id = POPUP_NONE;
    if (id < SETTING_COUNT) {
        name = setting_info((SettingId)id)->name;
        value = app_setting_value(app, (SettingId)id, &scratch);
        if (!prompt_set(&app->prompt.line, PROMPT_COMMAND,
                        arena_join(&scratch, (const Text[]){TEXT("set "), name, TEXT("="), value}, 4)))
            app_say(app, ROLE_STATUS_INFO, "its value is too long to be typed here; it is in config.yaml");
    }
    arena_release(&scratch);
    return (PopupResult){.effects = EFFECT_NONE};
}

/* All of them, however few the filter lets through. */
static size_t lines(const App *app)
{
    (void)app;
    return SETTING_COUNT + 1;
}

static Text title(const App *app, Arena *scratch)
{
    (void)app;
    (void)scratch;
    return TEXT(" Settings ");
}

const PopupOps settings_popup = {
    .name = "SETTINGS",
    .hint = "type to filter   Up Down select   Enter change it   Esc close",
    .title = title,
    .typed = true,
    .count = count,
    .draw = draw,
    .accept = accept,
    .columns_most = 110,
    .lines = lines,
};
