/* What a program wrote that was given something of the article, line by line. */
#include "ui/popups/popup.h"

static size_t count(const App *app)
{
    return app->output.lines.count;
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    for (int row = 0; row < area.rows && app->popup.list.top + (size_t)row < count(app); row++) {
        (void)canvas_put_cut(canvas, area, area.row + row, area.column + 1, area.columns - 2,
                             app->output.lines.items[app->popup.list.top + (size_t)row], ROLE_POPUP);
        if (app->popup.list.top + (size_t)row == app->popup.list.selected)
            canvas_select_row(canvas, (Rect){area.row + row, area.column, 1, area.columns});
    }
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    (void)scratch;
    return app->output.lines.items[row];
}

static Text title(const App *app, Arena *scratch)
{
    return arena_join(scratch, (const Text[]){TEXT(" "), app->output.title, TEXT(" ")}, 3);
}

const PopupOps output_popup = {
    .name = "OUTPUT",
    .hint = "j k select   / find   Esc close",
    .title = title,
    .count = count,
    .row_text = row_text,
    .draw = draw,
    .columns_most = 100,
};
