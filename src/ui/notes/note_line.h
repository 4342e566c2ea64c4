/* The line in which a note is written: on what is taken, or in the place of one that is there. */
#ifndef QUOIN_UI_NOTES_NOTE_LINE_H
#define QUOIN_UI_NOTES_NOTE_LINE_H

#include "ui/state/app.h"

/* Begin a note on what is taken (ui/taking/taken.h); the note that stands on just that is written on. */
void note_line_begin(App *app);

/* The same for an editor, in which the note may have several lines: EFFECT_EDIT_NOTE, then note_line_written. False: there is nothing to note. */
bool note_editor_begin(App *app);

/* Begin to write on one of app->noting.placed. */
void note_line_edit(App *app, size_t index);

/* Highlight what is taken, by one of NOTE_HIGHLIGHTS kinds; the same again takes the highlight off. */
void note_highlight_taken(App *app, size_t kind);

/* A key while the line is open: it has PROMPT_NOTE. */
Effects note_line_key(App *app, Key key);

/* The same from an editor: the whole text of the note, which may have several lines. False: they are in no file where they should be. */
bool note_line_written(App *app, Text words);

#endif
