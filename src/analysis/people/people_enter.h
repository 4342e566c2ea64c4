/* Full names become people of the registry. */
#ifndef QUOIN_ANALYSIS_PEOPLE_PEOPLE_ENTER_H
#define QUOIN_ANALYSIS_PEOPLE_PEOPLE_ENTER_H

#include "analysis/people/people.h"

/* Enter those of the mentions [first, end) that are outside headlines; then, when all of these are entered, those in headlines. */
void people_enter(People *people, size_t first, size_t end);
void people_enter_headlines(People *people, size_t first, size_t end);

/* Enter the person that a mention names; its index. */
int32_t people_add(People *people, const NameRun *mention);

/* The details of a person, to be written: new ones when it has none. Good until those of another are written. */
PersonDetails *person_write_details(People *people, PersonEntry *person);

/* Add the titles of a mention to a person's. */
void person_keep_titles(People *people, PersonEntry *person, const NameRun *mention);

/* The token of "Jr." behind a name; 0: there is none. */
uint32_t name_suffix(const NameRun *mention);

/* Is somebody of the same first and last name another person? "George H. Marsh" is not "George W. Marsh", nor is Martin Hale Jr. his father. */
bool person_is_another(const People *people, const PersonEntry *person, const NameRun *mention);

#endif
