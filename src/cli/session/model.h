/* The bundled model of names. */
#ifndef QUOIN_CLI_SESSION_MODEL_H
#define QUOIN_CLI_SESSION_MODEL_H

#include "analysis/tags/tag_model.h"
#include "base/sink.h"
#include "base/system/path.h"

/* Open the model in the program's data folder. NULL: none can be used, so that names are found by rules; `*problem` says why, in one line. */
const TagModel *model_open(Arena *arena, Path data, Text *problem);

/* Print it as one line; an empty one prints nothing. */
void model_print_problem(Sink *errors, Text problem);

#endif
