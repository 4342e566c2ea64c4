/* Whom a description means: "the mayor", "the company". */
#ifndef QUOIN_ANALYSIS_ANTECEDENTS_DESCRIPTIONS_H
#define QUOIN_ANALYSIS_ANTECEDENTS_DESCRIPTIONS_H

#include "analysis/antecedents/search.h"

/* The person whom a description means, or NO_PERSON. `guessed`: by the place, nothing of the kind was said. */
int32_t description_person(Search *search, const Subject *subject, bool *guessed);

/* The mention that "the company" means, and "it"; NULL when it is none. */
const NameRun *description_organization(Search *search, const Subject *subject);

#endif
