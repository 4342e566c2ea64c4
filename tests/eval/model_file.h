/* The model of names, from its file. */
#ifndef QUOIN_TESTS_EVAL_MODEL_FILE_H
#define QUOIN_TESTS_EVAL_MODEL_FILE_H

#include "analysis/tags/tag_model.h"
#include "base/arena.h"

/* Into `arena`. False: it cannot be read; stderr says why. */
bool model_file_read(Arena *arena, const char *path, TagModel *model);

#endif
