/* What a name is that is no person, organisation or place: a ship, a law, a prize … Told by its own words, and by those around it. */
#ifndef QUOIN_ANALYSIS_ENTITIES_FINER_KINDS_H
#define QUOIN_ANALYSIS_ENTITIES_FINER_KINDS_H

#include "analysis/result/result.h"

/* For each entity the name of its finer kind (finer_kinds.def), empty where nothing is sure; in the arena. */
const Text *finer_kinds(Arena *arena, const Analysis *analysis);

#endif
