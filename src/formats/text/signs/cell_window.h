/* The cells of a line of a terminal, or of a printer, while it is written: for what is written over. A part of control_forms.h. */
#ifndef QUOIN_FORMATS_TEXT_SIGNS_CELL_WINDOW_H
#define QUOIN_FORMATS_TEXT_SIGNS_CELL_WINDOW_H

#include "formats/text/signs/control_forms.h"

typedef struct CellWindow CellWindow;

CellWindow *cell_window_new(Arena *arena);

/* Begin `line`. What is ready goes to `state->pieces`. */
void cell_window_begin(CellWindow *window, Text line);

void cell_window_put(CellWindow *window, ControlState *state, size_t at, size_t size); /* the character at `at` */
void cell_window_back(CellWindow *window);
void cell_window_return(CellWindow *window);
void cell_window_erase(CellWindow *window, bool whole_line); /* else from the cursor on */

/* The line ends: all that is left. */
void cell_window_finish(CellWindow *window, ControlState *state);

/* Add a piece; one that is as its source goes on in the one before where it can. */
void control_state_add(ControlState *state, Text line, ControlPiece piece, Arena *arena);
unsigned control_styles(unsigned attributes); /* as they are shown */

#endif
