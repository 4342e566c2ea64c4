/* The theme picker: a narrow box at the right, so that the article shows each theme while one chooses. */
#include "ui/popups/popup.h"

enum { COLUMNS = 36, ROWS = 20, NAME_LEAST = 8 };

static bool passes(const App *app, size_t index)
{
    Arena scratch = {0};
    Needle needle;
    bool found = true;

    if (app->popup.filter.size) {
        needle_init(&needle, &scratch, prompt_text(&app->popup.filter));
        found = needle_in(&needle, app->themes.ids[index]);
    }
    arena_release(&scratch);
    return found;
}

static size_t count(const App *app)
{
    size_t passed = 0;

    for (size_t i = 0; i < app->themes.count; i++)
        passed += passes(app, i);
    return passed;
}

/* The theme in a row of the filtered list, NO_INDEX past its end. */
static size_t theme_of_row(const App *app, size_t row)
{
    for (size_t i = 0; i < app->themes.count; i++) {
        if (passes(app, i) && row-- == 0)
            return i;
    }
    return NO_INDEX;
}

/* The row of a theme under the filter; NO_INDEX: it has none. */
static size_t row_of_theme(const App *app, Text id)
{
    size_t row = 0;

    for (size_t i = 0; i < app->themes.count; i++) {
        if (!passes(app, i))
            continue;
        if (text_equal(app->themes.ids[i], id))
            return row;
        row++;
    }
    return NO_INDEX;
}

static void open_picker(App *app)
{
    theme_choice_hold(&app->themes);
    theme_choice_find_forms(&app->themes);
    app->popup.variant = app->themes.wanted_variant;
    app->popup.theme = app->themes.theme->id;
    app->themes.changed = false;
    app->popup.list.selected = app->themes.index == NO_INDEX ? 0 : app->themes.index;
}

/* Try the selected theme. Where there is none, or it has mistakes, the theme from before is seen, and the message. */
static bool try_selected(App *app)
{
    size_t theme = theme_of_row(app, app->popup.list.selected);
    Arena scratch = {0};
    Report report;
    bool used = theme != NO_INDEX;

    app->popup.theme = used ? app->themes.ids[theme] : (Text){0};
    report_init(&report, &scratch, (Text){0});
    if (used && (theme != app->themes.index || app->themes.changed)) {
        used = theme_choice_use(&app->themes, theme, &report);
        message_say_problems(&app->message, "", &report);
    }
    if (!used)
        theme_choice_return(&app->themes);
    arena_release(&scratch);
    return used;
}

/* The list may be another: the selection stays on its theme, if it is there. */
static void follow_list(App *app)
{
    size_t row = row_of_theme(app, app->popup.theme);

    theme_choice_find_forms(&app->themes);
    if (row != NO_INDEX)
        app->popup.list.selected = row;
    (void)try_selected(app);
}

static void preview(App *app)
{
    (void)try_selected(app);
}

static void cancel(App *app)
{
    app->themes.wanted_variant = app->popup.variant;
    theme_choice_return(&app->themes);
    theme_choice_drop_held(&app->themes);
    theme_choice_use_variant(&app->themes, app->themes.wanted_variant);
    theme_choice_settle(&app->themes, &app->message);
}

static PopupResult accept(App *app)
{
    if (!try_selected(app))
        return (PopupResult){.effects = EFFECT_NONE};
    theme_choice_drop_held(&app->themes);
    theme_choice_keep(&app->themes);
    app->themes.changed = false;
    app->popup.id = POPUP_NONE;
    app_say(app, ROLE_STATUS_INFO, "to keep it: \"theme: %.*s\" in config.yaml; gt switches light and dark",
            TEXT_ARGS(app->themes.theme->id));
    app->kept = SETTING_THEME;
    return (PopupResult){.effects = EFFECT_KEEP_SETTING};
}

static void draw_theme(const App *app, Canvas *canvas, Rect area, int row, size_t theme)
{
    Text forms = theme_choice_forms(&app->themes, theme);
    int end = area.column + area.columns - 1, start = end - (int)printable_width(forms, canvas->charset);
    int room = start - area.column - 4;

    if (room < NAME_LEAST) {
        room = area.columns - 4;
        start = end;
    }
    (void)canvas_put_cut(canvas, area, row, area.column + 3, room, app->themes.ids[theme], ROLE_POPUP);
    (void)canvas_put_cut(canvas, area, row, start, end - start, forms, ROLE_TEXT_MUTED);
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    size_t row = 0;

    for (size_t i = 0; i < app->themes.count; i++) {
        int line = area.row + (int)(row - app->popup.list.top);
        bool selected;

        if (!passes(app, i))
            continue;
        selected = row == app->popup.list.selected;
        if (row >= app->popup.list.top && line < area.row + area.rows) {
            bool held = text_equal(app->themes.ids[i], app->themes.held->id);

            if (selected || held)
                (void)canvas_put_sign(canvas, area, line, area.column + 1, selected ? SIGN_CURSOR : SIGN_BULLET,
                                      role_stack(ROLE_TEXT_STRONG));
            draw_theme(app, canvas, area, line, i);
            if (selected)
                canvas_select_row(canvas, (Rect){line, area.column, 1, area.columns});
        }
        row++;
    }
    if (row == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1, TEXT("No theme of that name."),
                             ROLE_TEXT_MUTED);
}

static Rect area(const App *app)
{
    int columns = app->columns > COLUMNS + 4 ? COLUMNS : app->columns;
    int rows = (int)app->themes.count + 3 < ROWS ? (int)app->themes.count + 3 : ROWS;

    if (rows > app->rows - 2)
        rows = app->rows - 2;
    return (Rect){1, app->columns - columns, rows < 4 ? 4 : rows, columns};
}

static Text title(const App *app, Arena *scratch)
{
    (void)app;
    (void)scratch;
    return TEXT(" Themes ");
}

const PopupOps themes_popup = {
    .name = "THEMES",
    .hint = "type to filter   Up Down try   Enter keep   Esc back",
    .title = title,
    .typed = true,
    .open = open_picker,
    .count = count,
    .draw = draw,
    .selected = preview,
    .accept = accept,
    .cancel = cancel,
    .refreshed = follow_list,
    .area = area,
};
