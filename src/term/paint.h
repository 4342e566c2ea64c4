/* A canvas onto curses' screen. For screen.c. */
#ifndef QUOIN_TERM_PAINT_H
#define QUOIN_TERM_PAINT_H

#include "term/screen.h"

void paint_open(ColorDepth depth);
void paint_canvas(const Canvas *canvas, const Theme *theme, Variant variant); /* to curses; its refresh() sends it */
void paint_forget(void); /* what is on the screen is not known any more */
void paint_close(void);

#endif
