/*
 * Where things are on a screen of a given size. A pure function: these steps in one place, and of each pane the columns WIDE and NARROW of
 * src/keys/panes.def.
 *
 *     columns  >= 160  library over entities | body | quotes
 *              100-159 body | quotes over entities
 *               70-99  body over a drawer with the quotes
 *               46-69  one view at a time, chosen in a line of tabs
 *                < 46  body only, a narrow gutter
 *     rows      < 16   no drawer;  < 12  no header, no hints;  < 5 (or < 20 columns)  too small
 */
#ifndef QUOIN_UI_CELLS_ARRANGEMENT_H
#define QUOIN_UI_CELLS_ARRANGEMENT_H

#include "keys/pane_id.h"
#include "ui/cells/canvas.h"

typedef enum Shape {
    SHAPE_TOO_SMALL,
    SHAPE_BODY,
    SHAPE_TABS,
    SHAPE_DRAWER,
    SHAPE_TWO_COLUMNS,
    SHAPE_THREE_COLUMNS
} Shape;

typedef struct Arrangement {
    Shape shape;
    Rect header;             /* no rows: none */
    Rect panes[PANE_COUNT];  /* contents, without title and borders; no rows: not shown */
    Rect titles[PANE_COUNT]; /* one row, or none (the body has no title) */
    Rect status;
    Rect hints;         /* no rows: none */
    int gutter_columns; /* left of the text in the body */
    int dividers[2];    /* columns of vertical lines, -1: none */
    int divider_first_row, divider_rows;
} Arrangement;

typedef struct PaneChoice {
    bool shown[PANE_COUNT]; /* what the reader wants to see (PANE_BODY is always there) */
    bool zen;               /* the body alone: no header, hints, margin */
    PaneId focus;           /* decides what SHAPE_TABS shows */
    int measure_columns;
    int number_columns; /* of the widest number in the margin, "~107"; 0: not known yet */
} PaneChoice;

Arrangement arrange(int rows, int columns, const PaneChoice *choice);

/* Is it looked into and left (ALONE on a screen of two columns)? Then focusing it does not show it for good, and nothing leads back to it. */
bool pane_is_passing(PaneId pane);

/* Columns of text in the body: the chosen measure, or what the pane has room for. */
int arrangement_measure(const Arrangement *arrangement, int measure_columns);

#endif
