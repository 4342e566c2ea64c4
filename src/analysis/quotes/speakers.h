/* Who says a quotation: the words that speak as a list of speakers, each with its entity. */
#ifndef QUOIN_ANALYSIS_QUOTES_SPEAKERS_H
#define QUOIN_ANALYSIS_QUOTES_SPEAKERS_H

#include "analysis/attribution/attribution.h"
#include "analysis/people/persons.h"
#include "analysis/result/result.h"

typedef struct QuoteInput {
    Analysis *analysis; /* its entities and mentions are found */
    const Attribution *attribution;
    const Person *persons;          /* of the registry, by their indexes */
    const size_t *entity_of_person; /* index into analysis->entities, or NO_ENTITY */
    const Speaker **
        alone; /* made by quotes_make: for each entity, it as the only speaker of a quotation; NULL: it spoke none alone yet */
} QuoteInput;

enum {
    MOST_JOINT = 3,       /* speakers joined to one */
    SPEAKER_LONGEST = 400 /* bytes: longer words are nobody's name, and many quotations may repeat them */
};

/* The speakers of a quotation, those said to be so first. */
typedef struct Speakers {
    Speaker items[2 * MOST_JOINT + 1];
    size_t count;
} Speakers;

/* Add who is meant by a subject and by what is joined to it. `inverted`: it stands behind its verb. */
void speakers_add(const QuoteInput *input, const Subject *subject, bool inverted, Speakers *speakers);

/* Give a quotation its source, with these speakers. */
void speakers_set_source(const QuoteInput *input, Quote *quote, QuoteSource source, const Speakers *speakers);

#endif
