/* Names of types come from one table, ENTITY_TYPES. */
#include "analysis/result/entity.h"

const EntityDetails *entity_details(const Entity *entity)
{
    static const EntityDetails none = {.given = NULL};

    return entity->details ? entity->details : &none;
}

EntityDetails *entity_write_details(Arena *arena, Entity *entity)
{
    if (!entity->details)
        entity->details = ARENA_NEW(arena, EntityDetails);
    return entity->details;
}

/*
 * Of the names of the open news, by models that had not seen them, half of the wrong ones are stated below 70, and one of eleven that are right;
 * below 50 were a quarter and one of forty. Who speaks is a person, more often than not.
 */
bool entity_is_doubtful(const Entity *entity)
{
    enum { SURE = 70, SURE_WHO_SPEAKS = 50 };
    bool speaks = entity->type == ENTITY_PERSON && entity->quote_count > 0;

    return entity->doubtful || entity->confidence < (speaks ? SURE_WHO_SPEAKS : SURE);
}

bool mention_is_doubtful(const Mention *mention, const Entity *entity)
{
    return mention->doubtful || entity_is_doubtful(entity);
}

Text entity_type_name(EntityType type)
{
    static const Text names[ENTITY_TYPE_COUNT] = {
#define ENTITY(ID, name, singular, plural) {name, sizeof(name) - 1},
        ENTITY_TYPES(ENTITY)
#undef ENTITY
    };

    return names[type];
}

EntityType entity_type_named(Text name)
{
    int type = 0;

    while (type < ENTITY_TYPE_COUNT && !text_equal_ignoring_case(entity_type_name((EntityType)type), name))
        type++;
    return (EntityType)type;
}

Text entity_type_plural(EntityType type)
{
    static const Text plurals[ENTITY_TYPE_COUNT] = {
#define ENTITY(ID, name, singular, plural) {plural, sizeof(plural) - 1},
        ENTITY_TYPES(ENTITY)
#undef ENTITY
    };

    return plurals[type];
}

Text entity_kind(const Entity *entity)
{
    return entity_details(entity)->given ? entity_details(entity)->given->type : entity_type_name(entity->type);
}

/* Does the article give it a type of its own? */
static bool is_of_own_kind(const Entity *entity)
{
    return entity_details(entity)->given &&
           !text_equal(entity_details(entity)->given->type, entity_type_name(entity->type));
}

Text entity_kind_listed(const Entity *entity)
{
    return is_of_own_kind(entity) ? entity_details(entity)->given->type : entity_type_plural(entity->type);
}

Text entity_kind_spoken(const Entity *entity)
{
    static const Text words[ENTITY_TYPE_COUNT] = {
#define ENTITY(ID, name, singular, plural) {singular, sizeof(singular) - 1},
        ENTITY_TYPES(ENTITY)
#undef ENTITY
    };

    return is_of_own_kind(entity) ? entity_details(entity)->given->type : words[entity->type];
}
