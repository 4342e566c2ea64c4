/*
 * A speaker is told by a sign and a hue, everywhere the same ones: the hue is a help, the sign tells without it. No sign stands for two, nor has it
 * ever another's hue: those for whom the theme has no sign left have neither, and lists say their number.
 */
#ifndef QUOIN_UI_CELLS_SPEAKER_SIGNS_H
#define QUOIN_UI_CELLS_SPEAKER_SIGNS_H

#include "ui/cells/canvas.h"

#define SPEAKER_UNKNOWN_SIGN "?"

/* The sign of a speaker in the speaker's hue, over `role`, or the number behind "#"; nothing where nobody is known (NO_INDEX). The column after
 * it. */
int speaker_put_sign(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role);

/* The same where there is room for one column: the sign, or nothing. */
int speaker_put_mark(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role);

/* "● Wendy Sherman", "#9 Ann Marr": the same before a name, in a text; the name alone where nobody is known. */
Text speaker_with_sign(const Signs *signs, Charset charset, size_t speaker, Text name, Arena *arena);

/* ROLE_NONE: none. */
Role speaker_hue(const Canvas *canvas, size_t speaker);

/* Give what is drawn there the speaker's hue. */
void speaker_put_hue(Canvas *canvas, Rect area, size_t speaker);

#endif
