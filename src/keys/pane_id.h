/* Which panes there are: the rows of panes.def. Keys are bound by pane, so that they are known here, below the screen. */
#ifndef QUOIN_KEYS_PANE_ID_H
#define QUOIN_KEYS_PANE_ID_H

typedef enum PaneId {
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) PANE_##ID,
#include "keys/panes.def"
    PANE_COUNT
} PaneId;

#endif
