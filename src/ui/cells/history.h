/* Lines that were typed before, the newest last: for the keys that bring them back. */
#ifndef QUOIN_UI_CELLS_HISTORY_H
#define QUOIN_UI_CELLS_HISTORY_H

#include "ui/cells/prompt.h"

enum { HISTORY_MOST = 100 }; /* lines that are kept */

typedef struct History {
    Arena arena;
    ARRAY(Text) lines; /* each once */
    Text start;        /* while one goes through them: what was typed before, with which a line must begin */
    size_t at;         /* … and the line that is shown; lines.count: what was typed */
    bool walking;
} History;

void history_release(History *history);

/* A line that was entered: the newest from now on. An empty one, or one that begins with a blank, is not kept. */
void history_add(History *history, Text line);

/* Put the line before (direction < 0) or after the one that is shown into the prompt, of those that begin with what was typed. False: there is
 * none. */
bool history_walk(History *history, Prompt *prompt, int direction);

/* Another key came: what is in the prompt now is what was typed. */
void history_stay(History *history);

#endif
