/* The bundled model of names. */
#ifndef QUOIN_CLI_MODEL_H
#define QUOIN_CLI_MODEL_H

#include "analysis/tag_model.h"
#include "base/arena.h"

/* Of the program's data folder. NULL when there is none that can be used, which is told on standard error; names are then found by rules. */
const TagModel *model_open(Arena *arena, Text data);

#endif
