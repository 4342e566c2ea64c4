/* What may follow a prefix that waits: "g": b text, e names, g top, q quotations … in columns above the
 * status line. */
#include "ui/pane.h"

enum { MOST = 40, KEY_COLUMNS = 4, ITEM_COLUMNS = 38 };

void continuations_draw(App *app, Canvas *canvas)
{
    const Binding *bindings[MOST];
    KeyContext context = app_key_context(app);
    size_t count = keymap_continuations(&app->config->keymap, &app->keys, context, bindings, MOST);
    int per_row = app->columns / ITEM_COLUMNS > 0 ? app->columns / ITEM_COLUMNS : 1;
    int rows = (int)(count + (size_t)per_row - 1) / per_row;
    Rect box = {app->arrangement.status.row - rows - 1, 0, rows + 1, app->columns};
    Arena scratch = {0};

    if (count == 0 || box.row < 0)
        return;
    canvas_fill(canvas, box, ROLE_POPUP);
    canvas_horizontal(canvas, box.row, 0, app->columns, ROLE_BORDER_FOCUSED);
    for (size_t i = 0; i < count; i++) {
        int row = box.row + 1 + (int)i % rows, column = (int)i / rows * ITEM_COLUMNS + 1;
        KeySequence rest = bindings[i]->sequence;

        rest.count -= app->keys.typed.count;
        for (int key = 0; key < rest.count; key++)
            rest.keys[key] = rest.keys[key + app->keys.typed.count];
        (void)canvas_put_cut(canvas, box, row, column, KEY_COLUMNS, key_sequence_format(&rest, &scratch),
                             ROLE_STATUS_KEY);
        (void)canvas_put_cut(canvas, box, row, column + KEY_COLUMNS + 1, ITEM_COLUMNS - KEY_COLUMNS - 2,
                             action_info(bindings[i]->action)->help, ROLE_POPUP);
    }
    arena_release(&scratch);
}
