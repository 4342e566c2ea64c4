/* The bundled model of names. */
#ifndef QUOIN_CLI_SESSION_MODEL_H
#define QUOIN_CLI_SESSION_MODEL_H

#include "analysis/tags/tag_model.h"
#include "base/path.h"
#include "base/sink.h"

/* Of the program's data folder. NULL when there is none that can be used: `*problem` tells why, in one line; names are then found by rules. */
const TagModel *model_open(Arena *arena, Path data, Text *problem);

/* In one line; nothing when it is empty. */
void model_print_problem(Sink *errors, Text problem);

#endif
