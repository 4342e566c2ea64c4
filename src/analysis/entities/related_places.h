/* Nationalities point to their places. */
#ifndef QUOIN_ANALYSIS_ENTITIES_RELATED_PLACES_H
#define QUOIN_ANALYSIS_ENTITIES_RELATED_PLACES_H

#include "analysis/entities/entity_work.h"
#include "analysis/result/result.h"

/* "Ukrainian" points to Ukraine, and is no mention of it. `entity_of`: for each number, 1 + the entity's index; 0: there is none. */
void related_places_find(EntityWork *work, Analysis *analysis, const uint32_t *entity_of);

#endif
