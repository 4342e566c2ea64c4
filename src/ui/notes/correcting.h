/* Corrections of who said what: of the quotation that a key takes, or of words that are none yet. */
#ifndef QUOIN_UI_NOTES_CORRECTING_H
#define QUOIN_UI_NOTES_CORRECTING_H

#include "ui/state/app.h"

/* Open the line in which the speaker is named; Tab goes through the people of the article. */
void correcting_begin(App *app);

/*
 * Let the quotation that a selection stands in be two, of which the second begins where the selection does; or let the quotations that it reaches be
 * one, with all that stands between them. Each stays whose it was.
 */
void correcting_split(App *app);
void correcting_join(App *app);

/* What is taken is nobody's speech; again: as the analysis has it. */
void correcting_no_speech(App *app);

/* The same name from elsewhere than that line; empty: as the analysis has it. */
void correcting_written(App *app, Text name);

/* Ask for what is known of who said what, with the corrections, to be written to the article's file; or say why it cannot be. */
Effects correcting_write(App *app);

/* A key while the line is open: it has PROMPT_SPEAKER. */
Effects correcting_key(App *app, Key key);

/* After another analysis, and after corrections have changed. */
void correcting_apply(App *app);

#endif
