/* Selecting in the text: one end stays, the other goes where keys lead, and the screen follows it. An article must be laid out. */
#ifndef QUOIN_UI_TAKING_SELECTING_H
#define QUOIN_UI_TAKING_SELECTING_H

#include "reading/passage_move.h"
#include "ui/state/app.h"

/*
 * Begin where the reader is: at the match, the link, the name or the quotation that is selected and on the screen, else at the first character there.
 * In a selection of the same unit, anew from its moving end; in one of the other unit, go on in this one.
 */
void selecting_begin(App *app, PassageUnit unit);
void selecting_end(App *app);

/* Select a range of what is shown, of characters. */
void selecting_take(App *app, Range shown);

/* Move the end: to an offset of what is shown, by steps of the text, or as a pane moves. */
void selecting_move_to(App *app, size_t offset);
void selecting_step(App *app, PassageStep step, long steps);
void selecting_move(App *app, Move move, long amount);

void selecting_swap_ends(App *app);

/* "14 words": how much a text is, in characters where it is not written in words. In `arena`. */
Text selecting_amount(Arena *arena, Text text);

#endif
