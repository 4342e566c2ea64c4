/*
 * Which quotations are asked for by names: those that one says, those that mention another. A name is asked for by words of it, whole ones, whatever
 * their capitals and accents: "sherman" asks for Wendy Sherman, and for everybody else who is called so; "unknown" for whoever is not known.
 */
#ifndef QUOIN_ANALYSIS_RESULT_QUOTE_CHOICE_H
#define QUOIN_ANALYSIS_RESULT_QUOTE_CHOICE_H

#include "analysis/result/result.h"

typedef struct QuoteChoice {
    Text by, about; /* empty: not asked for */
    bool indirect;  /* quotations are those that are listed; and indirect speech */
    size_t by_count, about_count,
        count; /* so many were by the one, mentioned the other, and both; of all analyses up to now */
} QuoteChoice;

/* Mark those of a finished analysis that are left out. False: all are. */
bool quote_choice_make(QuoteChoice *choice, Analysis *analysis);

#endif
