/* What is certain has its role alone; what is in doubt is told by a sign as well. */
#include "ui/cells/entity_signs.h"

Role entity_role(EntityType type)
{
    static const unsigned char roles[ENTITY_TYPE_COUNT] = {
        [ENTITY_PERSON] = ROLE_ENTITY_PERSON,
        [ENTITY_ORGANIZATION] = ROLE_ENTITY_ORGANIZATION,
        [ENTITY_PLACE] = ROLE_ENTITY_PLACE,
        [ENTITY_MISC] = ROLE_ENTITY_MISC,
    };

    return (Role)roles[type];
}

Text entity_alias_shown(Arena *scratch, const Entity *entity, size_t index)
{
    const Alias *alias = &entity_details(entity)->aliases.items[index];

    return arena_printf(scratch, "%s%s%.*s", index ? ", " : "= ", alias->doubtful ? "~" : "", TEXT_ARGS(alias->name));
}
