/* The top row: title, place in the library and in the text; on narrow screens the line of tabs. */
#include "ui/frame/header.h"

#include "ui/frame/frame_put.h"
#include "ui/frame/progress_bar.h"
#include "ui/panes/pane.h"
#include "ui/state/places.h"

enum {
    PROGRESS_SHARE = 6, /* of the columns of the screen: the cells of the bar are one of so many */
    PROGRESS_MOST = 32,
    PERCENT_COLUMNS = 6, /* right of the tabs: "100% " */
    TAB_GAP = 2
};

static Text position_in_library(const App *app, Arena *scratch)
{
    if (app->library->entries.count < 2)
        return (Text){0};
    return arena_printf(scratch, "%zu/%zu", app->entry + 1, app->library->entries.count);
}

static Text current_title(const App *app)
{
    if (app->document.article && article_field(app->document.article, FIELD_TITLE).size)
        return article_field(app->document.article, FIELD_TITLE);
    return app->library->entries.count ? library_title(app->library, app->entry) : TEXT("quoin");
}

/* The headline is not told twice. */
static bool headline_is_shown(const App *app)
{
    const Article *article = app->document.shown;
    size_t start = app_visible(app).start;

    if (!app->document.layout || !app_shows(app, PANE_BODY) || article->is_source)
        return false;
    for (size_t i = 0; i < article->blocks.count && article->blocks.items[i].range.start <= start; i++) {
        if (article->blocks.items[i].kind == BLOCK_TITLE)
            return start < article->blocks.items[i].range.end;
    }
    return false;
}

static Text title_shown(const App *app)
{
    return headline_is_shown(app) ? (Text){0} : current_title(app);
}

/* A role over that of the row, whose background it keeps. */
static int put_over(Canvas *canvas, Rect area, int column, Text text, Role role)
{
    return canvas_put(canvas, area, area.row, column, text, role_stack_in_status(role));
}

static void draw_columns(const App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    Text right = arena_printf(scratch, "%zu%% ", app_percent(app));
    int room = app->progress.column - 1 - (int)printable_width(right, canvas->charset) - 1;
    Text number = position_in_library(app, scratch);
    int column = put_over(canvas, area, area.column + 1, TEXT("quoin"), ROLE_TEXT_STRONG) + 2;

    if (number.size)
        column = frame_put(canvas, area, column, number, ROLE_STATUS_INFO) + 2;
    if (column < room)
        (void)canvas_put_cut(canvas, area, area.row, column, room - column, title_shown(app), ROLE_STATUS);
    if (room > column)
        (void)frame_put(canvas, area, room + 1, right, ROLE_STATUS_INFO);
    (void)progress_bar_draw(app, canvas);
}

static void draw_drawer(const App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    Text number = position_in_library(app, scratch);
    Text right = number.size ? arena_printf(scratch, "article %.*s ", TEXT_ARGS(number)) : (Text){0};
    int room = area.columns - (int)printable_width(right, canvas->charset) - 2;
    Text title = title_shown(app);

    (void)canvas_put_cut(canvas, area, area.row, area.column + 1, room, title.size ? title : TEXT("quoin"),
                         ROLE_STATUS_INFO);
    frame_put_right(canvas, area, right, ROLE_STATUS_INFO);
}

/* "[Quotes 9]" */
static Text tab_label(const App *app, PaneId pane, Arena *scratch)
{
    const PaneOps *ops = pane_ops(pane);
    size_t rows = ops->count ? ops->count(app) : 0;
    Text count = rows ? arena_printf(scratch, " %zu", rows) : (Text){0};

    return arena_printf(scratch, app->choice.focus == pane ? "[%s%.*s]" : "%s%.*s", ops->tab, TEXT_ARGS(count));
}

static void place_tabs(App *app, Rect area)
{
    Arena scratch = {0};
    int column = area.column + 1, end = area.column + area.columns - PERCENT_COLUMNS;

    for (int pane = 0; pane < PANE_COUNT; pane++) {
        int columns = (int)printable_width(tab_label(app, (PaneId)pane, &scratch), app->options.charset);

        if (column + columns > end)
            break;
        app->tabs[pane] = (Rect){area.row, column, 1, columns};
        column += columns + TAB_GAP;
    }
    arena_release(&scratch);
}

void header_settle(App *app)
{
    Rect area = app->arrangement.header;
    int share = area.columns / PROGRESS_SHARE, cells = share < PROGRESS_MOST ? share : PROGRESS_MOST;

    if (area.rows && app->arrangement.shape == SHAPE_TABS)
        place_tabs(app, area);
    if (area.rows && app->arrangement.shape >= SHAPE_TWO_COLUMNS)
        app->progress = (Rect){area.row, area.column + area.columns - cells - 2, 1, cells};
}

static void draw_tabs(const App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    frame_put_right(canvas, area, arena_printf(scratch, "%zu%% ", app_percent(app)), ROLE_STATUS_INFO);
    for (int pane = 0; pane < PANE_COUNT && app->tabs[pane].rows; pane++)
        (void)put_over(canvas, area, app->tabs[pane].column, tab_label(app, (PaneId)pane, scratch),
                       app->choice.focus == (PaneId)pane ? ROLE_PANE_TITLE_FOCUSED : ROLE_PANE_TITLE);
}

void header_draw(const App *app, Canvas *canvas, Arena *scratch)
{
    Rect area = app->arrangement.header;
    Text percent;

    if (area.rows == 0)
        return;
    canvas_fill(canvas, area, ROLE_STATUS);
    switch (app->arrangement.shape) {
    case SHAPE_TWO_COLUMNS:
    case SHAPE_THREE_COLUMNS:
        draw_columns(app, canvas, area, scratch);
        break;
    case SHAPE_DRAWER:
        draw_drawer(app, canvas, area, scratch);
        break;
    case SHAPE_TABS:
        draw_tabs(app, canvas, area, scratch);
        break;
    case SHAPE_BODY:
    case SHAPE_TOO_SMALL:
        percent = arena_printf(scratch, " %zu%% ", app_percent(app));
        (void)canvas_put_cut(canvas, area, area.row, area.column, area.columns - (int)percent.size, title_shown(app),
                             ROLE_STATUS);
        frame_put_right(canvas, area, percent, ROLE_STATUS_INFO);
        break;
    }
}
