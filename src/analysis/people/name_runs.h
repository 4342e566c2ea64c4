/* Runs of capitalised words as names: people_find_names of people.h, and what the registry asks about their words. Private to people.c. */
#ifndef QUOIN_ANALYSIS_PEOPLE_NAME_RUNS_H
#define QUOIN_ANALYSIS_PEOPLE_NAME_RUNS_H

#include "analysis/people/people.h"

bool name_is_initial(const People *people, size_t token); /* "J." */
bool name_is_capital(const People *people, size_t token); /* a word with a capital */
uint32_t name_capitals(const People *people, const NameRun *mention); /* the words of a name without its particles and without a nickname */

#endif
