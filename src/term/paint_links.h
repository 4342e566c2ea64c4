/* Links on the screen, and emoji that are newer than the C library: curses does not know them, so they go over what it has shown. For screen.c. */
#ifndef QUOIN_TERM_PAINT_LINKS_H
#define QUOIN_TERM_PAINT_LINKS_H

#include "base/sink.h"
#include "ui/cells/canvas.h"

/* After the refresh() that showed `canvas`, which paint_canvas was given: the bytes that make cells links, or none any more, and emoji; often
 * nothing. `hyperlinks`: the terminal gets links. */
void paint_links(Sink *out, const Canvas *canvas, bool hyperlinks);
void paint_links_close(void);

#endif
