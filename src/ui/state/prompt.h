/* The line that is being typed: a search, a command, the filter of a popup. */
#ifndef QUOIN_UI_STATE_PROMPT_H
#define QUOIN_UI_STATE_PROMPT_H

#include "ui/state/app.h"

typedef enum PromptEdit { EDIT_NONE, EDIT_CHANGED, EDIT_MOVED, EDIT_ACCEPTED, EDIT_CANCELLED } PromptEdit;

void prompt_clear(Prompt *prompt, PromptKind kind);
Text prompt_text(const Prompt *prompt);

/* Readline's keys: ^A ^E ^B ^F ^U ^K ^W ^H Del, arrows. Backspace in an empty line cancels. EDIT_NONE: not a key of an editor. */
PromptEdit prompt_edit(Prompt *prompt, Key key);

/* What a key does while something is typed in the status line. */
Effects prompt_key(App *app, Key key);
void prompt_open(App *app, PromptKind kind);

/* What is typed, from a column of `area` on: as much of its end that the cursor is inside, and the cursor. */
void prompt_put(const Prompt *prompt, Canvas *canvas, Rect area, int column);
void prompt_draw(App *app, Canvas *canvas, Rect area);

#endif
