/* The subject in a noun phrase at the left of a verb: the person or the description that can speak. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_NOUN_PHRASES_H
#define QUOIN_ANALYSIS_ATTRIBUTION_NOUN_PHRASES_H

#include "analysis/attribution/subjects.h"

/* The subject of the phrase that ends at an item, a word. */
Left subject_at_phrase(Attribution *attribution, const Sentence *sentence, size_t at);

/* Does what follows a subject begin there: a verb, an adverb, "of", a comma …? `token` may be the one after the last. */
bool starts_predicate(const Attribution *attribution, uint32_t token);

#endif
