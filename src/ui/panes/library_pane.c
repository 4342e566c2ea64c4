/* The articles at hand: date and title, the open one marked. Metadata is read in idle time, for the rows that are seen. */
#include "base/iso_date.h"
#include "ui/panes/pane.h"
#include "ui/state/geometry.h"
#include "ui/opening/opening.h"
#include "ui/opening/remembering.h"

enum {
    DATE_COLUMNS = 11,    /* "2024-03-09 " */
    PROGRESS_COLUMNS = 5, /* " 100%", " read" */
    DATED_LEAST = 30,     /* columns of a pane that has room for dates, */
    PROGRESS_LEAST = 20   /* … and for how far somebody is */
};
static const Text continue_label = LITERAL("continue: ");

static int row_height(const void *context, size_t row)
{
    (void)context;
    (void)row;
    return 1;
}

static void settle(App *app)
{
    list_settle(&app->lists[PANE_LIBRARY], app->library->entries.count, app->arrangement.panes[PANE_LIBRARY].rows,
                row_height, app);
}

/* Has any of the rows on the screen a date? Then all leave room for one. */
static bool has_dates(const App *app, Rect area)
{
    const ListView *list = &app->lists[PANE_LIBRARY];

    for (size_t i = list->top; i < list->count && i < list->top + (size_t)area.rows; i++) {
        if (app->library->entries.items[i].fields[FIELD_DATE].size)
            return area.columns >= DATED_LEAST;
    }
    return false;
}

/* How far somebody is in it, at the right end; the columns that are left for the rest. */
static int draw_progress(const App *app, Canvas *canvas, Rect area, int row, size_t index)
{
    Arena scratch = {0};
    Text label = remembering_label(app, index, &scratch);
    int columns = area.columns;

    if (label.size && columns >= PROGRESS_LEAST) {
        int column = area.column + columns - (int)label.size;

        columns -= PROGRESS_COLUMNS;
        (void)canvas_put(canvas, area, row, column, label, role_stack(ROLE_TEXT_MUTED));
    }
    arena_release(&scratch);
    return columns;
}

static Text row_title(const App *app, size_t index, Arena *scratch)
{
    Text title = library_title(app->library, index);

    if (index > 0 || !app->options.continues)
        return title;
    return arena_join(scratch, (const Text[]){continue_label, title}, 2);
}

static void draw_row(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool cursor, bool dated)
{
    const LibraryEntry *entry = &app->library->entries.items[index];
    int columns = draw_progress(app, canvas, area, row, index), column = area.column + 2;
    bool open = index == app->entry;
    Arena scratch = {0};

    if (open || cursor)
        (void)canvas_put_sign(canvas, area, row, area.column, cursor ? SIGN_CURSOR : SIGN_BULLET,
                              role_stack(ROLE_SPEAKER_CURRENT));
    if (dated) {
        (void)canvas_put_cut(canvas, area, row, column, DATE_COLUMNS - 1,
                             text_slice(entry->fields[FIELD_DATE], ISO_DATE), ROLE_TEXT_MUTED);
        column += DATE_COLUMNS;
    }
    (void)canvas_put_cut(canvas, area, row, column, area.column + columns - column, row_title(app, index, &scratch),
                         entry->peeked && !entry->readable ? ROLE_STATUS_ERROR
                         : open                            ? ROLE_TEXT_STRONG
                                                           : ROLE_TEXT);
    if (cursor)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    arena_release(&scratch);
}

static bool work(App *app)
{
    const ListView *list = &app->lists[PANE_LIBRARY];
    int rows = app->arrangement.panes[PANE_LIBRARY].rows;

    for (size_t i = list->top; rows-- > 0 && i < app->library->entries.count; i++) {
        if (library_peek(app->library, i) || remembering_look_up(app, i))
            return true;
    }
    return false;
}

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    const ListView *list = &app->lists[PANE_LIBRARY];
    bool dated;

    dated = has_dates(app, area);
    for (int row = 0; row < area.rows && list->top + (size_t)row < list->count; row++) {
        size_t index = list->top + (size_t)row;

        draw_row(app, canvas, area, area.row + row, index, focused && index == list->selected, dated);
    }
    if (list->count == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column, area.columns,
                             TEXT("No articles: quoin FILE or quoin FOLDER"), ROLE_TEXT_MUTED);
}

static Text title(const App *app, Arena *scratch)
{
    return arena_printf(scratch, "%zu", app->library->entries.count);
}

static void select_row(App *app, size_t row)
{
    app->lists[PANE_LIBRARY].selected = row;
}

static void move(App *app, Move kind, long amount)
{
    settle(app);
    list_move(&app->lists[PANE_LIBRARY], kind, amount);
}

static Effects activate(App *app)
{
    size_t index = app->lists[PANE_LIBRARY].selected;

    if (index >= app->library->entries.count)
        return EFFECT_NONE;
    if (index != app->entry || !app->document.article)
        app_open(app, index);
    app_focus(app, PANE_BODY);
    return EFFECT_NONE;
}

static size_t count(const App *app)
{
    return app->library->entries.count;
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    const LibraryEntry *entry = &app->library->entries.items[row];

    return arena_join(scratch,
                      (const Text[]){row_title(app, row, scratch), TEXT("\n"), entry->fields[FIELD_DATE], TEXT("\n"),
                                     entry->fields[FIELD_SOURCE]},
                      5);
}

static const Hint hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "open"},
    {ACTION_SEARCH, ACTION_NONE, "find"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_QUIT, ACTION_NONE, "quit"},
};

const PaneOps library_pane = {
    .name = "ARTICLES",
    .tab = "Articles",
    .hints = hints,
    .hint_count = COUNT_OF(hints),
    .count = count,
    .title = title,
    .settle = settle,
    .draw = draw,
    .move = move,
    .activate = activate,
    .row_height = row_height,
    .select_row = select_row,
    .row_text = row_text,
    .work = work,
};
