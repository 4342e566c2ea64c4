/*
 * The speakers of an article, numbered from 0 in the order of their first words, whatever the filter; those of whom only indirect speech is
 * known come last, and behind them those whom the reader has named. So a speaker keeps sign and hue as long as the article is open.
 */
#ifndef QUOIN_ANALYSIS_RESULT_SPEAKERS_H
#define QUOIN_ANALYSIS_RESULT_SPEAKERS_H

#include "analysis/result/result.h"

/* A speaker without a name. */
typedef struct SpokenPhrase {
    Text name;
    size_t speaker; /* number */
} SpokenPhrase;

typedef struct Speakers {
    size_t *of_quotes; /* of each quotation: the number of its first speaker; NO_INDEX: unknown. NULL: nobody is numbered yet */
    size_t *of_entities; /* of each entity: its number as a speaker; NO_INDEX: it says nothing */
    ARRAY(SpokenPhrase) phrases;
    ARRAY(ShortRange) spoken; /* the words taken for the speakers of quotations, in order of the text */
    size_t count;             /* of all quotations */
} Speakers;

/* Number those of an analysis anew, in the arena. */
void speakers_number(Speakers *speakers, Arena *arena, const Analysis *analysis);

/* How many different ones say the quotations `quotes` (indexes into the analysis, `count` of them). */
size_t speakers_among(Speakers *speakers, Arena *arena, const Analysis *analysis, const size_t *quotes, size_t count);

size_t speakers_of_quote(const Speakers *speakers, size_t quote); /* the first one's number; NO_INDEX: unknown */
size_t speakers_number_of(const Speakers *speakers, const Speaker *speaker); /* NO_INDEX: it has none */
bool speakers_speak_in(const Speakers *speakers, Range name);       /* does it stand where somebody is said to speak? */
size_t speakers_of_entity(const Speakers *speakers, size_t entity); /* its number; NO_INDEX: it says nothing */

#endif
