/* A canvas as text, for pictures that people read and compare. */
#ifndef QUOIN_TESTS_CANVAS_TEXT_H
#define QUOIN_TESTS_CANVAS_TEXT_H

#include "ui/cells/canvas.h"

/* The canvas as lines of text, blanks at the ends of lines left out. With `with_roles`, a second picture follows in which each cell is a
 * letter for its role stack, and a legend. */
Text canvas_to_text(Arena *arena, const Canvas *canvas, bool with_roles);

#endif
