/*
 * Canvas: a grid of cells, what the screen should show. Panes draw into it; term/screen.c puts it on a terminal, a golden test
 * compares it. Drawing is cut to a clip rectangle, and half of a wide character never stays behind. All text passes the gate
 * (base/unicode/printable.h) on its way into a cell.
 */
#ifndef QUOIN_UI_CELLS_CANVAS_H
#define QUOIN_UI_CELLS_CANVAS_H

#include "base/arena.h"
#include "base/unicode/printable.h"
#include "base/unicode/scripts/text_order.h"
#include "theme/role.h"
#include "theme/signs.h"

typedef struct Rect {
    int row, column; /* of the upper left corner, from 0 */
    int rows, columns;
} Rect;

typedef struct Cell {
    char bytes[GLYPH_BYTES];
    unsigned char length;  /* bytes in `bytes`; 0 is a blank */
    unsigned char columns; /* 1 or 2; 0 for the right half of a wide character */
    RoleStack roles;
    unsigned short link; /* 1 + index into the canvas' links; 0: none */
} Cell;

/* Where a part of the text leads, for terminals that follow links. Cells with one `id` are one link. */
enum { CELL_LINK_BYTES = 2048 }; /* the longest address: from there on terminals have limits of their own */
typedef struct CellLink {
    size_t id;
    Text address; /* printable ASCII */
} CellLink;

typedef struct Canvas {
    int rows, columns;
    Cell *cells; /* rows * columns, row by row */
    int capacity;
    Charset charset;
    TextOrder order; /* of what goes from right to left in canvas_put: what the terminal leaves to be set in order */
    bool hyperlinks; /* cells are told where they lead, */
    Arena link_arena;
    ARRAY(CellLink) links; /* … by these, since the last canvas_clear */
    const Signs *signs;    /* of the theme; the usual ones at first */
    int cursor_row,
        cursor_column; /* where the terminal's cursor shall be, also when it is hidden: for braille displays, magnifiers and the terminal's
                                      own search; row -1: anywhere */
    bool cursor_shown;
} Canvas;

void canvas_init(Canvas *canvas, Charset charset);         /* zero rows and columns */
void canvas_resize(Canvas *canvas, int rows, int columns); /* contents become blank */
void canvas_release(Canvas *canvas);
void canvas_clear(Canvas *canvas, Role role); /* nothing is on it, no cursor either */

Cell *canvas_cell(Canvas *canvas, int row, int column); /* NULL outside */

/* Write `text` from (row, column), cut to `clip`; returns the column after it. Line feeds count as blanks. */
int canvas_put(Canvas *canvas, Rect clip, int row, int column, Text text, RoleStack roles);

/* The same with one role and our own words, the rest of a too long text replaced by "…". */
int canvas_put_cut(Canvas *canvas, Rect clip, int row, int column, int columns, Text text, Role role);

/* One glyph that printable_next gave. Returns its columns, 0 when it did not fit. */
int canvas_put_glyph(Canvas *canvas, Rect clip, int row, int column, const Glyph *glyph, RoleStack roles);

/* Another link, for canvas_link: its number. 0, which is none, where there are too many. */
unsigned canvas_add_link(Canvas *canvas, size_t id, Text address);

/* The cells from (row, column) on, which have been put, lead there. */
void canvas_link(Canvas *canvas, Rect clip, int row, int column, int columns, unsigned link);

/* Fill with blanks of a role. */
void canvas_fill(Canvas *canvas, Rect area, Role role);

/* Give cells another role on one layer, leaving their glyphs. */
void canvas_overlay(Canvas *canvas, Rect area, Layer layer, Role role);

/* Where somebody writes, the cursor is shown; where something is selected, it stands, unless it is shown elsewhere. */
void canvas_show_cursor(Canvas *canvas, int row, int column);
void canvas_rest_cursor(Canvas *canvas, int row, int column);

/* The selected row of a list: told by its role, and by the cursor at its start. */
void canvas_select_row(Canvas *canvas, Rect row);

/* A sign of the theme's. Returns the column after it. */
int canvas_put_sign(Canvas *canvas, Rect clip, int row, int column, Sign sign, RoleStack roles);

void canvas_line_sign(Canvas *canvas, int row, int column, Sign sign, Role role); /* one cell of a line */
void canvas_horizontal(Canvas *canvas, int row, int column, int columns, Role role);
void canvas_vertical(Canvas *canvas, int row, int column, int rows, Role role);
void canvas_box(Canvas *canvas, Rect area, Role role);

Rect rect_intersect(Rect a, Rect b);
bool rect_contains(Rect area, int row, int column);

#endif
