/* What a person is, in the words of the text: "U.S. Deputy Secretary of State", "mayor of Norvane". */
#ifndef QUOIN_ANALYSIS_PEOPLE_ROLES_H
#define QUOIN_ANALYSIS_PEOPLE_ROLES_H

#include "analysis/people/people.h"

/* The role that stands beside a name, without article; an empty range when none does. */
TokenRange role_of_mention(const People *people, const NameRun *mention);

/* Is it a word for what somebody is: "mayor", "Gov.", "beekeeper"? Not "Mr.". */
bool is_role_word(const People *people, size_t token);

#endif
