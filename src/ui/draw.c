/* From below to above: panes, what is around them, the popup, what may be typed next. */
#include "ui/draw.h"

#include "reading/gutter.h"
#include "ui/frame/continuations.h"
#include "ui/frame/frame.h"
#include "ui/opening/remembering.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"
#include "ui/state/geometry.h"
#include "ui/state/list_find.h"

/* An analysis that came since may have numbers that need a wider margin. */
static void fit_margin(App *app)
{
    PaneChoice choice = app->choice;

    if (!app->document.article)
        return;
    choice.number_columns = gutter_label_columns(&app->document);
    if (arrange(app->rows, app->columns, &choice).gutter_columns != app->arrangement.gutter_columns)
        app_resize(app, app->rows, app->columns);
}

static void settle_panes(App *app)
{
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        if (app_shows(app, (PaneId)pane) && pane_ops((PaneId)pane)->settle)
            pane_ops((PaneId)pane)->settle(app);
    }
}

void app_settle(App *app)
{
    fit_margin(app);
    if (app->arrangement.shape == SHAPE_TOO_SMALL)
        return;
    settle_panes(app);
    frame_settle(app);
    popup_settle(app);
    list_find_settle(app);
    remembering_note(app);
}

static void draw_panes(const App *app, Canvas *canvas)
{
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        if (app_shows(app, (PaneId)pane))
            pane_ops((PaneId)pane)->draw(app, canvas, app->arrangement.panes[pane], app->choice.focus == (PaneId)pane);
    }
}

void app_draw(const App *app, Canvas *canvas)
{
    canvas->signs = app->themes.theme->signs;
    canvas_clear(canvas, ROLE_TEXT);
    if (app->arrangement.shape == SHAPE_TOO_SMALL) {
        Rect all = {0, 0, app->rows, app->columns};

        (void)canvas_put(canvas, all, 0, 0, TEXT("too small"), role_stack(ROLE_TEXT));
        return;
    }
    canvas_rest_cursor(canvas, app->arrangement.panes[app->choice.focus].row,
                       app->arrangement.panes[app->choice.focus].column);
    draw_panes(app, canvas);
    frame_draw(app, canvas);
    if (app->popup.id)
        popup_draw(app, canvas);
    frame_draw_prompt(app, canvas);
    if (app->show_continuations)
        continuations_draw(app, canvas);
    if (app->prompt.show_candidates)
        candidates_draw(app, canvas);
}
