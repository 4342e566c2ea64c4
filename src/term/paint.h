/* A canvas onto curses' screen. For screen.c. */
#ifndef QUOIN_TERM_PAINT_H
#define QUOIN_TERM_PAINT_H

#include "term/screen.h"

void paint_open(ColorDepth depth);
void paint_canvas(const Canvas *canvas, const Theme *theme, Variant variant); /* to curses; its refresh() sends it */
bool paint_row_changed(int row);           /* was a cell of it painted by the last paint_canvas? */
bool paint_leaves_blank(const Cell *cell); /* a character that curses may not know: blanks are there, and it goes over them */
Style paint_style(RoleStack roles);        /* as curses shows it on this terminal */
void paint_forget(void); /* the contents of the screen are unknown: the next paint_canvas paints every cell */
void paint_close(void);

#endif
