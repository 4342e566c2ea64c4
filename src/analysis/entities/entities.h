/*
 * The people, organisations and places of a text, each once, with all its mentions: names found by the scan, people found by their
 * registry, or what the article itself gives.
 */
#ifndef QUOIN_ANALYSIS_ENTITIES_ENTITIES_H
#define QUOIN_ANALYSIS_ENTITIES_ENTITIES_H

#include "analysis/entities/entity_work.h"
#include "analysis/result/result.h"

/* The tagger takes the place of the scan. */
void entities_use_model(EntityWork *work, const TagModel *model);

/* So do names that somebody else has found. */
void entities_use_names(EntityWork *work, const FoundName *names, size_t count);

/* Merge rules and groups of features that are not used, as bits. After entities_use_model. */
void entities_leave_out(EntityWork *work, uint32_t merge_rules, uint32_t features);

/* Begin; the input must stay where it is until entities_finish. */
EntityWork *entities_new(Arena *arena, const EntityInput *input);

/* Look for what may be of a name; then for names: at the tokens [first, end), whole blocks in the order of the text. */
void entities_find_candidates(EntityWork *work, size_t first, size_t end);
void entities_scan(EntityWork *work, size_t first, size_t end);

/*
 * Fill analysis->entities and analysis->mentions. `entity_of_person`, of one item for each person, tells their index, NO_ENTITY for
 * those who are none.
 */
void entities_finish(EntityWork *work, Analysis *analysis, size_t *entity_of_person);

#endif
