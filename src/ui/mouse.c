/* Where things are was worked out before they were drawn: the panes' rectangles by the arrangement, tabs and progress bar by the frame. */
#include "ui/mouse.h"

#include "ui/actions/actions.h"
#include "ui/opening/remembering.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"
#include "ui/state/geometry.h"
#include "ui/state/places.h"
#include "ui/taking/dragging.h"

enum { WHEEL_LINES = 3 };

static PaneId pane_at(const App *app, int row, int column)
{
    for (int pane = PANE_COUNT - 1; pane >= 0; pane--) {
        if (rect_contains(app->arrangement.panes[pane], row, column) ||
            rect_contains(app->arrangement.titles[pane], row, column))
            return (PaneId)pane;
    }
    return PANE_COUNT;
}

static Effects click(App *app, PaneId pane, Mouse mouse)
{
    Rect area = app->arrangement.panes[pane];

    (void)document_need_analysis(&app->document, app_visible(app));
    if (app->choice.focus != pane)
        app_focus(app, pane);
    if (!rect_contains(area, mouse.row, mouse.column))
        return EFFECT_NONE;
    if (pane == PANE_BODY)
        dragging_begin(app, mouse);
    if (pane_click(app, pane, mouse.row - area.row, mouse.column - area.column) && mouse.action == MOUSE_DOUBLE)
        return pane_ops(pane)->activate(app);
    if (pane == PANE_BODY && mouse.action == MOUSE_DOUBLE)
        (void)dragging_select_word(app, mouse);
    return EFFECT_NONE;
}

/* A click on a tab or on the progress bar. */
static bool click_frame(App *app, Mouse mouse)
{
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        if (rect_contains(app->tabs[pane], mouse.row, mouse.column)) {
            app_focus(app, (PaneId)pane);
            return true;
        }
    }
    if (!rect_contains(app->progress, mouse.row, mouse.column))
        return false;
    pane_ops(PANE_BODY)->move(app, MOVE_TO_PERCENT,
                              (long)(mouse.column - app->progress.column + 1) * 100 / app->progress.columns);
    return true;
}

Effects app_mouse(App *app, Mouse mouse, int64_t now_ms)
{
    PaneId pane;

    app->now_ms = now_ms;
    (void)remembering_go_on(app);
    if (app->prompt.line.kind)
        return EFFECT_NONE;
    if (app->popup.id)
        return popup_mouse(app, mouse).effects;
    app->hints = (HintState){0};
    if (mouse.action == MOUSE_PRESS && click_frame(app, mouse))
        return EFFECT_NONE;
    pane = pane_at(app, mouse.row, mouse.column);
    switch (mouse.action) {
    case MOUSE_WHEEL_UP:
    case MOUSE_WHEEL_DOWN:
        if (pane != PANE_COUNT)
            pane_wheel(app, pane, mouse.action == MOUSE_WHEEL_UP ? -WHEEL_LINES : WHEEL_LINES);
        return EFFECT_NONE;
    case MOUSE_PRESS:
    case MOUSE_DOUBLE:
        app->message.role = ROLE_NONE;
        return pane == PANE_COUNT ? EFFECT_NONE : click(app, pane, mouse);
    case MOUSE_RIGHT:
        return app_run(app, ACTION_JUMP_BACK, 0, 0);
    case MOUSE_DRAG:
        dragging_move(app, mouse, now_ms);
        break;
    case MOUSE_RELEASE:
        dragging_end(app);
        break;
    }
    return EFFECT_NONE;
}
