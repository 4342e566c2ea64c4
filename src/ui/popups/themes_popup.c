/* The theme picker: a narrow box at the right, so that the article shows each theme while one chooses. */
#include "ui/panes/pane.h"

#include "ui/state/prompt.h"

enum { COLUMNS = 36, ROWS = 20, NAME_LEAST = 8 };

static bool passes(const App *app, size_t index)
{
    Arena scratch = {0};
    Needle needle;
    bool found = true;

    if (app->filter.size) {
        needle_init(&needle, &scratch, prompt_text(&app->filter));
        found = needle_in(&needle, app->options.theme_ids[index]);
    }
    arena_release(&scratch);
    return found;
}

static size_t count(App *app)
{
    size_t passed = 0;

    for (size_t i = 0; i < app->options.theme_count; i++)
        passed += passes(app, i);
    return passed;
}

/* The theme in a row of the filtered list, NO_INDEX past its end. */
static size_t theme_of_row(const App *app, size_t row)
{
    for (size_t i = 0; i < app->options.theme_count; i++) {
        if (passes(app, i) && row-- == 0)
            return i;
    }
    return NO_INDEX;
}

/* "dark light"; which of them a theme has is looked up when the picker is there. */
static Text forms_of(App *app, size_t index)
{
    static const Text names[] = {LITERAL("has mistakes"), LITERAL("dark"), LITERAL("light"), LITERAL("dark light")};
    Arena scratch = {0};
    Text source, path, why;

    if (!app->theme_forms) {
        arena_reset(&app->forms_arena);
        app->theme_forms = ARENA_ARRAY(&app->forms_arena, unsigned char, app->options.theme_count);
        for (size_t i = 0; i < app->options.theme_count; i++) {
            Text id = app->options.theme_ids[i];

            if (app->options.themes.read(app->options.themes.context, &scratch, id, &source, &path, &why))
                app->theme_forms[i] = (unsigned char)theme_forms(id, source, &app->options.themes);
            arena_reset(&scratch);
        }
        arena_release(&scratch);
    }
    return names[app->theme_forms[index]];
}

/* The row of a theme under the filter; NO_INDEX: it has none. */
static size_t row_of_theme(const App *app, Text id)
{
    size_t row = 0;

    for (size_t i = 0; i < app->options.theme_count; i++) {
        if (!passes(app, i))
            continue;
        if (text_equal(app->options.theme_ids[i], id))
            return row;
        row++;
    }
    return NO_INDEX;
}

static void open_picker(App *app)
{
    app_hold_theme(app);
    app->popup_wanted = app->wanted;
    app->popup_theme = app->theme->id;
    app->themes_changed = false;
    app->popup_list.selected = app->theme_index == NO_INDEX ? 0 : app->theme_index;
}

/* Try the selected theme. Where there is none, or it has mistakes, the theme from before is seen, and the message. */
static bool try_selected(App *app)
{
    size_t theme = theme_of_row(app, app->popup_list.selected);
    Arena scratch = {0};
    Report report;
    bool used = theme != NO_INDEX;

    app->popup_theme = used ? app->options.theme_ids[theme] : (Text){0};
    report_init(&report, &scratch, (Text){0});
    if (used && (theme != app->theme_index || app->themes_changed)) {
        used = app_use_theme(app, theme, &report);
        app_say_problems(app, "", &report);
    }
    if (!used)
        app_return_theme(app);
    arena_release(&scratch);
    return used;
}

/* The list may be another: the selection stays on its theme, if it is there. */
static void follow_list(App *app)
{
    size_t row = row_of_theme(app, app->popup_theme);

    if (row != NO_INDEX)
        app->popup_list.selected = row;
    (void)try_selected(app);
}

static void preview(App *app)
{
    (void)try_selected(app);
}

static void cancel(App *app)
{
    app->wanted = app->popup_wanted;
    app_return_theme(app);
    app_drop_held_theme(app);
    app_use_variant(app, app->wanted);
    app_themes_settle(app);
}

static Effects accept(App *app)
{
    if (!try_selected(app))
        return EFFECT_NONE;
    app_drop_held_theme(app);
    app_keep_theme(app);
    app->themes_changed = false;
    app_close_popup(app);
    app_say(app, ROLE_STATUS_INFO, "to keep it: \"theme: %.*s\" in config.yaml; gt switches light and dark",
            TEXT_ARGS(app->theme->id));
    return EFFECT_KEEP_THEME;
}

static void draw_theme(App *app, Canvas *canvas, Rect area, int row, size_t theme)
{
    Text forms = forms_of(app, theme);
    int end = area.column + area.columns - 1, start = end - (int)printable_width(forms, canvas->charset);
    int room = start - area.column - 4;

    if (room < NAME_LEAST) {
        room = area.columns - 4;
        start = end;
    }
    (void)canvas_put_cut(canvas, area, row, area.column + 3, room, app->options.theme_ids[theme], ROLE_POPUP);
    (void)canvas_put_cut(canvas, area, row, start, end - start, forms, ROLE_TEXT_MUTED);
}

static void draw(App *app, Canvas *canvas, Rect area)
{
    size_t row = 0;

    for (size_t i = 0; i < app->options.theme_count; i++) {
        int line = area.row + (int)(row - app->popup_list.top);
        bool selected;

        if (!passes(app, i))
            continue;
        selected = row == app->popup_list.selected;
        if (row >= app->popup_list.top && line < area.row + area.rows) {
            bool held = text_equal(app->options.theme_ids[i], app->held_theme->id);

            if (selected || held)
                (void)canvas_put_sign(canvas, area, line, area.column + 1, selected ? SIGN_CURSOR : SIGN_BULLET,
                                      role_stack(ROLE_TEXT_STRONG));
            draw_theme(app, canvas, area, line, i);
            if (selected)
                canvas_overlay(canvas, (Rect){line, area.column, 1, area.columns}, LAYER_TOP,
                               ROLE_LIST_CURSOR);
        }
        row++;
    }
    if (row == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1,
                             TEXT("No theme of that name."), ROLE_TEXT_MUTED);
}

static Rect area(const App *app)
{
    int columns = app->columns > COLUMNS + 4 ? COLUMNS : app->columns;
    int rows = (int)app->options.theme_count + 3 < ROWS ? (int)app->options.theme_count + 3 : ROWS;

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
