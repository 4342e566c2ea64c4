/*
 * What popups share: the box, the line in which a filter is typed, the list of rows. Keys of a typed popup
 * edit its filter; arrows, Enter and Escape do what they do everywhere.
 */
#include "ui/popups/popups.h"

#include "ui/state/list_find.h"

static const PopupResult nothing = {.effects = EFFECT_NONE};

int popup_columns(const App *app, int most)
{
    enum { MARGIN = 2 };

    return app->columns > most + 2 * MARGIN ? most : app->columns - MARGIN;
}

const PopupOps *popup_ops(PopupId popup)
{
    static const PopupOps *const popups[POPUP_COUNT] = {
        [POPUP_NONE] = &info_popup, /* never asked for */
        [POPUP_HELP] = &help_popup,         [POPUP_THEMES] = &themes_popup,     [POPUP_MAP] = &map_popup,
        [POPUP_MENTIONS] = &mentions_popup, [POPUP_NAMES] = &names_popup,       [POPUP_LINKS] = &links_popup,
        [POPUP_INFO] = &info_popup,         [POPUP_SETTINGS] = &settings_popup, [POPUP_OUTPUT] = &output_popup,
        [POPUP_MESSAGES] = &messages_popup, [POPUP_WHY] = &why_popup,
    };

    return popups[popup];
}

/* In the middle of the screen, as high as what is in it and its border need and the screen lets it be; or as it says itself. */
static Rect area_of(const App *app)
{
    enum { ROWS_LEAST = 3, ROOM_LEAST = 4 /* what is typed, and a row of what it lists */, MARGIN = 2 };
    const PopupOps *ops = popup_ops(app->popup.id);
    int most = app->rows - 2 * MARGIN > ROOM_LEAST ? app->rows - 2 * MARGIN : ROOM_LEAST, rows, columns;
    size_t wanted;

    if (ops->area)
        return ops->area(app);
    wanted = (ops->lines ? ops->lines(app) : ops->count(app)) + 2;
    columns = popup_columns(app, ops->columns_most);
    rows = wanted < (size_t)most ? (int)wanted : most;
    rows = rows < ROWS_LEAST ? ROWS_LEAST : rows;
    return (Rect){(app->rows - rows) / 2, (app->columns - columns) / 2, rows, columns};
}

static PopupResult accept(App *app)
{
    const PopupOps *ops = popup_ops(app->popup.id);

    if (ops->accept)
        return ops->accept(app);
    app->popup.id = POPUP_NONE;
    return nothing;
}

static bool is_heading(const App *app, size_t row)
{
    const PopupOps *ops = popup_ops(app->popup.id);

    return ops->heading && ops->heading(app, row);
}

/* The selection leaves a heading in the direction of the move; where no row follows, the other way. */
static void skip_headings(App *app, int direction)
{
    ListView *list = &app->popup.list;

    while (list->count && is_heading(app, list->selected)) {
        if (direction < 0 && list->selected == 0)
            direction = +1;
        if (direction > 0 && list->selected + 1 >= list->count)
            return;
        list->selected = direction < 0 ? list->selected - 1 : list->selected + 1;
    }
}

void popup_open(App *app, PopupId popup)
{
    if (app->find.target.list == &app->popup.list || app->find.missed == &app->popup.list)
        list_find_end(app);
    app->popup.id = popup;
    app->popup.list = (ListView){0};
    prompt_clear(&app->popup.filter, PROMPT_NONE);
    app->keys = (KeyState){0};
    if (popup_ops(popup)->open)
        popup_ops(popup)->open(app);
    app->popup.list.count = popup_ops(popup)->count(app);
    list_move(&app->popup.list, MOVE_LINES, 0); /* what it begins with may not be listed */
    skip_headings(app, +1);
}

void popup_refreshed(App *app)
{
    if (app->popup.id == POPUP_NONE || !popup_ops(app->popup.id)->refreshed)
        return;
    popup_ops(app->popup.id)->refreshed(app);
    app->popup.list.count = popup_ops(app->popup.id)->count(app);
    list_move(&app->popup.list, MOVE_LINES, 0);
}

static void close_popup(App *app)
{
    if (list_find_is_on(app))
        list_find_end(app);
    app->popup.id = POPUP_NONE;
}

void popup_recount(App *app)
{
    size_t count = app->popup.id ? popup_ops(app->popup.id)->count(app) : 0;

    if (app->popup.id == POPUP_NONE || count == app->popup.list.count)
        return;
    if (app->popup.id == POPUP_MENTIONS && count == 0) {
        close_popup(app);
        return;
    }
    app->popup.list.count = count;
    list_move(&app->popup.list, MOVE_LINES, 0);
    skip_headings(app, +1);
}

static PopupResult cancel(App *app)
{
    const PopupOps *ops = popup_ops(app->popup.id);

    if (ops->cancel)
        ops->cancel(app);
    close_popup(app);
    return nothing;
}

static void changed(App *app)
{
    const PopupOps *ops = popup_ops(app->popup.id);

    if (ops->selected)
        ops->selected(app);
}

static void move(App *app, Move kind, long amount)
{
    app->popup.list.count = popup_ops(app->popup.id)->count(app);
    list_move(&app->popup.list, kind, amount);
    skip_headings(app, amount < 0 ? -1 : +1);
    changed(app);
}

/* Actions that mean something in a list. */
static const struct PopupMove {
    ActionId action;
    Move kind;
    int direction;
} moves[] = {
    {ACTION_SCROLL_DOWN, MOVE_LINES, +1},         {ACTION_SCROLL_UP, MOVE_LINES, -1},
    {ACTION_HALF_PAGE_DOWN, MOVE_HALF_PAGES, +1}, {ACTION_HALF_PAGE_UP, MOVE_HALF_PAGES, -1},
    {ACTION_PAGE_DOWN, MOVE_PAGES, +1},           {ACTION_PAGE_UP, MOVE_PAGES, -1},
    {ACTION_GOTO_TOP, MOVE_TO_START, 0},          {ACTION_GOTO_BOTTOM, MOVE_TO_END, 0},
};

static void select_found(App *app, size_t row)
{
    app->popup.list.selected = row;
    skip_headings(app, +1);
    changed(app);
}

/* The actions that find in the list. False: another. */
static bool find(App *app, ActionId action, int times)
{
    const PopupOps *ops = popup_ops(app->popup.id);

    if (action == ACTION_SEARCH && ops->row_text)
        list_find_open(app, &(ListFindTarget){NULL, ops->count, ops->row_text, select_found, ops->row_texts});
    else if (action == ACTION_NEXT_MATCH || action == ACTION_PREV_MATCH)
        return list_find_move(app, action == ACTION_NEXT_MATCH ? +1 : -1, times);
    else if (!list_find_is_on(app))
        return false;
    else if (action == ACTION_CLEAR || action == ACTION_CLOSE)
        list_find_end(app);
    else
        return false;
    return true;
}

PopupResult popup_run(App *app, ActionId action, int count)
{
    const PopupOps *ops = popup_ops(app->popup.id);

    if (find(app, action, count ? count : 1) || (ops->run && ops->run(app, action, count ? count : 1)))
        return nothing;
    for (size_t i = 0; i < COUNT_OF(moves); i++) {
        if (moves[i].action == action) {
            move(app, moves[i].kind, (long)moves[i].direction * (count ? count : 1));
            return nothing;
        }
    }
    switch (action) {
    case ACTION_SHOW_CONTEXT:
        return accept(app);
    case ACTION_QUIT:
    case ACTION_SUSPEND:
    case ACTION_REDRAW:
        return (PopupResult){.action = action, .count = count};
    default:
        return cancel(app);
    }
}

/* The keys of a list that are not characters: Enter and Escape come out of prompt_edit. */
static bool typed_move(App *app, Key key)
{
    bool control = key.modifiers == MODIFIER_CTRL;

    if (key.code == KEY_SPECIAL_DOWN || (control && key.code == 'n'))
        move(app, MOVE_LINES, 1);
    else if (key.code == KEY_SPECIAL_UP || (control && key.code == 'p'))
        move(app, MOVE_LINES, -1);
    else if (key.code == KEY_SPECIAL_PAGE_DOWN || (control && (key.code == 'v' || key.code == 'd')))
        move(app, MOVE_PAGES, 1);
    else if (key.code == KEY_SPECIAL_PAGE_UP)
        move(app, MOVE_PAGES, -1);
    else
        return false;
    return true;
}

static void say_none(App *app)
{
    if (app->popup.filter.size)
        app_say(app, ROLE_STATUS_INFO, "no row has \"%.*s\"", TEXT_ARGS(prompt_text(&app->popup.filter)));
    else
        app_say(app, ROLE_STATUS_INFO, "there is nothing to select yet");
}

PopupResult popup_type(App *app, Key key)
{
    if (typed_move(app, key))
        return nothing;
    switch (prompt_edit(&app->popup.filter, key)) {
    case EDIT_ACCEPTED:
        if (app->popup.list.count)
            return accept(app);
        say_none(app);
        break;
    case EDIT_CANCELLED:
        return cancel(app);
    case EDIT_CHANGED:
        app->popup.list.selected = app->popup.list.top = 0;
        app->popup.list.count = popup_ops(app->popup.id)->count(app);
        skip_headings(app, +1);
        changed(app);
        break;
    case EDIT_NONE:
    case EDIT_MOVED:
        break;
    }
    return nothing;
}

static Rect inside(Rect box)
{
    return (Rect){box.row + 1, box.column + 1, box.rows - 2, box.columns - 2};
}

/* Where the rows of its list are, in what is inside its box. The foot is there when two rows are left. */
static Rect list_rows(const PopupOps *ops, Rect rows)
{
    if (ops->typed) {
        rows.row++;
        rows.rows--;
    }
    if (rows.rows >= ops->foot + 2)
        rows.rows -= ops->foot;
    return rows;
}

PopupResult popup_mouse(App *app, Mouse mouse)
{
    const PopupOps *ops = popup_ops(app->popup.id);
    Rect box = area_of(app);
    Rect rows = list_rows(ops, inside(box));
    size_t index;

    if (mouse.action == MOUSE_WHEEL_DOWN || mouse.action == MOUSE_WHEEL_UP) {
        move(app, MOVE_LINES, mouse.action == MOUSE_WHEEL_DOWN ? 3 : -3);
        return nothing;
    }
    if (mouse.action != MOUSE_PRESS && mouse.action != MOUSE_DOUBLE)
        return nothing;
    if (!rect_contains(box, mouse.row, mouse.column))
        return cancel(app);
    index = app->popup.list.top + (size_t)(mouse.row - rows.row);
    if (!rect_contains(rows, mouse.row, mouse.column) || index >= app->popup.list.count || is_heading(app, index))
        return nothing;
    app->popup.list.selected = index;
    changed(app);
    if (ops->click)
        return ops->click(app, (Rect){mouse.row, rows.column, 1, rows.columns}, mouse.column);
    return mouse.action == MOUSE_DOUBLE ? accept(app) : nothing;
}

static void draw_filter(const App *app, Canvas *canvas, Rect area)
{
    int column = canvas_put(canvas, area, area.row, area.column + 1, TEXT("> "), role_stack(ROLE_PROMPT));

    if (app->popup.filter.size == 0)
        (void)canvas_put_cut(canvas, area, area.row, column, area.columns - 4, TEXT("type to filter"), ROLE_TEXT_FAINT);
    prompt_put(&app->popup.filter, canvas, area, column);
}

static int one_line(const void *context, size_t row)
{
    (void)context;
    (void)row;
    return 1;
}

/* The first row of a group comes with its heading, where there is room for both. */
static void show_heading(App *app)
{
    ListView *list = &app->popup.list;

    if (list->rows > 1 && list->top > 0 && list->top == list->selected && is_heading(app, list->top - 1))
        list->top--;
}

/* The box, cut to the screen; its contents, without borders and the line of the filter. No rows: there is no room. */
static Rect box_of(const App *app)
{
    return rect_intersect(area_of(app), (Rect){0, 0, app->rows, app->columns});
}

static Rect contents(const App *app)
{
    Rect area = inside(box_of(app));

    if (area.rows < 1 || area.columns < 4)
        return (Rect){0, 0, 0, 0};
    if (popup_ops(app->popup.id)->typed) {
        area.row++;
        area.rows--;
    }
    return area;
}

static bool has_room(const App *app)
{
    return contents(app).columns > 0;
}

void popup_settle(App *app)
{
    if (!app->popup.id || !has_room(app))
        return;
    list_settle(&app->popup.list, popup_ops(app->popup.id)->count(app),
                list_rows(popup_ops(app->popup.id), inside(box_of(app))).rows, one_line, NULL);
    show_heading(app);
}

void popup_draw(const App *app, Canvas *canvas)
{
    const PopupOps *ops = popup_ops(app->popup.id);
    Rect box = box_of(app);
    Arena scratch = {0};

    if (!has_room(app))
        return;
    canvas_fill(canvas, box, ROLE_POPUP);
    canvas_rest_cursor(canvas, contents(app).row, contents(app).column);
    canvas_box(canvas, box, ROLE_BORDER_FOCUSED);
    (void)canvas_put_cut(canvas, box, box.row, box.column + 2, box.columns - 4, ops->title(app, &scratch),
                         ROLE_PANE_TITLE_FOCUSED);
    arena_release(&scratch);
    if (ops->typed)
        draw_filter(app, canvas, inside(box));
    ops->draw(app, canvas, contents(app));
}
