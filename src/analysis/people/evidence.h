/* What speaks for a mention being a person: a title, a known first name, a verb of saying after it, an age. */
#ifndef QUOIN_ANALYSIS_PEOPLE_EVIDENCE_H
#define QUOIN_ANALYSIS_PEOPLE_EVIDENCE_H

#include "analysis/people/people.h"

/* How much it is, in halves; of a known first name, which is enough where others doubt. */
enum { EVIDENCE_GIVEN = 4 };

/* Weigh the mentions [first, end), once all names were found. */
void people_weigh(People *people, size_t first, size_t end);

/* Has a mention a title of these classes before it? */
bool name_has_title(const People *people, const NameRun *mention, uint32_t classes);

#endif
