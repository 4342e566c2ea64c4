/* Names that people were born with: "Ann Low (née Quill)", "Day was born Doris Mary Ann Kappelhoff". */
#ifndef QUOIN_ANALYSIS_ENTITIES_BIRTH_NAMES_H
#define QUOIN_ANALYSIS_ENTITIES_BIRTH_NAMES_H

#include "analysis/entities/entity_work.h"

/* Where the text says so; it needs the tokens. */
void birth_names_find(EntityWork *work);

/* Tell the table of names which of them are those. `name_of_person`: for each of the registry the name in the table, or NO_NAME. */
void birth_names_note(EntityWork *work, const uint32_t *name_of_person);

#endif
