/* From decisions to quotations as readers see them: their types, speakers and confidence. */
#ifndef QUOIN_ANALYSIS_QUOTES_QUOTES_H
#define QUOIN_ANALYSIS_QUOTES_QUOTES_H

#include "analysis/quotes/speakers.h"

/* Draft what was found, while it is known as tokens; not when the article gives its quotations. */
void quotes_draft(const DraftInput *input);

/*
 * Fill analysis->quotes, and count those of each entity: what the article gives, or else what was drafted. After the entities, of which
 * `input` tells who is which.
 */
void quotes_make(const QuoteInput *input);

#endif
