/* The last step about speakers: whom the pronouns and descriptions among the subjects mean. */
#ifndef QUOIN_ANALYSIS_ANTECEDENTS_ANTECEDENTS_H
#define QUOIN_ANALYSIS_ANTECEDENTS_ANTECEDENTS_H

#include "analysis/attribution/attribution.h"

/* Give the subjects that decisions use their person, or the antecedent that they stand for. After all decisions. */
void attribution_resolve(Attribution *attribution);

#endif
