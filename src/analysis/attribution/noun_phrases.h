/* The noun phrase at the left of a verb, and its subject: the person or the description in it that can speak. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_NOUN_PHRASES_H
#define QUOIN_ANALYSIS_ATTRIBUTION_NOUN_PHRASES_H

#include "analysis/attribution/sentence.h"

/* What a look to the left found: a subject; nothing; or a conjunction ("… and said"), whose subject stands further left. */
typedef struct Left {
    int32_t subject;
    bool conjoined;
} Left;

static inline Left left_found(int32_t subject)
{
    return (Left){subject, false};
}

static inline Left left_nothing(void)
{
    return (Left){NO_SUBJECT, false};
}

static inline Left left_conjunction(void)
{
    return (Left){NO_SUBJECT, true};
}

/* The subject of the phrase that ends at an item, a word. */
Left subject_at_phrase(Attribution *attribution, const Sentence *sentence, size_t at);

/* Does what follows a subject begin there: a verb, an adverb, "of", a comma …? `token` may be the one after the last. */
bool starts_predicate(const Attribution *attribution, uint32_t token);

#endif
