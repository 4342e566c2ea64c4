/*
 * The rows that have what is looked for are noted, in order, when it is typed and when their number changes; so a frame costs nothing, however long
 * the list is. What was looked for is kept, to be looked for again.
 */
#include "ui/state/list_find.h"

#include "base/lower_bound.h"
#include "base/unicode/fold.h"

static ListView *list_with_keys(App *app)
{
    return app->popup.id ? &app->popup.list : &app->lists[app->choice.focus];
}

bool list_find_is_on(const App *app)
{
    const ListView *list = app->popup.id ? &app->popup.list : &app->lists[app->choice.focus];

    return app->find.target.list == list && app->find.pattern.size > 0;
}

/* ---- which rows ---- */

/* `texts`: what all rows say; NULL: that is asked of each. */
static bool has(const App *app, const Needle *needle, const Text *texts, size_t row)
{
    Arena scratch = {0};
    bool found = needle_in(needle, texts ? texts[row] : app->find.target.row_text(app, row, &scratch));

    arena_release(&scratch);
    return found;
}

static void note_rows(App *app)
{
    ListFind *find = &app->find;
    Arena scratch = {0};
    const Text *texts = find->target.row_texts ? find->target.row_texts(app, &scratch) : NULL;
    Needle needle;

    arena_reset(&find->arena);
    find->count = find->target.count(app);
    find->rows.items = NULL;
    find->rows.count = find->rows.capacity = 0;
    needle_init(&needle, &scratch, prompt_text(&find->pattern));
    for (size_t row = 0; row < find->count; row++) {
        if (has(app, &needle, texts, row))
            ARRAY_PUSH(&find->arena, find->rows, row);
    }
    arena_release(&scratch);
}

void list_find_settle(App *app)
{
    if (list_find_is_on(app) && app->find.target.count(app) != app->find.count)
        note_rows(app);
}

/* Index of the first noted row that is not before that one. */
static size_t noted_from(const ListFind *find, size_t row)
{
    size_t first;

    LOWER_BOUND(first, find->rows.count, find->rows.items[first] < row);
    return first;
}

/* ---- while it is typed ---- */

void list_find_open(App *app, const ListFindTarget *target)
{
    app->find.target = *target;
    app->find.target.list = list_with_keys(app);
    app->find.missed = NULL;
    app->find.origin = app->find.target.list->selected;
    app->find.looked = app->find.told = 0;
    app->find.last = app->find.pattern.size ? app->find.pattern : app->find.last;
    prompt_clear(&app->find.pattern, PROMPT_NONE);
    prompt_clear(&app->prompt.line, PROMPT_FIND);
}

/* The first from where it began, else the row from there. */
static void select_first(App *app)
{
    ListFind *find = &app->find;
    size_t first;

    if (find->rows.count == 0) {
        if (find->origin != find->target.list->selected && find->origin < find->count)
            find->target.select(app, find->origin);
        return;
    }
    first = noted_from(find, find->origin);
    find->target.select(app, find->rows.items[first < find->rows.count ? first : 0]);
}

static void look_for(App *app, Text words)
{
    (void)prompt_set(&app->find.pattern, PROMPT_NONE, words);
    note_rows(app);
    select_first(app);
}

void list_find_refresh(App *app)
{
    size_t before = app->find.rows.count;

    if (!list_find_is_on(app))
        return;
    note_rows(app);
    if (before == 0 && app->prompt.line.kind == PROMPT_FIND)
        select_first(app);
}

void list_find_type(App *app)
{
    look_for(app, prompt_text(&app->prompt.line));
}

/* It ends, but n looks for it again. */
static void say_missed(App *app)
{
    const ListView *list = app->find.target.list;

    app_say(app, ROLE_STATUS_WARNING, "\"%.*s\" is not in this list", TEXT_ARGS(prompt_text(&app->find.pattern)));
    list_find_end(app);
    app->find.missed = list;
}

void list_find_accept(App *app)
{
    if (app->prompt.line.size == 0 && app->find.last.size)
        look_for(app, prompt_text(&app->find.last));
    if (app->find.pattern.size && app->find.rows.count == 0)
        say_missed(app);
}

void list_find_cancel(App *app)
{
    if (app->find.origin != app->find.target.list->selected && app->find.origin < app->find.target.count(app))
        app->find.target.select(app, app->find.origin);
    list_find_end(app);
}

/* ---- afterwards ---- */

/* Rows may have come that have it. */
static bool look_again(App *app)
{
    ListView *list = list_with_keys(app);

    if (app->find.missed != list)
        return false;
    app->find.target.list = list;
    app->find.pattern = app->find.last;
    return true;
}

bool list_find_move(App *app, int direction, int times)
{
    ListFind *find = &app->find;
    size_t selected, all, at;
    bool wraps;

    if (!list_find_is_on(app) && !look_again(app))
        return false;
    selected = find->target.list->selected;
    note_rows(app);
    all = find->rows.count;
    if (all == 0) {
        say_missed(app);
        return true;
    }
    at = noted_from(find, selected + (direction > 0));
    at += direction > 0 ? (size_t)(times - 1) : 2 * all - 1 - (size_t)(times - 1) % all;
    wraps = direction > 0 ? at >= all : at < 2 * all;
    find->target.select(app, find->rows.items[at % all]);
    if (wraps)
        app_say(app, ROLE_STATUS_INFO, direction > 0 ? "from the start again" : "from the end again");
    return true;
}

void list_find_end(App *app)
{
    if (app->find.pattern.size)
        app->find.last = app->find.pattern;
    prompt_clear(&app->find.pattern, PROMPT_NONE);
    app->find.target.list = NULL;
    app->find.missed = NULL;
}

Text list_find_status(const App *app, Arena *scratch)
{
    const ListFind *find = &app->find;
    size_t selected, at;

    if (!list_find_is_on(app))
        return (Text){0};
    selected = find->target.list->selected;
    at = noted_from(find, selected);
    if (find->rows.count == 0)
        return TEXT("not found");
    if (at < find->rows.count && find->rows.items[at] == selected)
        return arena_printf(scratch, "%zu/%zu", at + 1, find->rows.count);
    return arena_printf(scratch, "%zu", find->rows.count);
}
