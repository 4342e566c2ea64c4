/*
 * The operations of the panes: those of each row of panes.def are the object that has its name. What a mouse does is the same in all that are
 * lists.
 */
#include "ui/panes/pane.h"

const PaneOps *pane_ops(PaneId pane)
{
    static const PaneOps *const panes[PANE_COUNT] = {
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [PANE_##ID] = &name##_pane,
#include "keys/panes.def"
    };

    return panes[pane];
}

ActionId pane_focus_action(PaneId pane)
{
    static const unsigned char actions[PANE_COUNT] = {
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [PANE_##ID] = ACTION_FOCUS_##ID,
#include "keys/panes.def"
    };

    return (ActionId)actions[pane];
}

bool pane_click(App *app, PaneId pane, int row, int column)
{
    const PaneOps *ops = pane_ops(pane);
    size_t index;

    if (!ops->row_height)
        return ops->click(app, row, column);
    ops->settle(app);
    index = list_row_at(&app->lists[pane], row, ops->row_height, app);
    if (index == SIZE_MAX)
        return false;
    ops->select_row(app, index);
    return true;
}

void pane_wheel(App *app, PaneId pane, long lines)
{
    const PaneOps *ops = pane_ops(pane);

    if (ops->row_height)
        list_scroll(&app->lists[pane], lines, ops->row_height, app);
    else
        ops->wheel(app, lines);
}
