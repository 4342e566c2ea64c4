/*
 * Everything around the panes: titles and dividers here; header, status line and hints in files of their own. The
 * focused pane is told without colour: ■ before its title (□ before the others; in ASCII *TITLE*), and its name in the
 * status line.
 */
#include "ui/frame/frame.h"

#include <string.h>

#include "ui/frame/frame_put.h"
#include "ui/frame/header.h"
#include "ui/frame/hints.h"
#include "ui/frame/prompt_line.h"
#include "ui/frame/status_line.h"
#include "ui/panes/pane.h"

static void draw_dividers(const App *app, Canvas *canvas)
{
    const Arrangement *arrangement = &app->arrangement;
    int rule_row = arrangement->divider_first_row - 1;
    bool ruled = arrangement->header.rows > 0 && arrangement->divider_rows > 0;

    if (ruled)
        canvas_horizontal(canvas, rule_row, 0, app->columns, ROLE_BORDER);
    for (int i = 0; i < 2; i++) {
        int column = arrangement->dividers[i];

        if (column < 0)
            continue;
        canvas_vertical(canvas, arrangement->divider_first_row, column, arrangement->divider_rows, ROLE_BORDER);
        if (ruled)
            canvas_line_sign(canvas, rule_row, column, SIGN_TEE_DOWN, ROLE_BORDER);
    }
}

/* A border above the lower pane of a stack, joined to its divider. */
static void draw_stack_border(const App *app, Canvas *canvas, Rect title)
{
    const Arrangement *arrangement = &app->arrangement;
    int row = title.row - 1;
    bool left = title.column == 0;
    int divider = arrangement->dividers[left ? 0 : 1];

    if (row < arrangement->divider_first_row)
        return;
    canvas_horizontal(canvas, row, title.column, title.columns, ROLE_BORDER);
    if (divider >= 0)
        canvas_line_sign(canvas, row, divider, left ? SIGN_TEE_LEFT : SIGN_TEE_RIGHT, ROLE_BORDER);
}

static void draw_drawer_title(const App *app, Canvas *canvas, PaneId pane, Rect area, Arena *scratch)
{
    const PaneOps *ops = pane_ops(pane);
    bool focused = app->choice.focus == pane;
    Text title = ops->title(app, scratch);
    Text keys = focused ? keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_FOCUS_BODY, 1, scratch)
                        : keymap_keys_of(&app->config->keymap, CONTEXT_ALL, pane_focus_action(pane), 1, scratch);
    Text hint = arena_printf(scratch, " %.*s %s ", TEXT_ARGS(keys), focused ? "text" : "focus");
    Text name = arena_printf(scratch, focused ? canvas->charset == CHARSET_ASCII ? " *%s*" : " ■ %s" : " %s", ops->name);
    int column = area.column + 2;
    int room = area.columns - (int)printable_width(hint, canvas->charset) - 4;

    canvas_horizontal(canvas, area.row, area.column, area.columns, ROLE_BORDER);
    column = frame_put(canvas, area, column, name, focused ? ROLE_PANE_TITLE_FOCUSED : ROLE_PANE_TITLE);
    column = frame_put(canvas, area, column, TEXT(" "), ROLE_PANE_TITLE);
    if (column < room)
        column = canvas_put_cut(canvas, area, area.row, column, room - column, title, ROLE_PANE_TITLE);
    (void)frame_put(canvas, area, column, TEXT(" "), ROLE_PANE_TITLE);
    (void)frame_put(canvas, area, area.column + area.columns - (int)printable_width(hint, canvas->charset) - 2, hint,
                    ROLE_TEXT_MUTED);
}

static void draw_pane_title(const App *app, Canvas *canvas, PaneId pane, Arena *scratch)
{
    const PaneOps *ops = pane_ops(pane);
    Rect area = app->arrangement.titles[pane];
    bool focused = app->choice.focus == pane;
    Role role = focused ? ROLE_PANE_TITLE_FOCUSED : ROLE_PANE_TITLE;
    Text keys, title;
    int column, room;

    if (area.rows == 0)
        return;
    if (app->arrangement.shape == SHAPE_DRAWER) {
        draw_drawer_title(app, canvas, pane, area, scratch);
        return;
    }
    draw_stack_border(app, canvas, area);
    if (canvas->charset == CHARSET_ASCII)
        column =
            frame_put(canvas, area, area.column + 1, arena_printf(scratch, focused ? "*%s*" : "%s", ops->name), role);
    else
        column = frame_put(canvas, area, area.column + 1,
                           arena_printf(scratch, "%s %s", focused ? "■" : "□", ops->name), role);
    keys = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, pane_focus_action(pane), 1, scratch);
    title = ops->title(app, scratch);
    room = area.column + area.columns - column - 2 - (focused ? 0 : (int)keys.size + 4);
    if (room > 0)
        (void)canvas_put_cut(canvas, area, area.row, column + 2, room, title, ROLE_PANE_TITLE);
    if (!focused && room > 0 && keys.size)
        frame_put_right(canvas, area, arena_printf(scratch, "[%.*s] ", TEXT_ARGS(keys)), ROLE_TEXT_FAINT);
}

void frame_settle(App *app)
{
    app->progress = (Rect){0, 0, 0, 0};
    memset(app->tabs, 0, sizeof app->tabs);
    header_settle(app);
    status_line_settle(app);
}

void frame_draw_prompt(const App *app, Canvas *canvas)
{
    if (app->prompt.line.kind && app->popup.id)
        prompt_line_draw(app, canvas, app->arrangement.status);
}

void frame_draw(const App *app, Canvas *canvas)
{
    Arena scratch = {0};

    header_draw(app, canvas, &scratch);
    draw_dividers(app, canvas);
    for (int pane = 0; pane < PANE_COUNT; pane++)
        draw_pane_title(app, canvas, (PaneId)pane, &scratch);
    if (!status_line_draw(app, canvas, &scratch))
        hints_draw(app, canvas, &scratch);
    arena_release(&scratch);
}
