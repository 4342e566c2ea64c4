/* The people, organisations, places and other things of a text: one list, in which each is named once. */
#ifndef QUOIN_ANALYSIS_RESULT_ENTITY_H
#define QUOIN_ANALYSIS_RESULT_ENTITY_H

#include "article/article.h"

/* The name in files, and the word that readers see, the same everywhere: one of them, and the list of them. */
#define ENTITY_TYPES(ENTITY)                                              \
    ENTITY(PERSON, "person", "person", "People")                          \
    ENTITY(ORGANIZATION, "organization", "organisation", "Organisations") \
    ENTITY(PLACE, "place", "place", "Places")                             \
    ENTITY(MISC, "misc", "other", "Other")

typedef enum EntityType {
#define ENTITY(ID, name, singular, plural) ENTITY_##ID,
    ENTITY_TYPES(ENTITY) ENTITY_TYPE_COUNT
#undef ENTITY
} EntityType;

typedef enum Gender { GENDER_UNKNOWN, GENDER_FEMALE, GENDER_MALE, GENDER_EITHER } Gender;

typedef struct Mention {
    ShortRange range;         /* the name itself: without title, role or possessive */
    uint32_t entity;          /* index into analysis->entities */
    unsigned char confidence; /* that it is a name of this kind: 0 to 100 */
    bool doubtful;            /* a short form that fits others as well */
} Mention;

/* Another name of an entity, and why it is one: a row of merge_rules.def. */
typedef struct Alias {
    Text name;
    const char *merged_by;
    uint32_t mention_count; /* how often the text uses it */
    bool doubtful;          /* the first mention by this name is */
} Alias;

/* What most entities have none of. */
typedef struct EntityDetails {
    Text role;            /* "U.S. Deputy Secretary of State"; empty when the text gives none */
    ARRAY(Alias) aliases; /* the other forms in the text, each once, in order of appearance */
    Text related;         /* of a nationality: the place, by its name in the text if it is there; empty for all else */
    const GivenEntity *given; /* of the file's own `entities:`; NULL: found */
} EntityDetails;

typedef struct Entity {
    Text name;              /* the best form in the text, or as given */
    EntityDetails *details; /* NULL: it has none; see entity_details */
    uint32_t mention_count;
    uint32_t first_mention;   /* index into analysis->mentions */
    uint32_t quote_count;     /* quotations attributed to it */
    unsigned char type;       /* an EntityType */
    unsigned char gender;     /* a Gender, of a person, as far as the text tells */
    unsigned char confidence; /* that of the surest mention */
    bool doubtful;            /* its name is the short form of several others */
} Entity;

/* Its details, never NULL. */
const EntityDetails *entity_details(const Entity *entity);

/* Its details, to be written: new ones in the arena when it has none. */
EntityDetails *entity_write_details(Arena *arena, Entity *entity);

#define NO_ENTITY SIZE_MAX /* instead of an index */

/* A name in the text that somebody else has found. */
typedef struct FoundName {
    Range range;
    EntityType type;
} FoundName;

/* Is it likely to be no name of its kind, or the short form of several? Then it is shown with a mark. Judged once a name, by its surest mention. */
bool entity_is_doubtful(const Entity *entity);

/* The same of a form of it that stands in the text: a short form may mean another entity. `entity` is the mention's. */
bool mention_is_doubtful(const Mention *mention, const Entity *entity);

Text entity_type_name(EntityType type);   /* "organization" */
EntityType entity_type_named(Text name);  /* ENTITY_TYPE_COUNT: none is */
Text entity_type_plural(EntityType type); /* "Organisations" */
Text entity_kind(const Entity *entity);   /* its type's name, or the type that the article gives it: "event" */

/* The same for readers: "Organisations", or in speech "organisation"; a type that only the article knows as it is there. */
Text entity_kind_listed(const Entity *entity);
Text entity_kind_spoken(const Entity *entity);

#endif
