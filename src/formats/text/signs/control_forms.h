/*
 * What terminals are told within a text, as programs write it for pagers: colours and attributes, links, letters struck over one another, a line that
 * is written again from its start. A line becomes its plain text, with the styles and the links of its pieces.
 */
#ifndef QUOIN_FORMATS_TEXT_SIGNS_CONTROL_FORMS_H
#define QUOIN_FORMATS_TEXT_SIGNS_CONTROL_FORMS_H

#include "article/article.h"

/* A stretch of a line and what it says. */
typedef struct ControlPiece {
    Range source;    /* of the line */
    Text text;       /* those bytes themselves, in the line, or what replaces them: often nothing */
    unsigned styles; /* EMPHASIS_…, or-ed */
    Text link;       /* where it leads; empty: nowhere */
} ControlPiece;

/* What goes on over the lines of a text. All zero at its start; it lives in the arena that it is used with. */
typedef struct ControlState {
    unsigned styles; /* as SGR has set them, EMPHASIS_… and one of our own: pieces tell what is shown */
    Text link;
    ARRAY(ControlPiece) pieces; /* of the line, as far as they are ready */
    size_t taken;
    size_t read;          /* of the line */
    bool moves, finished; /* the line has more than one letter for a column; all of it is in pieces */
    struct CellWindow *window;
} ControlState;

/* Has the text any byte that needs the rest: ESC, backspace, a C1 character that begins a sequence, CR where no line ends? */
bool control_forms_has(Text text);

/*
 * The next piece of `line` (without its line end) from `*at` on, which is 0 first and then the end of the piece; false at the end. Pieces
 * cover the line in its order, without gaps and overlaps. Colours say nothing; reverse is bold. What shows nothing is a piece without text.
 * `arena`: the same for all lines; links and replacements are in it. Time is linear in the size of the line, memory in what is written over.
 */
bool control_forms_next(ControlState *state, Text line, size_t *at, ControlPiece *piece, Arena *arena);

#endif
