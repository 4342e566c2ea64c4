/* The second step of the decisions: quotations without a cue in their sentence take their speaker from others. */
#ifndef QUOIN_ANALYSIS_SPEECH_PROPAGATE_H
#define QUOIN_ANALYSIS_SPEECH_PROPAGATE_H

#include "analysis/attribution/attribution.h"

void attribution_propagate(Attribution *attribution);

#endif
