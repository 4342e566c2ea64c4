/* Notes that could not be written to their file: they are held until the program ends, and go in with the next that can. */
#ifndef QUOIN_UI_NOTES_UNKEPT_H
#define QUOIN_UI_NOTES_UNKEPT_H

#include "ui/state/app.h"

/* A note of the open article, in the place of an older version that is held; it is copied. */
void unkept_hold(App *app, const Note *note);

/* Those of the open article are in its file now. */
void unkept_drop(App *app);

/* Those of the open article, in `arena`. */
NotesFile unkept_notes(const App *app, Arena *arena);

#endif
