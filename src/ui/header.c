/* The top row: title, place in the library and in the text; on narrow screens the line of tabs. */
#include "ui/frame.h"

enum { PROGRESS_CELLS = 8 };

static Text position_in_library(const App *app, Arena *scratch)
{
    if (app->library->entries.count < 2)
        return (Text){0};
    return arena_printf(scratch, "%zu/%zu", app->entry + 1, app->library->entries.count);
}

static Text current_title(App *app)
{
    if (app->document.article && article_field(app->document.article, FIELD_TITLE).size)
        return article_field(app->document.article, FIELD_TITLE);
    return app->library->entries.count ? library_title(app->library, app->entry) : TEXT("quoin");
}

/* A role over that of the row, whose background it keeps. */
static int put_over(Canvas *canvas, Rect area, int column, Text text, Role role)
{
    return canvas_put(canvas, area, area.row, column, text, role_stack_in_status(role));
}

static void draw_columns(App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    Text right = arena_printf(scratch, "%.*s · %zu%% ", TEXT_ARGS(app->theme->id), app_percent(app));
    int bar = area.column + area.columns - PROGRESS_CELLS - 3;
    int room = bar - (int)printable_width(right, canvas->charset) - 1;
    Text number = position_in_library(app, scratch);
    int column = put_over(canvas, area, area.column + 1, TEXT("quoin"), ROLE_TEXT_STRONG) + 2;

    if (number.size)
        column = frame_put(canvas, area, column, number, ROLE_STATUS_INFO) + 2;
    if (column < room)
        (void)canvas_put_cut(canvas, area, area.row, column, room - column, current_title(app), ROLE_STATUS);
    if (room > column)
        (void)frame_put(canvas, area, room + 1, right, ROLE_STATUS_INFO);
    (void)frame_put_progress(app, canvas, area, bar, PROGRESS_CELLS, ROLE_STATUS_INFO);
}

static void draw_drawer(App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    Text number = position_in_library(app, scratch);
    Text right = number.size ? arena_printf(scratch, "article %.*s ", TEXT_ARGS(number)) : (Text){0};
    int room = area.columns - (int)printable_width(right, canvas->charset) - 2;
    LinePosition first = {0, 0};
    bool scrolled = app->document.layout && layout_compare(app->document.top, first) != 0;

    (void)canvas_put_cut(canvas, area, area.row, area.column + 1, room, scrolled ? current_title(app) : TEXT("quoin"),
                         ROLE_STATUS_INFO);
    frame_put_right(canvas, area, right, ROLE_STATUS_INFO);
}

static void draw_tabs(App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    static const char *const labels[PANE_COUNT] = {"Body", "Quotes", "Entities", "Articles"};
    size_t counts[PANE_COUNT] = {0, app->document.listed.count, document_listed_entities(&app->document),
                                 app->library->entries.count};
    int column = area.column + 1;

    frame_put_right(canvas, area, arena_printf(scratch, "%zu%% ", app_percent(app)), ROLE_STATUS_INFO);
    area.columns -= 6;
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        bool focused = app->choice.focus == (PaneId)pane;
        Text count = counts[pane] ? arena_printf(scratch, " %zu", counts[pane]) : (Text){0};
        Text label = arena_printf(scratch, focused ? "[%s%.*s]" : "%s%.*s", labels[pane], TEXT_ARGS(count));

        if (column + (int)printable_width(label, canvas->charset) > area.column + area.columns)
            break;
        app->tabs[pane] = (Rect){area.row, column, 1, (int)printable_width(label, canvas->charset)};
        column = put_over(canvas, area, column, label, focused ? ROLE_PANE_TITLE_FOCUSED : ROLE_PANE_TITLE) + 2;
    }
}

void header_draw(App *app, Canvas *canvas, Arena *scratch)
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
        (void)canvas_put_cut(canvas, area, area.row, area.column, area.columns - (int)percent.size,
                             current_title(app), ROLE_STATUS);
        frame_put_right(canvas, area, percent, ROLE_STATUS_INFO);
        break;
    }
}
