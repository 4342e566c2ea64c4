/* The line in which a name is typed: of a speaker, of who somebody is too, of who is somebody else. Tab goes through those that there are. */
#ifndef QUOIN_UI_NOTES_NAME_LINE_H
#define QUOIN_UI_NOTES_NAME_LINE_H

#include "ui/state/app.h"

/* Open it, of one of the kinds PROMPT_SPEAKER, PROMPT_SAME, PROMPT_APART; what it is for is app->noting.line, whose texts are copied. */
void name_line_open(App *app, PromptKind kind, const Note *note, Text typed);

/* A key while it is open. EDIT_ACCEPTED: the name is what the prompt has; whoever takes it closes the line. EDIT_CANCELLED: it is closed. */
PromptEdit name_line_key(App *app, Key key);

/* The form number `form` of an entity's name, from 0: its name, then the others; empty: it has no more. */
Text entity_form(const Entity *entity, size_t form);

/* Ask after a name that was taken, where nothing in the article is called so, but something nearly, or one name begins so. */
void name_line_say_near(App *app, Text name);

#endif
