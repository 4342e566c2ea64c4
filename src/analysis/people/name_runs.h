/* Runs of capitalised words as names, and what the registry asks about their words. */
#ifndef QUOIN_ANALYSIS_PEOPLE_NAME_RUNS_H
#define QUOIN_ANALYSIS_PEOPLE_NAME_RUNS_H

#include "analysis/people/people.h"

/* Find the names in the tokens [first, end), whole sentences, in the order of the text. */
void people_find_names(People *people, size_t first, size_t end);

bool name_is_initial(const People *people, size_t token); /* "J." */
bool name_is_capital(const People *people, size_t token); /* a word with a capital */
/* How many words a name has, particles and a nickname left out. */
uint32_t name_capitals(const People *people, const NameRun *mention);

/* Does a title of two words begin at a token, of which the first alone is none: "[Lance] Corporal Tibbs", "[Ranking] Member Vale"? */
bool name_is_title_pair(const TokenList *tokens, size_t token);

/* "[Hurricane] Otto": the word before the name of a storm. */
bool name_is_of_storm(Text word);

/* "Mittar-led ArcelCo", "Tata-owned Jagua": the bytes of the name in such a word, after which another name begins; 0: it is none. */
size_t name_in_compound(Text word);

#endif
