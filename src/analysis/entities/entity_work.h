/* What the entities are made of, and what is known until they are. Private to this room but for EntityInput. */
#ifndef QUOIN_ANALYSIS_ENTITIES_ENTITY_WORK_H
#define QUOIN_ANALYSIS_ENTITIES_ENTITY_WORK_H

#include "analysis/entities/alias_index.h"
#include "analysis/entities/given_names.h"
#include "analysis/names/name_mentions.h"
#include "analysis/people/persons.h"
#include "analysis/tags/tagger.h"

typedef struct EntityInput {
    const Article *article;
    const TokenList *tokens;
    Persons persons;
    const bool *person_sure; /* for each person: speaks, and so is a person whatever the tagger says */
} EntityInput;

/* What is left out, so that its worth can be measured: a bit for each. */
typedef struct LeftOut {
    uint32_t merge_rules, kind_rules, features; /* groups of the model's features */
} LeftOut;

/* Of the form that an entity was met by, as long as it has no other: it is its name then, and no alias. */
typedef struct OnlyForm {
    unsigned char rule;
    bool doubtful;
    uint16_t count; /* as far as it goes */
} OnlyForm;

/* Whom the text says to be born by the name that begins at `start`. */
typedef struct BirthName {
    uint32_t person, start;
} BirthName;

typedef struct EntityWork {
    Arena *arena;
    EntityInput input;
    Arena *names; /* of the scan, and of what finds a form of an entity: until the entities are made */
    NameScan scan;
    ARRAY(BirthName) births;

    /* with a model: */
    Arena *tagging; /* of what follows, until all names are found; NULL: there is no model */
    TagText tags;
    TagMemo *memo;
    Arena *scratch; /* of the tagger's labels, while they are looked at */

    unsigned char *labels; /* for each token: that of the name which somebody else has found there; NULL: nobody has */

    /* with entities that the article gives: */
    GivenNames given;
    const size_t *given_of; /* for each person of the registry: index into article->entities, or NOT_GIVEN; NULL: the article gives none */

    LeftOut left_out;
    uint32_t *detached; /* for each mention of a person: its name, where only a rule that is left out makes it the person's; NULL: no rule is */
    uint32_t *number_of_person; /* for each person: the number of the entity, see found.h */
    uint32_t *number_of_name;   /* for each name that is the root of its set */
    AliasIndex aliases;         /* of analysis->entities, by their places before they are sorted; so too: */
    ARRAY(OnlyForm) only_forms;
} EntityWork;

#endif
