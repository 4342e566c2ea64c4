/* Names of types come from one table, ENTITY_TYPES. */
#include "analysis/result/entity.h"

bool entity_is_doubtful(const Entity *entity)
{
    enum { CONFIDENCE_SHOWN = 50 };

    return entity->doubtful || entity->confidence < CONFIDENCE_SHOWN;
}

bool mention_is_doubtful(const Mention *mention, const Entity *entity)
{
    return mention->doubtful || entity_is_doubtful(entity);
}

Text entity_type_name(EntityType type)
{
    static const Text names[ENTITY_TYPE_COUNT] = {
#define ENTITY(ID, name, plural) {name, sizeof(name) - 1},
        ENTITY_TYPES(ENTITY)
#undef ENTITY
    };

    return names[type];
}

Text entity_type_plural(EntityType type)
{
    static const Text plurals[ENTITY_TYPE_COUNT] = {
#define ENTITY(ID, name, plural) {plural, sizeof(plural) - 1},
        ENTITY_TYPES(ENTITY)
#undef ENTITY
    };

    return plurals[type];
}

Text entity_kind(const Entity *entity)
{
    return entity->given ? entity->given->type : entity_type_name(entity->type);
}
