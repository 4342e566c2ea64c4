/* The panes, by their place in the enum. */
#include "ui/panes/pane.h"

const PaneOps *pane_ops(PaneId pane)
{
    static const PaneOps *const panes[PANE_COUNT] = {
        [PANE_BODY] = &body_pane,
        [PANE_QUOTES] = &quotes_pane,
        [PANE_ENTITIES] = &entities_pane,
        [PANE_LIBRARY] = &library_pane,
    };

    return panes[pane];
}
