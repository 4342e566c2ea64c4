/* A speaker is told by a sign and a hue, everywhere the same ones: the hue is a help, the sign tells without it. */
#ifndef QUOIN_UI_CELLS_SPEAKER_SIGNS_H
#define QUOIN_UI_CELLS_SPEAKER_SIGNS_H

#include "ui/cells/canvas.h"

/* The sign of a speaker in the speaker's hue, over `role`; nothing where there is no number (NO_INDEX). The column after it. */
int speaker_put_sign(Canvas *canvas, Rect clip, int row, int column, size_t speaker, Role role);

/* "● Wendy Sherman": the sign before a name, in a text; the name alone where there is no number. */
Text speaker_with_sign(const Signs *signs, Charset charset, size_t speaker, Text name, Arena *arena);

/* Give what is drawn there the speaker's hue. */
void speaker_put_hue(Canvas *canvas, Rect area, size_t speaker);

#endif
