/* Notes, corrections and links in linear reading, beside what is in reading.h. */
#ifndef QUOIN_UI_LINEAR_NOTES_H
#define QUOIN_UI_LINEAR_NOTES_H

#include "ui/linear/linear.h"

/* Of the article that was opened: they are read, and corrections count. */
void linear_take_notes(Linear *linear);

/* Say those that begin within a range of the article's text. */
void linear_say_notes(Linear *linear, Range range);

/* What was typed for a note, for a speaker. */
void linear_write_note(Linear *linear, Text words);
void linear_write_speaker(Linear *linear, Text name);

/* What the reader says in its status line is said from here on, or forgotten. */
void linear_begin_message(Linear *linear);
void linear_say_message(Linear *linear);

#endif
