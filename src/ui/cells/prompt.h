/* A line that is being typed, with a cursor: a search, a command, the filter of a popup. */
#ifndef QUOIN_UI_CELLS_PROMPT_H
#define QUOIN_UI_CELLS_PROMPT_H

#include "keys/key.h"
#include "ui/cells/canvas.h"

typedef enum PromptKind {
    PROMPT_NONE,
    PROMPT_SEARCH,
    PROMPT_FIND,
    PROMPT_COMMAND,
    PROMPT_NOTE,
    PROMPT_SPEAKER,
    PROMPT_SAME,
    PROMPT_APART
} PromptKind;

enum { PROMPT_BYTES = 2048 }; /* for addresses */

typedef struct Prompt {
    PromptKind kind;
    char bytes[PROMPT_BYTES];
    size_t size;
    size_t cursor; /* byte offset */
    size_t fixed;  /* so many bytes stay when ^U takes the rest */
    bool offered;  /* … and what is behind them is there only until something is typed */
} Prompt;

typedef enum PromptEdit { EDIT_NONE, EDIT_CHANGED, EDIT_MOVED, EDIT_ACCEPTED, EDIT_CANCELLED } PromptEdit;

void prompt_clear(Prompt *prompt, PromptKind kind);

/* The same with a text in it, the cursor behind it. False: it is too long, and the prompt is as it was. */
bool prompt_set(Prompt *prompt, PromptKind kind, Text text);

/* The same with a word that stays before, and what is only offered behind it: what is typed first replaces it, any other key makes it be as typed. */
bool prompt_offer(Prompt *prompt, PromptKind kind, Text word, Text offered);
Text prompt_text(const Prompt *prompt);

/* Readline's keys: ^A ^E ^B ^F ^U ^K ^W ^H Del, arrows. Backspace in an empty line cancels. EDIT_NONE: not a key of an editor. */
PromptEdit prompt_edit(Prompt *prompt, Key key);

/* What is typed, from a column of `area` on: as much of its end that the cursor is inside, and the cursor. */
void prompt_put(const Prompt *prompt, Canvas *canvas, Rect area, int column);

#endif
