/* Who says a quotation: the words that speak as a list of people and phrases. */
#ifndef QUOIN_ANALYSIS_QUOTES_SPEAKER_DRAFTS_H
#define QUOIN_ANALYSIS_QUOTES_SPEAKER_DRAFTS_H

#include "analysis/quotes/quote_drafts.h"

enum {
    MOST_JOINT = 3,       /* speakers joined to one */
    SPEAKER_LONGEST = 400 /* bytes: longer words are nobody's name, and many quotations may repeat them */
};

/* Draft who is meant by a subject and by what is joined to it; how many. `inverted`: it stands behind its verb. */
unsigned speakers_draft(const DraftInput *input, const Subject *subject, bool inverted);

#endif
