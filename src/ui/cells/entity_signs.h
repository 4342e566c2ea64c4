/* How names are told apart wherever they stand: by a role for each type, and by signs for what is in doubt. */
#ifndef QUOIN_UI_CELLS_ENTITY_SIGNS_H
#define QUOIN_UI_CELLS_ENTITY_SIGNS_H

#include "analysis/analysis.h"
#include "theme/role.h"

Role entity_role(EntityType type);

/* An entity's other name as a list of them shows it: "= Farrow", ", ~Ines", with "~" what is in doubt. */
Text entity_alias_shown(Arena *scratch, const Entity *entity, size_t index);

#endif
