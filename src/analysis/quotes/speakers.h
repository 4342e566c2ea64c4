/* The drafts of who says what become speakers, each with its entity. */
#ifndef QUOIN_ANALYSIS_QUOTES_SPEAKERS_H
#define QUOIN_ANALYSIS_QUOTES_SPEAKERS_H

#include "analysis/quotes/speaker_drafts.h"
#include "analysis/result/result.h"

typedef struct QuoteInput {
    Arena *arena;       /* of what is forgotten */
    Analysis *analysis; /* its entities and mentions are found */
    const QuoteDrafts *drafts;
    const SpanList *spans;            /* of the text, in quotation marks */
    const Person *persons;            /* of the registry, by their indexes */
    const uint32_t *entity_of_person; /* 1 + index into analysis->entities; 0: none */
    const Speaker **
        alone; /* made by quotes_make: for each entity, it as the only speaker of a quotation; NULL: it spoke none alone yet */
} QuoteInput;

/* The speakers of a quotation, those said to be so first. */
typedef struct Speakers {
    Speaker items[2 * MOST_JOINT + 1];
    size_t count;
} Speakers;

/* The drafted speakers [first, first + count). */
Speakers speakers_of_drafts(const QuoteInput *input, size_t first, size_t count);

/* Give a quotation its source, with these speakers. */
void speakers_set_source(const QuoteInput *input, Quote *quote, QuoteSource source, const Speakers *speakers);

#endif
