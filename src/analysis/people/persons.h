/* The registry of people as others see it: a name, a role, a gender; mentions as ranges of the text. */
#ifndef QUOIN_ANALYSIS_PEOPLE_PERSONS_H
#define QUOIN_ANALYSIS_PEOPLE_PERSONS_H

#include "analysis/people/people.h"

typedef struct Person {
    Text name;
    Text role;            /* empty when the text gives none */
    unsigned char gender; /* a Gender */
    bool titled;          /* the text gives the person a title */
    bool by_office;       /* the text calls nobody by that name: "President Obama" */
    bool unlikely;        /* no more than two capitals in a row says that it is a person */
} Person;

typedef struct PersonMention {
    ShortRange range;
    uint32_t person;
    bool doubtful; /* fits others as well */
} PersonMention;

typedef struct Persons {
    const Person *items; /* by their indexes in the registry */
    size_t count;
    const PersonMention *mentions; /* by start */
    size_t mention_count;
} Persons;

/* Once all people are known. `mention_arena` is of the mentions alone; what the text does not have as it is will be in people->kept. */
Persons persons_of(const People *people, Arena *arena, Arena *mention_arena);

#endif
