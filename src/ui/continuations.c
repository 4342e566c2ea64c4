/* What may follow a prefix that waits: "g": b text, e names, g top, q quotations … in columns above the status line. */
#include "ui/pane.h"

enum { MOST = 40, KEY_GAP = 2, ITEM_GAP = 3 };

typedef struct Continuation {
    Text keys, help;
} Continuation;

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

void continuations_draw(App *app, Canvas *canvas)
{
    const Binding *bindings[MOST];
    Continuation items[MOST];
    size_t count = keymap_continuations(&app->config->keymap, &app->keys, app_key_context(app), bindings, MOST);
    int key_columns = 0, help_columns = 0, per_row, rows, item_columns;
    Arena scratch = {0};
    Rect box;

    for (size_t i = 0; i < count; i++) {
        items[i] = (Continuation){rest_of(app, bindings[i], &scratch), action_info(bindings[i]->action)->help};
        key_columns = widest(key_columns, items[i].keys, canvas->charset);
        help_columns = widest(help_columns, items[i].help, canvas->charset);
    }
    item_columns = key_columns + KEY_GAP + help_columns + ITEM_GAP;
    per_row = app->columns / item_columns > 0 ? app->columns / item_columns : 1;
    rows = ((int)count + per_row - 1) / per_row;
    if (rows > app->arrangement.status.row - 1) /* what has no room is left out, from the end */
        rows = app->arrangement.status.row - 1;
    box = (Rect){app->arrangement.status.row - rows - 1, 0, rows + 1, app->columns};
    if (count && rows > 0) {
        canvas_fill(canvas, box, ROLE_POPUP);
        canvas_horizontal(canvas, box.row, 0, app->columns, ROLE_BORDER_FOCUSED);
    }
    for (size_t i = 0; i < count && rows > 0 && (int)i < rows * per_row; i++) {
        int row = box.row + 1 + (int)i % rows, column = (int)i / rows * item_columns + 1;

        (void)canvas_put_cut(canvas, box, row, column, key_columns, items[i].keys, ROLE_STATUS_KEY);
        column += key_columns + KEY_GAP;
        (void)canvas_put_cut(canvas, box, row, column, app->columns - column, items[i].help, ROLE_POPUP);
    }
    arena_release(&scratch);
}
