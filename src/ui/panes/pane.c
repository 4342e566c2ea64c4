/* The operations of the panes: those of each row of panes.def are the object that has its name. */
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
