/* The mentions of all entities, of names and of people, as one stream in the order of the text. */
#ifndef QUOIN_ANALYSIS_ENTITIES_FOUND_H
#define QUOIN_ANALYSIS_ENTITIES_FOUND_H

#include "analysis/entities/entity_work.h"

/* A mention, with its entity and what makes it one of that entity's: a name, a person of the registry, or what the article gives. */
typedef struct Found {
    Range range;
    size_t number; /* of the entity */
    uint32_t name; /* index into the table of names; NO_NAME: it is by a person or given */
    size_t person; /* index into the registry, where it is by a person */
    unsigned char confidence;
    bool doubtful;
} Found;

/* Where the reading of both lists is. From zeroes it begins. What the article gives comes as names; a person of the registry whom it gives too
 * adds the mentions by other forms of the name. */
typedef struct FoundStream {
    size_t next_name, next_person;
    bool has_name, has_person; /* these are found, and not taken yet: */
    Found name, person;
    size_t end; /* of the one taken last */
} FoundStream;

/* Once all names were found: say what each of them is. The tokens are not looked at any more then. */
void found_settle(EntityWork *work);

/*
 * Say which of them are one, among themselves and with people, and give each entity a number: people first, by
 * their index, then names or what the article gives. Returns a limit of the numbers.
 */
size_t found_join(EntityWork *work);

/* The next mention of all, in the order of the text; those that begin inside another are left out. False: there are no more. */
bool found_next(EntityWork *work, FoundStream *stream, Found *found);

#endif
