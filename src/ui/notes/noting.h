/*
 * The notes of the open article: they are read when it is complete, after the first frame; a change goes into their file at once, and all
 * of it is read again. What cannot be kept (no home is known, the disk is full) is held until the program ends, which is said.
 */
#ifndef QUOIN_UI_NOTES_NOTING_H
#define QUOIN_UI_NOTES_NOTING_H

#include "ui/state/places.h"

/* Read them if they are not there yet. False: no article is open, or more of it is to come; that is said. */
bool noting_need(App *app);

/* Idle work: reads them where that is due. True: something was done. */
bool noting_work(App *app);

/*
 * A note with its id and its times, on what is noted in it; where it has a node or an id already, that note in another version. False: it is in no
 * file where it should be, and held. What is said is for the status line: `done` where all went well.
 */
bool noting_put(App *app, Note note, const char *done);

void noting_delete(App *app, size_t index);                         /* of app->noting.placed */
void noting_take_out(App *app, const Note *note, const char *done); /* the same of any, by its id */

/* What was made, changed or deleted in the last step is as it was; again: in the one before. Of many steps the first are forgotten. */
void noting_undo(App *app);

/* What is typed for that: a key of its own in the lists of names and notes, else the command. */
const char *noting_undo_key(const App *app);

/* What is put and taken out between these is one step, which is undone as one. */
void noting_begin_step(App *app);
void noting_end_step(App *app);

/* What is held is tried once more; what is in no file after that is told, with its words. The screen is gone. */
void noting_end(App *app, Report *report);

/* Select one of app->noting.placed and bring it on the screen. */
void noting_select(App *app, size_t index, Align align);

/* How a passage with a note looks. */
Role noting_role(const Note *note);

/* Why a note that was not found is not where something like it stands: "another name stands there"; empty: it is simply gone. */
Text noting_refusal(Refusal refusal);

#endif
