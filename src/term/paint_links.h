/* Links on the screen, which curses does not know: they are written over what it has shown. For screen.c. */
#ifndef QUOIN_TERM_PAINT_LINKS_H
#define QUOIN_TERM_PAINT_LINKS_H

#include "base/sink.h"
#include "ui/cells/canvas.h"

/* After the refresh() that showed `canvas`, which paint_canvas was given: the bytes that make cells links, or none any more; often nothing. */
void paint_links(Sink *out, const Canvas *canvas);
void paint_links_close(void);

#endif
