/* What a note or a correction says, for lists and for whoever reads by lines. */
#ifndef QUOIN_UI_NOTES_NOTE_WORDS_H
#define QUOIN_UI_NOTES_NOTE_WORDS_H

#include "ui/state/app.h"

/* What it is about: the words of the passage, a name, or that it is the whole article. In `arena`, or of the article. */
Text note_subject_words(const App *app, const PlacedNote *placed, Arena *arena);

/* The words of the passage as they were when it was made. In `arena`. */
Text note_was_words(const Note *note, Arena *arena);

/* What a correction says: "by Effie Marr, not Signe Aldous"; empty: it is none. In `arena`. */
Text note_correction_words(const App *app, const PlacedNote *placed, Arena *arena);

/* What a kind of names is called, by its name in files: "organisation" of "org"; what is none, as it is. */
Text note_kind_words(Text kind);

#endif
