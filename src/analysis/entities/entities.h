/*
 * The people, organisations and places of a text, each once, with all its mentions. Where the article lists its entities, these are looked
 * for, and no others. Else they are the people of the registry and the names of the text, which a scan finds by rules; a model or somebody
 * else may find them in its place.
 *
 *     EntityWork *work = entities_new(&arena, &input);
 *     entities_use_model(work, model);               // if there is one
 *     entities_find_candidates(work, 0, count);      // both in slices, as one likes
 *     entities_scan(work, 0, count);
 *     entities_settle(work);
 *     entities_finish(work, analysis, entity_of_person);
 */
#ifndef QUOIN_ANALYSIS_ENTITIES_ENTITIES_H
#define QUOIN_ANALYSIS_ENTITIES_ENTITIES_H

#include "analysis/entities/entity_work.h"
#include "analysis/result/result.h"

/* Begin. What the input points to must stay where it is until entities_settle, and the people and the article until entities_finish. */
EntityWork *entities_new(Arena *arena, const EntityInput *input);

/* Let a model find the names. It must outlive the work. */
void entities_use_model(EntityWork *work, const TagModel *model);

/* Take names that somebody else has found: `names` by start. */
void entities_use_names(EntityWork *work, const FoundName *names, size_t count);

/* Do without some rules. After entities_use_model. */
void entities_leave_out(EntityWork *work, const LeftOut *left_out);

/*
 * Two passes over the tokens, each in slices [first, end) of whole blocks, in the order of the text: the first notes the words that may be
 * in a name, for the model, which looks at other places of a word; the second finds names.
 */
void entities_find_candidates(EntityWork *work, size_t first, size_t end);
void entities_scan(EntityWork *work, size_t first, size_t end);

/* Once all names are found: say what each of them is. */
void entities_settle(EntityWork *work);

/*
 * Say which of them are one, and fill analysis->entities and analysis->mentions. `entity_of_person` has room for each person of the registry,
 * and gets 1 + the index of the person's entity; 0 for whom the text turned out not to name as a person.
 */
void entities_finish(EntityWork *work, Analysis *analysis, uint32_t *entity_of_person);

#endif
