/* Which of its forms an entity is shown by. */
#ifndef QUOIN_ANALYSIS_ENTITIES_BEST_FORM_H
#define QUOIN_ANALYSIS_ENTITIES_BEST_FORM_H

#include "analysis/result/entity.h"

/* The index of the best of an entity's aliases, of which there is one at least: all its forms, before one is its name. */
size_t best_form(const Entity *entity);

#endif
