/* A command as it is typed after ":": the name of an action, and what follows. "set! measure=60" is the action `set`, kept, of "measure=60". */
#ifndef QUOIN_UI_COMMAND_COMMAND_H
#define QUOIN_UI_COMMAND_COMMAND_H

#include "ui/state/app.h"

typedef struct Command {
    Text word; /* the name, without what stands after it */
    bool kept; /* "!" stood there */
    bool has_argument;
    Text argument; /* what follows the blanks after the name, as it was typed; in the line */
} Command;

Command command_parse(Text line);

/* The action of that name, or the only one whose name begins so; ACTION_NONE: there is none, or there are several. */
ActionId command_action(Text word);
/* The names that begin so, where several do: "write, why, wider"; empty: they do not. In `arena`. */
Text command_beginnings(Arena *arena, Text word);

Text command_near(Text word); /* the name of an action that is nearest; empty: none is near */

/* What may be typed next. Texts are borrowed or in the arena that was given. */
typedef struct Candidate {
    Text word, help;
} Candidate;

typedef struct Candidates {
    ARRAY(Candidate) items;
    size_t start;     /* where in the line begins what they may stand for */
    Text common;      /* what all agree upon, to be put there; empty: no more than is there */
    const char *none; /* what to say where there is none */
} Candidates;

Candidates command_candidates(const App *app, Text line, Arena *arena);

#endif
