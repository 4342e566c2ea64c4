/* Of what gender a person is, as far as names, titles and pronouns nearby tell. */
#ifndef QUOIN_ANALYSIS_PEOPLE_GENDER_H
#define QUOIN_ANALYSIS_PEOPLE_GENDER_H

#include "analysis/people/people.h"

/* Count the pronouns near the mentions [first, end), once these are linked to people. */
void people_count_pronouns(People *people, size_t first, size_t end);

/* `sure`: not from pronouns alone. */
Gender person_gender(const People *people, size_t person, bool *sure);

/* The person with this one's last name who is of that gender; NO_PERSON when there is none other. */
int32_t people_namesake(const People *people, size_t person, Gender gender);

#endif
