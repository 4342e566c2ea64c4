/* The articles at hand: date and title, the open one marked. Metadata is read in idle time, for the rows that are seen. */
#include "base/iso_date.h"
#include "ui/panes/pane.h"
#include "ui/state/geometry.h"
#include "ui/state/list_find.h"
#include "ui/opening/opening.h"
#include "ui/opening/remembering.h"

enum {
    DATE_COLUMNS = 11,    /* "2024-03-09 " */
    PROGRESS_COLUMNS = 5, /* " 100%", " read" */
    DATED_LEAST = 30,     /* columns of a pane that has room for dates, */
    PROGRESS_LEAST = 20   /* … and for how far somebody is */
};
static const Text continue_label = LITERAL("continue: ");

/* In a column beside the text an article has two lines: its title has the first. */
static bool has_second_line(const App *app)
{
    return app->arrangement.shape >= SHAPE_TWO_COLUMNS;
}

static int row_height(const void *context, size_t row)
{
    (void)row;
    return has_second_line(context) ? 2 : 1;
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

/* Of the article that is open, and of those that were in this session. */
static size_t quotation_count(const App *app, size_t index)
{
    if (index == app->entry && app->document.analysis)
        return app->document.listed.speech_count;
    return index < app->places.count ? app->places.items[index].quotation_count : 0;
}

/* "2024-03-09 · 21 quotations · Hallam Courier", as far as it is known. */
static Text about(const App *app, size_t index, Arena *scratch)
{
    const LibraryEntry *entry = &app->library->entries.items[index];
    size_t quotations = quotation_count(app, index);
    Text parts[] = {text_slice(entry->fields[FIELD_DATE], ISO_WHOLE_DATE),
                    quotations ? arena_printf(scratch, "%zu quotation%s", quotations, quotations == 1 ? "" : "s")
                               : (Text){0},
                    arena_on_one_line(scratch, entry->fields[FIELD_SOURCE])};
    TextBuffer all = {0};

    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        text_buffer_add(scratch, &all, all.count && parts[i].size ? TEXT(" · ") : (Text){0});
        text_buffer_add(scratch, &all, parts[i]);
    }
    return text_buffer_text(&all);
}

static Role title_role(const App *app, size_t index)
{
    const LibraryEntry *entry = &app->library->entries.items[index];

    return entry->peeked && !entry->readable ? ROLE_STATUS_ERROR : index == app->entry ? ROLE_TEXT_STRONG : ROLE_TEXT;
}

static void draw_row(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool cursor, bool dated)
{
    const LibraryEntry *entry = &app->library->entries.items[index];
    int columns = draw_progress(app, canvas, area, row, index), column = area.column + 2;
    Arena scratch = {0};

    if (index == app->entry || cursor)
        (void)canvas_put_sign(canvas, area, row, area.column, cursor ? SIGN_CURSOR : SIGN_BULLET,
                              role_stack(ROLE_SPEAKER_CURRENT));
    if (has_second_line(app)) {
        (void)canvas_put_cut(canvas, area, row + 1, column, area.column + area.columns - column,
                             about(app, index, &scratch), ROLE_TEXT_MUTED);
    } else if (dated) {
        (void)canvas_put_cut(canvas, area, row, column, DATE_COLUMNS - 1,
                             text_slice(entry->fields[FIELD_DATE], ISO_WHOLE_DATE), ROLE_TEXT_MUTED);
        column += DATE_COLUMNS;
    }
    (void)canvas_put_cut(canvas, area, row, column, area.column + columns - column, row_title(app, index, &scratch),
                         title_role(app, index));
    if (cursor)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    arena_release(&scratch);
}

/* What is looked for may stand in a title that nobody has seen yet: those are read on, and looked at whenever there are twice as many. */
static bool peek_for_find(App *app)
{
    enum { AT_ONCE = 16 };
    ListFind *find = &app->find;
    size_t all = app->library->entries.count;
    int left = AT_ONCE;

    if (!list_find_is_on(app) || find->target.list != &app->lists[PANE_LIBRARY] || find->looked >= all)
        return false;
    for (; find->looked < all && left > 0; find->looked++)
        left -= library_peek(app->library, find->looked);
    if (find->looked == all || find->looked >= 2 * find->told) {
        find->told = find->looked;
        list_find_refresh(app);
    }
    return true;
}

static bool work(App *app)
{
    const ListView *list = &app->lists[PANE_LIBRARY];
    int rows = app->arrangement.panes[PANE_LIBRARY].rows;

    for (size_t i = list->top; rows-- > 0 && i < app->library->entries.count; i++) {
        if (library_peek(app->library, i) || remembering_look_up(app, i))
            return true;
    }
    return peek_for_find(app);
}

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    const ListView *list = &app->lists[PANE_LIBRARY];
    bool dated = has_dates(app, area);
    int row = area.row;

    for (size_t i = list->top; row < area.row + area.rows && i < list->count; i++, row += row_height(app, i))
        draw_row(app, canvas, area, row, i, focused && i == list->selected, dated);
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
