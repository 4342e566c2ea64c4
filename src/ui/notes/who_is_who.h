/* Corrections of who is who: two entries of the list of names are one, one entry is two, a name is mentioned and is somebody else's. */
#ifndef QUOIN_UI_NOTES_WHO_IS_WHO_H
#define QUOIN_UI_NOTES_WHO_IS_WHO_H

#include "ui/state/app.h"

/* Open the line in which is said who the selected name is too, or which of its forms is somebody else. */
void who_join_begin(App *app);
void who_separate_begin(App *app);

/* The selected name is of the next kind: person, organisation, place, none of these; as it was found. */
void who_change_kind(App *app);

/* The same for one mention: whose the name is there. The note has its passage. */
void who_mention_begin(App *app, size_t mention);

/* A key while the line is open: it has PROMPT_SAME or PROMPT_APART. */
Effects who_key(App *app, Key key);

#endif
