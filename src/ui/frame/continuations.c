/*
 * What may follow what was typed, in columns above the status line: after a prefix that waits ("g": b text, e names, g top …), and
 * after Tab in a command line ("foc": focus-body, focus-left …).
 */
#include "ui/frame/continuations.h"

#include "ui/command/command.h"

enum { MOST = ACTION_COUNT, KEY_GAP = 2, ITEM_GAP = 3 };

/* What is to be typed, and what it does; `help` is empty where only the first is shown. */
typedef struct Continuation {
    Text keys, help;
} Continuation;

typedef struct Continuations {
    Continuation items[MOST];
    size_t count, dropped;         /* … those for which there are not so many items */
    int key_columns, help_columns; /* of the widest */
} Continuations;

/* The keys that are still to be typed. */
static Text rest_of(const App *app, const Binding *binding, Arena *scratch)
{
    KeySequence rest = binding->sequence;

    rest.count -= app->keys.typed.count;
    for (int key = 0; key < rest.count; key++)
        rest.keys[key] = rest.keys[key + app->keys.typed.count];
    return key_sequence_format(&rest, scratch);
}

static int widest(int columns, Text text, Charset charset)
{
    int width = (int)printable_width(text, charset);

    return width > columns ? width : columns;
}

static void add(Continuations *all, Text keys, Text help, Charset charset)
{
    if (all->count == MOST) {
        all->dropped++;
        return;
    }
    all->items[all->count++] = (Continuation){keys, help};
    all->key_columns = widest(all->key_columns, keys, charset);
    all->help_columns = widest(all->help_columns, help, charset);
}

static int item_columns(const Continuations *all)
{
    return all->key_columns + (all->help_columns ? KEY_GAP + all->help_columns : 0) + ITEM_GAP;
}

static int items_a_row(const App *app, const Continuations *all)
{
    return app->columns / item_columns(all) > 0 ? app->columns / item_columns(all) : 1;
}

static int most_rows(const App *app)
{
    return app->arrangement.status.row - 1;
}

static bool have_room(const App *app, const Continuations *all)
{
    return all->dropped == 0 && (int)all->count <= items_a_row(app, all) * most_rows(app);
}

/* What has no room is left out, from the end, and counted. */
static void leave_out(const App *app, Continuations *all, Arena *scratch)
{
    int room = items_a_row(app, all) * most_rows(app);
    size_t left_out;

    if (have_room(app, all) || room < 1)
        return;
    if (room > (int)all->count)
        room = (int)all->count;
    left_out = all->count - (size_t)room + 1 + all->dropped;
    all->count = (size_t)room;
    all->items[all->count - 1] = (Continuation){arena_printf(scratch, "… %zu more", left_out), {0}};
}

static void draw_all(const App *app, Canvas *canvas, Continuations *all, Arena *scratch)
{
    int per_row = items_a_row(app, all), rows;
    Rect box;

    leave_out(app, all, scratch);
    rows = ((int)all->count + per_row - 1) / per_row;
    if (rows > most_rows(app))
        rows = most_rows(app);
    if (rows < 1)
        return;
    box = (Rect){app->arrangement.status.row - rows - 1, 0, rows + 1, app->columns};
    canvas_fill(canvas, box, ROLE_POPUP);
    canvas_horizontal(canvas, box.row, 0, app->columns, ROLE_BORDER_FOCUSED);
    for (size_t i = 0; i < all->count; i++) {
        int row = box.row + 1 + (int)i % rows, column = (int)i / rows * item_columns(all) + 1;

        (void)canvas_put_cut(canvas, box, row, column, app->columns - column, all->items[i].keys, ROLE_STATUS_KEY);
        column += all->key_columns + KEY_GAP;
        (void)canvas_put_cut(canvas, box, row, column, app->columns - column, all->items[i].help, ROLE_POPUP);
    }
}

void continuations_draw(const App *app, Canvas *canvas)
{
    const Binding *bindings[MOST];
    size_t count = keymap_continuations(&app->config->keymap, &app->keys, app_key_context(app), bindings, MOST);
    Continuations all = {.count = 0};
    Arena scratch = {0};

    for (size_t i = 0; i < count; i++)
        add(&all, rest_of(app, bindings[i], &scratch), action_info(bindings[i]->action)->help, canvas->charset);
    draw_all(app, canvas, &all, &scratch);
    arena_release(&scratch);
}

/* Words with what they mean; where not all of those have room, the words alone. One name of a file needs no list. */
void candidates_draw(const App *app, Canvas *canvas)
{
    Continuations all = {.count = 0};
    Arena scratch = {0};
    Candidates found = command_candidates(app, prompt_text(&app->prompt.line), &scratch);

    for (size_t i = 0; i < found.items.count; i++)
        add(&all, found.items.items[i].word, found.items.items[i].help, canvas->charset);
    if (!have_room(app, &all)) {
        all.help_columns = 0;
        for (size_t i = 0; i < all.count; i++)
            all.items[i].help = (Text){0};
    }
    if (all.count > 1 || all.help_columns)
        draw_all(app, canvas, &all, &scratch);
    arena_release(&scratch);
}
