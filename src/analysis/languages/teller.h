/*
 * Words that may speak: a pronoun, a name with what stands before it, a description.
 *
 *     elle · der frühere Intendant Otto Kranz · la directrice de l’école
 */
#ifndef QUOIN_ANALYSIS_LANGUAGES_TELLER_H
#define QUOIN_ANALYSIS_LANGUAGES_TELLER_H

#include "analysis/languages/named.h"

typedef enum TellerKind { TELLER_NONE, TELLER_PRONOUN, TELLER_NAME, TELLER_DESCRIPTION } TellerKind;

typedef struct Teller {
    TellerKind kind;
    size_t first, end; /* items */
    int32_t person;    /* or NO_NAMED */
    Gender gender;     /* of a pronoun */
} Teller;

typedef enum TellerPlace { TELLER_ANYWHERE, TELLER_BEHIND_VERB } TellerPlace;

/* The phrase that begins with the item `i`, before the item `limit`; behind a verb it needs no article. */
Teller teller_at(const Paragraph *paragraph, const Names *names, size_t i, size_t limit, TellerPlace place);

/* With the name that follows a description after a comma, or with the one that it follows: "el alcalde, Luis Prieto". */
Teller teller_with_apposition(const Paragraph *paragraph, const Names *names, Teller phrase, size_t limit);

/* Its words. */
Range teller_range(const Paragraph *paragraph, const Teller *phrase);

/* Behind the fillers at `i`, at most four; before `limit`. */
size_t teller_skip_fillers(const Paragraph *paragraph, size_t i, size_t limit);

#endif
