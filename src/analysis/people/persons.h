/* The registry of people as others see it: a name, a role, a gender; mentions as ranges of the text. */
#ifndef QUOIN_ANALYSIS_PEOPLE_PERSONS_H
#define QUOIN_ANALYSIS_PEOPLE_PERSONS_H

#include "analysis/people/people.h"

typedef struct Person {
    const char *name; /* see person_name */
    uint32_t name_size;
    unsigned char gender; /* a Gender */
    bool titled;          /* the text gives the person a title */
    bool by_office;       /* the text calls nobody by that name: "President Obama" */
    bool unlikely;        /* no more than two capitals in a row says that it is a person */
    ShortRange role;      /* where the text has it; empty when it gives none */
} Person;

typedef struct PersonMention {
    ShortRange range;
    unsigned person : 31;
    unsigned doubtful : 1; /* fits others as well */
} PersonMention;

typedef struct Persons {
    const Person *items; /* by their indexes in the registry */
    size_t count;
    const PersonMention *mentions; /* by start */
    size_t mention_count;
} Persons;

static inline Text person_name(const Person *person)
{
    return (Text){person->name, person->name_size};
}

/* Once all people are known, without their mentions. What the text does not have as it is will be in people->kept. */
Persons persons_of(const People *people, Arena *arena);

/* Their mentions: a list as long as that of the registry, so it is made when what is beside that is forgotten. */
void persons_take_mentions(Persons *persons, const People *people, Arena *arena);

#endif
