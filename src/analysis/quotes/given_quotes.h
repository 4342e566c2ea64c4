/* The quotations that the article itself gives. */
#ifndef QUOIN_ANALYSIS_QUOTES_GIVEN_QUOTES_H
#define QUOIN_ANALYSIS_QUOTES_GIVEN_QUOTES_H

#include "analysis/quotes/speakers.h"

/* Append those in the analysis' window to its quotations. */
void given_quotes_add(const QuoteInput *input);

#endif
